import { sql } from 'kysely';
import type { Database, Trx } from '../../platform/database.ts';
import type { WorkspaceId } from '../../shared/ids.ts';

type Key = { readonly workspaceId: WorkspaceId; readonly eventId: string };

/** Remembers the event's id; false when it was there already, also when another instance is storing it right now. */
export async function isNew(trx: Trx, { workspaceId, eventId }: Key): Promise<boolean> {
  const row = await trx
    .insertInto('inboxSeen')
    .values({ workspaceId, eventId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('eventId')
    .executeTakeFirst();
  return row !== undefined;
}

export async function store(trx: Trx, { workspaceId, eventId }: Key, body: Buffer): Promise<void> {
  await trx.insertInto('inbox').values({ workspaceId, eventId, body, failureCode: null }).execute();
}

export async function take(db: Database, { workspaceId, eventId }: Key): Promise<Buffer | undefined> {
  const row = await db
    .updateTable('inbox')
    .set({ attempts: sql`attempts + 1` })
    .where('workspaceId', '=', workspaceId)
    .where('eventId', '=', eventId)
    .returning('body')
    .executeTakeFirst();
  return row?.body;
}

export async function remove(db: Database, { workspaceId, eventId }: Key): Promise<void> {
  await db
    .deleteFrom('inbox')
    .where('workspaceId', '=', workspaceId)
    .where('eventId', '=', eventId)
    .execute();
}

export async function markFailed(
  db: Database,
  { workspaceId, eventId }: Key,
  failureCode: string,
): Promise<void> {
  await db
    .updateTable('inbox')
    .set({ failureCode })
    .where('workspaceId', '=', workspaceId)
    .where('eventId', '=', eventId)
    .execute();
}

/**
 * Slack repeats an event for up to 24 hours ("delayed events"), so its id is kept for 26.
 * What could not be worked on holds people's words, encrypted, and is given up after a week.
 */
export async function tidy(db: Database): Promise<void> {
  await db.deleteFrom('inboxSeen').where('seenAt', '<', sql<Date>`now() - interval '26 hours'`).execute();
  await db.deleteFrom('inbox').where('receivedAt', '<', sql<Date>`now() - interval '7 days'`).execute();
}

/** Which keys the waiting events are sealed with. A sealed value names its key: its length, then its name. */
export async function keysOfInbox(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ keyId: string }>`
    select distinct encode(substring(body from 3 for get_byte(body, 1)), 'escape') as key_id from inbox`.execute(
    db,
  );
  return rows.map(({ keyId }) => keyId);
}
