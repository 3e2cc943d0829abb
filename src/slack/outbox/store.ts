import { type Selectable, sql } from 'kysely';
import type { Database } from '../../platform/database.ts';
import type { Schema } from '../../platform/schema.ts';
import type { ChannelId, MessageTs, OutboxId, SlackUserId, WorkspaceId } from '../../shared/ids.ts';
import { SlackCode } from './verdict.ts';

export type OutboxRow = Selectable<Schema['outbox']>;

export async function find(db: Database, id: OutboxId): Promise<OutboxRow | undefined> {
  return await db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst();
}

/**
 * A row as somebody read or claimed it. What they make of it counts only while the number of attempts is still theirs:
 * a worker that stood still for long enough finds that another has taken over.
 */
export type Claim = Pick<OutboxRow, 'id' | 'attempts'>;

/**
 * Committed before the call, so that whoever finds the row after a crash knows that a call may have been made.
 * Returns the number of the attempt.
 */
export async function startAttempt(db: Database, id: OutboxId): Promise<number | undefined> {
  const row = await db
    .updateTable('outbox')
    .set({ state: 'sending', attempts: sql`attempts + 1`, attemptedAt: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .returning('attempts')
    .executeTakeFirst();
  return row?.attempts;
}

/**
 * Back to waiting. A call that Slack only put off doesn't count as an attempt.
 * An update gives way to a younger one of the same message that waits already: that one will show what it would.
 */
export async function putBack(
  db: Database,
  { id, attempts, targetId }: Claim & Pick<OutboxRow, 'targetId'>,
  { code, free }: { readonly code: SlackCode; readonly free: boolean },
): Promise<void> {
  const younger = db
    .selectFrom('outbox as other')
    .select('other.id')
    .where('other.kind', '=', 'update')
    .where('other.state', '=', 'pending')
    .where('other.targetId', '=', targetId);
  const row = await db
    .updateTable('outbox')
    .set({ state: 'pending', errorCode: code, ...(free && { attempts: sql`greatest(attempts - 1, 0)` }) })
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('state', 'in', ['sending', 'unknown'])
    .$if(targetId !== null, (query) => query.where((eb) => eb.not(eb.exists(younger))))
    .returning('id')
    .executeTakeFirst();
  if (row === undefined && targetId !== null)
    await settle(db, { id, attempts }, { state: 'dropped', code: SlackCode.parse('superseded') });
}

export async function markUnknown(
  db: Database,
  { id, attempts }: Claim,
  code: SlackCode | null,
): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ state: 'unknown', ...(code !== null && { errorCode: code }) })
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('state', '=', 'sending')
    .execute();
}

/** By the database's clock: a timestamp loses its microseconds on the way through a JavaScript date. */
export async function quarantineIsOver(db: Database, id: OutboxId, seconds: number): Promise<boolean> {
  const row = await db
    .selectFrom('outbox')
    .select('id')
    .where('id', '=', id)
    .where('attemptedAt', '<', sql<Date>`clock_timestamp() - make_interval(secs => ${seconds})`)
    .executeTakeFirst();
  return row !== undefined;
}

type Outcome =
  | { readonly state: 'done'; readonly channelId?: ChannelId; readonly ts?: MessageTs }
  | { readonly state: 'rejected' | 'dropped'; readonly code: SlackCode };

export async function settle(db: Database, { id, attempts }: Claim, outcome: Outcome): Promise<void> {
  await db
    .updateTable('outbox')
    .set({
      state: outcome.state,
      settledAt: sql<Date>`clock_timestamp()`,
      errorCode: outcome.state === 'done' ? null : outcome.code,
      ...(outcome.state === 'done' &&
        outcome.channelId !== undefined && {
          // Only a direct message has none yet; another may have got a new id while the call was made.
          channelId: sql<ChannelId>`coalesce(channel_id, ${outcome.channelId})`,
        }),
      ...(outcome.state === 'done' && outcome.ts !== undefined && { ts: outcome.ts }),
    })
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('state', 'in', ['pending', 'sending', 'unknown'])
    .execute();
}

export async function directMessage(
  db: Database,
  workspaceId: WorkspaceId,
  userId: SlackUserId,
): Promise<ChannelId | undefined> {
  const row = await db
    .selectFrom('directMessages')
    .select('channelId')
    .where('workspaceId', '=', workspaceId)
    .where('userId', '=', userId)
    .executeTakeFirst();
  return row?.channelId;
}

export async function rememberDirectMessage(
  db: Database,
  workspaceId: WorkspaceId,
  userId: SlackUserId,
  channelId: ChannelId,
): Promise<void> {
  await db
    .insertInto('directMessages')
    .values({ workspaceId, userId, channelId })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'userId']).doUpdateSet({ channelId }))
    .execute();
}

/** Updates and notices are of no use once done; a week of them is kept to look into trouble. Posts stay: cards live on. */
export async function forgetOld(db: Database): Promise<void> {
  await db
    .deleteFrom('outbox')
    .where('kind', 'in', ['update', 'notice'])
    .where('settledAt', '<', sql<Date>`now() - interval '7 days'`)
    .execute();
}
