import { sql } from 'kysely';
import type { Database, Trx } from '../platform/database.ts';
import type { AnnouncementId, OutboxId, WorkspaceId } from '../shared/ids.ts';
import type { Announcement } from './announcement.ts';
import type { FormId } from './ids.ts';
import type { Moment } from './moment.ts';
import { toAnnouncement, toColumns, toNewRow } from './rows.ts';

/** False when this form has made an announcement already; a submission that runs at the same moment is waited for. */
export async function insertAnnouncement(
  trx: Trx,
  announcement: Announcement,
  viewId: FormId | null,
): Promise<boolean> {
  const row = await trx
    .insertInto('announcements')
    .values(toNewRow(announcement, viewId))
    .onConflict((conflict) => conflict.columns(['workspaceId', 'viewId']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function findAnnouncement(
  db: Database,
  workspaceId: WorkspaceId,
  id: AnnouncementId,
): Promise<Announcement | undefined> {
  const row = await select(db, workspaceId).where('id', '=', id).executeTakeFirst();
  return row && toAnnouncement(row);
}

/** Locks the row until the transaction ends, so that two clicks are decided one after the other. */
export async function lockAnnouncement(
  trx: Trx,
  workspaceId: WorkspaceId,
  id: AnnouncementId,
): Promise<Announcement | undefined> {
  const row = await select(trx, workspaceId).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toAnnouncement(row);
}

export async function announcementOfForm(
  db: Database,
  workspaceId: WorkspaceId,
  viewId: FormId,
): Promise<Announcement | undefined> {
  const row = await select(db, workspaceId).where('viewId', '=', viewId).executeTakeFirst();
  return row && toAnnouncement(row);
}

export async function saveAnnouncement(trx: Trx, announcement: Announcement): Promise<void> {
  await trx
    .updateTable('announcements')
    .set(toColumns(announcement))
    .where('id', '=', announcement.id)
    .where('workspaceId', '=', announcement.workspaceId)
    .executeTakeFirstOrThrow();
}

export async function saveSummary(trx: Trx, id: AnnouncementId, summary: OutboxId): Promise<void> {
  await trx.updateTable('announcements').set({ summary }).where('id', '=', id).executeTakeFirstOrThrow();
}

/**
 * Settles when what came in is looked at. Undefined when that is settled already, so that many signs are one look. In
 * whole milliseconds, as jobs count.
 */
export async function planSettling(
  trx: Trx,
  id: AnnouncementId,
  afterSeconds: number,
): Promise<Date | undefined> {
  const row = await trx
    .updateTable('announcements')
    .set({
      settleAt: sql<Date>`date_trunc('milliseconds', clock_timestamp() + make_interval(secs => ${afterSeconds}))`,
    })
    .where('id', '=', id)
    .where('settleAt', 'is', null)
    .returning('settleAt')
    .executeTakeFirst();
  return row?.settleAt ?? undefined;
}

/** Whatever comes in from now on is looked at anew. */
export async function takeSettling(db: Database, id: AnnouncementId): Promise<void> {
  await db.updateTable('announcements').set({ settleAt: null }).where('id', '=', id).execute();
}

/** Those that should be out, or looked at, and for which no job came. */
export async function overdueAnnouncements(
  db: Database,
  workspaceId: WorkspaceId,
  now: Date,
): Promise<{ readonly toPublish: readonly AnnouncementId[]; readonly toSettle: readonly AnnouncementId[] }> {
  const due = await db
    .selectFrom('announcements')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('status', '=', 'scheduled')
    .where((eb) => eb.or([eb('scheduledFor', 'is', null), eb('scheduledFor', '<=', now)]))
    .execute();
  const unsettled = await db
    .selectFrom('announcements')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('settleAt', '<', sql<Date>`clock_timestamp() - interval '30 seconds'`)
    .execute();
  return { toPublish: due.map(({ id }) => id), toSettle: unsettled.map(({ id }) => id) };
}

/** Those that somebody has to look at before they go out. */
export async function awaitingApproval(
  db: Database,
  workspaceId: WorkspaceId,
): Promise<readonly Announcement[]> {
  const rows = await select(db, workspaceId).where('status', '=', 'awaiting_approval').execute();
  return rows.map(toAnnouncement);
}

/** Never back to an earlier moment: two comparisons may end in the other order. */
export async function saveExactAsOf(db: Database, id: AnnouncementId, exactAsOf: Moment): Promise<void> {
  await db
    .updateTable('announcements')
    .set({ exactAsOf: sql<Moment>`greatest(exact_as_of, ${exactAsOf})` })
    .where('id', '=', id)
    .execute();
}

/** Those that are out and whose audience may still change, or whose receipts may. */
export async function countingAnnouncements(
  db: Database,
  workspaceId: WorkspaceId,
  now: Date,
): Promise<readonly Announcement[]> {
  const rows = await select(db, workspaceId)
    .where('status', '=', 'published')
    .where('countsUntil', '>=', now)
    .orderBy('publishedAt')
    .execute();
  return rows.map(toAnnouncement);
}

function select(db: Database, workspaceId: WorkspaceId) {
  return db.selectFrom('announcements').selectAll().where('workspaceId', '=', workspaceId);
}
