import { sql } from 'kysely';
import type { Database, Trx } from '../platform/database.ts';
import type { AnnouncementId, OutboxId, SlackUserId, WorkspaceId } from '../shared/ids.ts';
import type { Announcement } from './announcement.ts';
import { ReminderPoint } from './ids.ts';
import { toAnnouncement } from './rows.ts';

/** An announcement in one round of asking for receipts. An edit that asks for new ones begins another. */
export type Round = { readonly workspaceId: WorkspaceId; readonly id: AnnouncementId; readonly from: Date };

/** For so long after the deadline, those who were away are reminded when they are back. */
const HELD_DAYS = 30;

/** Those that somebody may have to be reminded of: a deadline is ahead, or somebody was away. */
export async function announcementsToRemindOf(
  db: Database,
  workspaceId: WorkspaceId,
  now: Date,
): Promise<readonly Announcement[]> {
  const rows = await db
    .selectFrom('announcements')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('status', '=', 'published')
    .where('importance', '<>', 'information')
    .where((eb) =>
      eb.or([
        eb('deadline', '>', now),
        eb.and([
          eb('deadline', '>', sql<Date>`${now}::timestamptz - make_interval(days => ${HELD_DAYS})`),
          eb.exists(
            eb
              .selectFrom('announcementReminders as held')
              .select('held.userId')
              .whereRef('held.announcementId', '=', 'announcements.id')
              .where('held.outboxId', 'is', null),
          ),
        ]),
      ]),
    )
    .orderBy('publishedAt')
    .execute();
  return rows.map(toAnnouncement);
}

export type ZonePoint = { readonly timeZone: string; readonly point: string };

/** The points of the plan for which everybody in a time zone has been looked at. */
export async function sweptPoints(db: Database, { id, from }: Round): Promise<readonly ZonePoint[]> {
  return await db
    .selectFrom('announcementSweeps')
    .select(['timeZone', 'point'])
    .where('announcementId', '=', id)
    .where('roundAt', '=', from)
    .execute();
}

export async function markSwept(
  db: Database,
  { workspaceId, id, from }: Round,
  { timeZone, point, at }: ZonePoint & { readonly at: Date },
): Promise<void> {
  await db
    .insertInto('announcementSweeps')
    .values({ workspaceId, announcementId: id, roundAt: from, timeZone, point, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

type Planned = { readonly users: readonly SlackUserId[]; readonly point: string; readonly at: Date };

/** Those for whom this reminder wasn't planned yet, and now is: whoever asks at the same moment gets the others. */
export async function planReminders(
  trx: Trx,
  { workspaceId, id, from }: Round,
  { users, point, at }: Planned,
): Promise<readonly SlackUserId[]> {
  if (users.length === 0) return [];
  const rows = await trx
    .insertInto('announcementReminders')
    .values(
      users.map((userId) => ({
        workspaceId,
        announcementId: id,
        roundAt: from,
        userId,
        point,
        at,
        outboxId: null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('userId')
    .execute();
  return rows.map(({ userId }) => userId);
}

/** The message that reminds somebody: from then on nothing is held for them. */
export async function noteReminder(
  trx: Trx,
  { id, from }: Round,
  { user, outboxId, at }: { readonly user: SlackUserId; readonly outboxId: OutboxId; readonly at: Date },
): Promise<void> {
  await trx
    .updateTable('announcementReminders')
    .set({ outboxId, at })
    .where('announcementId', '=', id)
    .where('roundAt', '=', from)
    .where('userId', '=', user)
    .where('outboxId', 'is', null)
    .where('point', 'not like', 'list:%')
    .execute();
}

export async function noteList(
  trx: Trx,
  { id, from }: Round,
  {
    user,
    point,
    outboxId,
  }: { readonly user: SlackUserId; readonly point: string; readonly outboxId: OutboxId },
): Promise<void> {
  await trx
    .updateTable('announcementReminders')
    .set({ outboxId })
    .where('announcementId', '=', id)
    .where('roundAt', '=', from)
    .where('userId', '=', user)
    .where('point', '=', point)
    .execute();
}

/** Those who were away when they would have been reminded. */
export async function heldFor(db: Database, { id, from }: Round): Promise<readonly SlackUserId[]> {
  const rows = await db
    .selectFrom('announcementReminders')
    .select('userId')
    .distinct()
    .where('announcementId', '=', id)
    .where('roundAt', '=', from)
    .where('outboxId', 'is', null)
    .execute();
  return rows.map(({ userId }) => userId);
}

export type Held = { readonly user: SlackUserId; readonly point: ReminderPoint };

/** Takes what is held for these people, so that no other worker reminds them at the same moment. One each: the latest. */
export async function lockHeld(
  trx: Trx,
  { id, from }: Round,
  users: readonly SlackUserId[],
): Promise<readonly Held[]> {
  const { rows } = await sql<{ userId: SlackUserId; point: string }>`
    select user_id, point from announcement_reminders
    where announcement_id = ${id} and round_at = ${from} and outbox_id is null and user_id = any(${users})
    order by user_id, point desc for update`.execute(trx);
  const points = new Map(rows.toReversed().map(({ userId, point }) => [userId, ReminderPoint.parse(point)]));
  return [...points].map(([user, point]) => ({ user, point }));
}

/** They need no reminder any more. */
export async function forgetHeld(db: Database, { id }: Round, users: readonly SlackUserId[]): Promise<void> {
  if (users.length === 0) return;
  await db
    .deleteFrom('announcementReminders')
    .where('announcementId', '=', id)
    .where('outboxId', 'is', null)
    .where('userId', 'in', users)
    .execute();
}

/** Which lists have gone to which leads. */
export async function listsSent(
  db: Database,
  { id, from }: Round,
): Promise<readonly { readonly user: SlackUserId; readonly point: string }[]> {
  const rows = await db
    .selectFrom('announcementReminders')
    .select(['userId', 'point'])
    .where('announcementId', '=', id)
    .where('roundAt', '=', from)
    .where('point', 'like', 'list:%')
    .execute();
  return rows.map(({ userId, point }) => ({ user: userId, point }));
}

/** The messages that reminded people of an announcement. */
export async function remindersTo(
  db: Database,
  announcementId: AnnouncementId,
  users: readonly SlackUserId[],
): Promise<readonly OutboxId[]> {
  if (users.length === 0) return [];
  const rows = await db
    .selectFrom('announcementReminders as reminder')
    .innerJoin('outbox', 'outbox.id', 'reminder.outboxId')
    .select('outbox.id')
    .distinct()
    .where('reminder.announcementId', '=', announcementId)
    .where(sql<boolean>`reminder.user_id = any(${users})`)
    .where('reminder.point', 'not like', 'list:%')
    .execute();
  return rows.map(({ id }) => id);
}

/** Whether one of somebody's reminders stands in Slack already. */
export async function isPosted(
  db: Database,
  announcementId: AnnouncementId,
  { user, point }: Held,
): Promise<boolean> {
  const row = await db
    .selectFrom('announcementReminders as reminder')
    .leftJoin('outbox', 'outbox.id', 'reminder.outboxId')
    .select('outbox.ts')
    .where('reminder.announcementId', '=', announcementId)
    .where('reminder.userId', '=', user)
    .where('reminder.point', '=', point)
    .orderBy('reminder.roundAt', 'desc')
    .executeTakeFirst();
  return row?.ts != null;
}
