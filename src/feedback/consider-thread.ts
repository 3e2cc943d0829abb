import type { Database } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import { post, refresh } from '../platform/outbox.ts';
import { heatOf, MANY_REPLIES, mayBeFast, type ThreadCount } from './heat.ts';
import { countReplies, type HotThread, type Subject } from './hot.ts';
import { busyHours, standingReplies, subjectAt, type ThreadPlace } from './hot-facts.ts';
import { hotThreadAt, insertHotThread, lockHeat, newHotThreadId } from './hot-store.ts';
import { feedbackChannel, type PlaceDeps } from './place.ts';
import { hotThreadView } from './work-jobs.ts';

export type ConsiderDeps = PlaceDeps & {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly now: () => Date;
};

const FOUR_WEEKS_MS = 28 * 24 * 3_600_000;
/** The message about a hot thread is drawn anew with every so many replies: Slack takes fifty updates a minute. */
const REDRAWN_EVERY = 25;

/** Brings a thread to the product channel, once, as soon as it is hot. */
export async function considerThread(deps: ConsiderDeps, place: ThreadPlace): Promise<void> {
  const found = await subjectAt(deps, place);
  if (!found) return;
  const replies = await standingReplies(deps, found.subject, place);
  const count = countReplies(replies, deps.now());
  const known = await hotThreadAt(deps.db, deps.workspace.id, place);
  if (known) {
    if (count.replies % REDRAWN_EVERY === 0) await redraw(deps, known);
    return;
  }
  const heat = await heatNow(deps, found.subject, { place, count });
  const channel = heat && (await feedbackChannel(deps));
  if (!heat || channel === null) return;

  const { db, jobs, now, workspace } = deps;
  await db.transaction().execute(async (trx) => {
    await lockHeat(trx, workspace.id, place);
    if (await hotThreadAt(trx, workspace.id, place)) return;
    const id = newHotThreadId();
    const view = { view: hotThreadView, payload: { hotThreadId: id } };
    const postId = await post(trx, jobs, { workspaceId: workspace.id, ...view, to: { channel } });
    const thread = { id, workspaceId: workspace.id, ...place, ...found, heat, foundAt: now(), postId };
    await insertHotThread(trx, { ...thread, owner: null, knownBy: null });
  });
}

async function heatNow(
  deps: ConsiderDeps,
  subject: Subject,
  { place, count }: { readonly place: ThreadPlace; readonly count: ThreadCount },
) {
  if (count.replies < MANY_REPLIES && !mayBeFast(count)) return null;
  const since = new Date(deps.now().getTime() - FOUR_WEEKS_MS);
  return heatOf(count, await busyHours(deps, subject, { since, except: place }));
}

async function redraw({ db, jobs, workspace }: ConsiderDeps, { postId }: HotThread): Promise<void> {
  await db
    .transaction()
    .execute(async (trx) => await refresh(trx, jobs, { workspaceId: workspace.id, message: postId }));
}
