import { type AuditDeps, recordAudit } from '../audit/index.ts';
import type { Database, Trx } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import { post, refresh } from '../platform/outbox.ts';
import type { AnnouncementId, SlackUserId, WorkspaceId } from '../shared/ids.ts';
import { type Announcement, asksForReceipts } from './announcement.ts';
import { currentReceipts } from './current-receipts.ts';
import { answerWaitsNote, joinedNote, ownEmojiNote } from './jobs.ts';
import { saveCounts } from './overview-store.ts';
import type { PersonReceipt, Receipts } from './receipts.ts';
import { redrawReminders } from './redraw-reminders.ts';
import { changedJob } from './report-jobs.ts';
import { findAnnouncement, lockAnnouncement, takeSettling } from './store.ts';
import { recordedReceipts, saveRecorded, tellFirst, type What } from './told-store.ts';

export type SettleDeps = AuditDeps & {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly now: () => Date;
  readonly workspace: { readonly id: WorkspaceId };
};

/**
 * Looks at everything that came in: who is to be told something, which receipts go on record, and the summary. What
 * comes in while it looks is looked at by the next job, because this one says so before it begins.
 */
export async function settle(deps: SettleDeps, id: AnnouncementId): Promise<void> {
  const { db, workspace } = deps;
  await takeSettling(db, id);
  const announcement = await findAnnouncement(db, workspace.id, id);
  const receipts = announcement && (await currentReceipts(deps, announcement));
  if (!announcement || !receipts) return;
  await db.transaction().execute(async (trx) => {
    // Two jobs at one moment would both put the same receipts on record.
    await lockAnnouncement(trx, workspace.id, id);
    if (announcement.summary) {
      await refresh(trx, deps.jobs, { workspaceId: workspace.id, message: announcement.summary });
    }
    if (announcement.status.name === 'published') await tellPeople(trx, deps, announcement, receipts);
    await redrawReminders(trx, deps, announcement, await putOnRecord(trx, deps, announcement, receipts));
    await saveCounts(trx, announcement, receipts);
    await deps.jobs.enqueue(trx, changedJob, { announcementId: id });
  });
}

/** Each is told each thing once, whatever happens afterwards. */
async function tellPeople(
  trx: Trx,
  deps: SettleDeps,
  announcement: Announcement,
  { people }: Receipts,
): Promise<void> {
  if (!asksForReceipts(announcement)) return;
  const { id: announcementId } = announcement;
  const among = (isMeant: (person: PersonReceipt) => boolean): readonly SlackUserId[] =>
    people.filter((person) => person.left === null && isMeant(person)).map(({ user }) => user);
  const told = async (what: What, users: readonly SlackUserId[]): Promise<readonly SlackUserId[]> =>
    await tellFirst(trx, announcement, { users, what, at: deps.now() });
  const { jobs, workspace } = deps;
  const joined = among(({ joinedLate, receipt }) => joinedLate !== null && receipt === null);
  for (const user of await told('joined', joined)) {
    await post(trx, jobs, {
      workspaceId: workspace.id,
      to: { user },
      view: joinedNote,
      payload: { announcementId },
    });
  }
  for (const user of await told(
    'own_emoji',
    among(({ usedOtherEmoji }) => usedOtherEmoji),
  )) {
    const payload = { announcementId, user };
    await post(trx, jobs, { workspaceId: workspace.id, to: { user }, view: ownEmojiNote, payload });
  }
  for (const user of await told(
    'answer_waits',
    among(({ answerWaits }) => answerWaits),
  )) {
    await post(trx, jobs, {
      workspaceId: workspace.id,
      to: { user },
      view: answerWaitsNote,
      payload: { announcementId },
    });
  }
}

/** Who has acknowledged, and who no longer has, since the record was last written. */
async function putOnRecord(
  trx: Trx,
  deps: SettleDeps,
  announcement: Announcement,
  { people }: Receipts,
): Promise<{ readonly fresh: readonly SlackUserId[]; readonly gone: readonly SlackUserId[] }> {
  const { id: announcementId, workspaceId, version } = announcement;
  const recorded = await recordedReceipts(trx, announcement);
  const now = people.filter(({ receipt }) => receipt !== null);
  const standing = new Set(now.map(({ user }) => user));
  const fresh = now.filter(({ user }) => !recorded.has(user));
  const gone = [...recorded].filter((user) => !standing.has(user));
  await saveRecorded(trx, announcement, { users: fresh.map(({ user }) => user), acknowledged: true });
  await saveRecorded(trx, announcement, { users: gone, acknowledged: false });
  const entries = [
    ...fresh.map(({ user, receipt }) => ({
      workspaceId,
      action: 'announcements.acknowledged' as const,
      by: user,
      facts: { announcementId, version, how: receipt?.by ?? null },
    })),
    ...gone.map((user) => ({
      workspaceId,
      action: 'announcements.receipt_gone' as const,
      by: user,
      facts: { announcementId, version, how: null },
    })),
  ];
  const [first, ...others] = entries;
  if (first) await recordAudit(trx, deps, first, ...others);
  return { fresh: fresh.map(({ user }) => user), gone };
}
