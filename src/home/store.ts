import { sql } from 'kysely';
import type { Database, Trx } from '../platform/database.ts';
import type { SlackUserId, WorkspaceId } from '../shared/ids.ts';
import type { Look } from './look.ts';

type Key = { readonly workspaceId: WorkspaceId; readonly user: SlackUserId };

/** Somebody opened their Home or did something there. */
export async function noteUse(db: Database, { workspaceId, user: userId }: Key): Promise<void> {
  const usedAt = sql<Date>`clock_timestamp()`;
  await db
    .insertInto('homeTabs')
    .values({ workspaceId, userId, usedAt, drawnAt: null, dueAt: null })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'userId']).doUpdateSet({ usedAt }))
    .execute();
}

export async function storedLook(db: Database, { workspaceId, user }: Key): Promise<unknown> {
  const row = await db
    .selectFrom('homeTabs')
    .select('look')
    .where('workspaceId', '=', workspaceId)
    .where('userId', '=', user)
    .executeTakeFirst();
  return row?.look;
}

/**
 * What somebody looks at becomes what `turn` makes of it. Two clicks on filters may come at once: each locks the row,
 * so that neither takes back what the other chose.
 */
export async function changeLook(
  db: Database,
  key: Key,
  turn: (stored: unknown) => Look | Promise<Look>,
): Promise<void> {
  const { workspaceId, user } = key;
  await db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('homeTabs')
      .select('look')
      .where('workspaceId', '=', workspaceId)
      .where('userId', '=', user)
      .forUpdate()
      .executeTakeFirst();
    await trx
      .updateTable('homeTabs')
      .set({ look: JSON.stringify(await turn(row?.look)) })
      .where('workspaceId', '=', workspaceId)
      .where('userId', '=', user)
      .execute();
  });
}

/**
 * Settles when a person's Home is drawn next: at once, or so long after the last time. Undefined when that is settled
 * already, so that many changes are one drawing. In whole milliseconds, as jobs count.
 */
export async function planDrawing(
  trx: Trx,
  { workspaceId, user }: Key,
  everySeconds: number,
): Promise<Date | undefined> {
  const { rows } = await sql<{ dueAt: Date }>`
    update home_tabs set due_at = planned.at
    from (
      select workspace_id, user_id, date_trunc('milliseconds', greatest(clock_timestamp(),
        coalesce(drawn_at, '-infinity') + make_interval(secs => ${everySeconds}))) as at
      from home_tabs where workspace_id = ${workspaceId} and user_id = ${user} for update
    ) as planned
    where home_tabs.workspace_id = planned.workspace_id and home_tabs.user_id = planned.user_id
      and (due_at is null or due_at > planned.at)
    returning due_at`.execute(trx);
  return rows[0]?.dueAt;
}

/** False when it isn't due: an earlier job has drawn it. Whatever changes from now on is planned anew. */
export async function takeDrawing(db: Database, { workspaceId, user }: Key): Promise<boolean> {
  const row = await db
    .updateTable('homeTabs')
    .set({ dueAt: null, drawnAt: sql<Date>`clock_timestamp()` })
    .where('workspaceId', '=', workspaceId)
    .where('userId', '=', user)
    .where('dueAt', '<=', sql<Date>`clock_timestamp()`)
    .returning('userId')
    .executeTakeFirst();
  return row !== undefined;
}

/** What of others their Home shows, so that it is drawn anew when that changes. */
export async function noteShown(
  db: Database,
  { workspaceId, user }: Key,
  { hasBoard, hasNews }: { readonly hasBoard: boolean; readonly hasNews: boolean },
): Promise<void> {
  await db
    .updateTable('homeTabs')
    .set({ hasBoard, hasNews })
    .where('workspaceId', '=', workspaceId)
    .where('userId', '=', user)
    .where((eb) => eb.or([eb('hasBoard', '<>', hasBoard), eb('hasNews', '<>', hasNews)]))
    .execute();
}

/** Slack doesn't say who closes their Home: for so long after its last use it counts as open. */
const OPEN_FOR = sql<Date>`clock_timestamp() - interval '15 minutes'`;

const openHomes = (db: Database, workspaceId: WorkspaceId) =>
  db
    .selectFrom('homeTabs')
    .select('userId')
    .where('workspaceId', '=', workspaceId)
    .where('usedAt', '>', OPEN_FOR);

/** Those who have their Home open and see a question there: it is theirs, or on their board. */
export async function whoSees(
  db: Database,
  workspaceId: WorkspaceId,
  people: readonly SlackUserId[],
): Promise<readonly SlackUserId[]> {
  const rows = await openHomes(db, workspaceId)
    .where((eb) => eb.or([eb('hasBoard', '=', true), sql<boolean>`user_id = any(${people})`]))
    .execute();
  return rows.map(({ userId }) => userId);
}

/** Which of these people have their Home open. */
export async function whoLooks(
  db: Database,
  workspaceId: WorkspaceId,
  people: readonly SlackUserId[],
): Promise<readonly SlackUserId[]> {
  const rows = await openHomes(db, workspaceId).where(sql<boolean>`user_id = any(${people})`).execute();
  return rows.map(({ userId }) => userId);
}

/** Those who have their Home open and see announcements there. */
export async function whoSeesNews(db: Database, workspaceId: WorkspaceId): Promise<readonly SlackUserId[]> {
  const rows = await openHomes(db, workspaceId).where('hasNews', '=', true).execute();
  return rows.map(({ userId }) => userId);
}

/** What administrators want to know of the machine. Queues are those of the job runner. */
export async function healthFigures(db: Database, workspaceId: WorkspaceId) {
  const { rows } = await sql<{
    failedEvents: number;
    oldestEventSeconds: number | null;
    oldestMessageSeconds: number | null;
    databaseAt: Date;
  }>`
    select
      (select count(*)::int from inbox where workspace_id = ${workspaceId} and failure_code is not null) as failed_events,
      (select extract(epoch from clock_timestamp() - min(received_at))::float8 from inbox
        where workspace_id = ${workspaceId} and failure_code is null) as oldest_event_seconds,
      (select extract(epoch from clock_timestamp() - min(created_at))::float8 from outbox
        where workspace_id = ${workspaceId} and state in ('pending', 'sending', 'unknown')) as oldest_message_seconds,
      clock_timestamp() as database_at`.execute(db);
  return rows[0];
}
