import type { Trx } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import { post, refresh } from '../platform/outbox.ts';
import type { SlackUserId } from '../shared/ids.ts';
import type { Announcement } from './announcement.ts';
import { approvalView, deskView, publishJob, settleJob } from './jobs.ts';
import { postsOf } from './post-store.ts';
import { planSettling } from './store.ts';
import { deskMessages, noteMessage, tellFirst } from './told-store.ts';

export type RecordDeps = { readonly jobs: Jobs; readonly now: () => Date };

/** Everything that shows the announcement is drawn anew. */
export async function redraw(trx: Trx, { jobs }: RecordDeps, announcement: Announcement): Promise<void> {
  const { workspaceId, summary } = announcement;
  const posts = (await postsOf(trx, announcement)).flatMap(({ outboxId }) => outboxId ?? []);
  const messages = [...posts, ...(summary ? [summary] : []), ...(await deskMessages(trx, announcement))];
  for (const message of messages) await refresh(trx, jobs, { workspaceId, message });
}

/** The author's message about it. One, whatever happens. */
export async function openDesk(trx: Trx, deps: RecordDeps, announcement: Announcement): Promise<void> {
  await tellOnce(trx, deps, announcement, [announcement.author], 'desk');
}

export async function askForApproval(
  trx: Trx,
  deps: RecordDeps,
  announcement: Announcement,
  approvers: readonly SlackUserId[],
): Promise<void> {
  const others = approvers.filter((user) => user !== announcement.author);
  await tellOnce(trx, deps, announcement, others, 'approval');
}

async function tellOnce(
  trx: Trx,
  { jobs, now }: RecordDeps,
  announcement: Announcement,
  users: readonly SlackUserId[],
  what: 'desk' | 'approval',
): Promise<void> {
  const { id: announcementId, workspaceId } = announcement;
  const view = what === 'desk' ? deskView : approvalView;
  for (const user of await tellFirst(trx, announcement, { users, what, at: now() })) {
    const message = { workspaceId, to: { user }, view, payload: { announcementId } };
    const outboxId = await post(trx, jobs, message);
    await noteMessage(trx, announcement, { user, what, outboxId });
  }
}

/** A job of its own puts it out; one that waits for its time may come more than once. */
export async function planPublishing(
  trx: Trx,
  { jobs }: RecordDeps,
  { id: announcementId, status, scheduledFor }: Announcement,
): Promise<void> {
  if (status.name !== 'scheduled') return;
  const when = scheduledFor === null ? {} : { startAfter: scheduledFor };
  await jobs.enqueue(trx, publishJob, { announcementId }, when);
}

/** What comes in within this time is looked at together. */
const TOGETHER_SECONDS = 2;

/** Something came in: it is looked at in a moment, together with what else comes until then. */
export async function settleSoon(
  trx: Trx,
  { jobs }: Pick<RecordDeps, 'jobs'>,
  { id: announcementId }: Pick<Announcement, 'id'>,
): Promise<void> {
  const startAfter = await planSettling(trx, announcementId, TOGETHER_SECONDS);
  if (startAfter) await jobs.enqueue(trx, settleJob, { announcementId }, { startAfter });
}
