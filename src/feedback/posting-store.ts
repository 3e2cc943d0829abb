import { sql } from 'kysely';
import type { Database, Trx } from '../platform/database.ts';
import type { OutboxId, WorkspaceId } from '../shared/ids.ts';
import type { Feedback, FeedbackId, Page, Rating } from './feedback.ts';

/** What posting needs to know of a comment that waits. */
export type Waiting = Pick<Feedback, 'id' | 'page' | 'rating' | 'comment'>;

const waiting = (db: Database, workspaceId: WorkspaceId, counted: boolean) =>
  db
    .selectFrom('feedback')
    .where('workspaceId', '=', workspaceId)
    .where('postId', 'is', null)
    .where('digestId', 'is', null)
    .where('counted', '=', counted ? sql.lit(true) : sql.lit(false));

/** Whether somebody has promised to post what waits. */
export async function isPromised(db: Database, workspaceId: WorkspaceId): Promise<boolean> {
  const row = await db
    .selectFrom('feedbackPromises')
    .select('workspaceId')
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirst();
  return row !== undefined;
}

/** How many wait; counted only so far, because what matters is whether it is few, many, or none. */
export async function countWaiting(db: Database, workspaceId: WorkspaceId, upTo: number): Promise<number> {
  const { count } = await db
    .selectFrom(waiting(db, workspaceId, false).select('id').limit(upTo).as('some'))
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The oldest that wait, in their order. */
export async function firstWaiting(
  trx: Trx,
  workspaceId: WorkspaceId,
  limit: number,
): Promise<readonly Waiting[]> {
  return await waiting(trx, workspaceId, false)
    .select(['id', 'page', 'rating', 'comment'])
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** The oldest of one page and rating. */
export async function waitingOf(
  trx: Trx,
  workspaceId: WorkspaceId,
  { page, rating, limit }: { readonly page: Page; readonly rating: Rating; readonly limit: number },
): Promise<readonly Waiting[]> {
  return await waiting(trx, workspaceId, false)
    .select(['id', 'page', 'rating', 'comment'])
    .where('page', '=', page)
    .where('rating', '=', rating)
    .orderBy('id')
    .limit(limit)
    .execute();
}

export async function putInDigest(trx: Trx, ids: readonly FeedbackId[], digestId: OutboxId): Promise<void> {
  await trx.updateTable('feedback').set({ digestId }).where('id', 'in', ids).execute();
}

/** The oldest rating without a comment that no line has counted, received before a moment. Held until the end. */
export async function firstUncounted(
  trx: Trx,
  workspaceId: WorkspaceId,
  before: Date,
): Promise<Pick<Feedback, 'id' | 'receivedAt'> | undefined> {
  return await waiting(trx, workspaceId, true)
    .select(['id', 'receivedAt'])
    .where('receivedAt', '<', before)
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
}

/** Counts in one line what nobody has counted of an hour, and says how many that are. */
export async function countInLine(
  trx: Trx,
  workspaceId: WorkspaceId,
  { from, until, digestId }: { readonly from: Date; readonly until: Date; readonly digestId: OutboxId },
): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('feedback')
    .set({ digestId })
    .where('workspaceId', '=', workspaceId)
    .where('postId', 'is', null)
    .where('digestId', 'is', null)
    .where('counted', '=', sql.lit(true))
    .where('receivedAt', '>=', from)
    .where('receivedAt', '<', until)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export type PageCount = { readonly page: Page; readonly rating: Rating; readonly count: number };

/** What one line counts, the pages with the most ratings first. */
export async function countsInLine(
  db: Database,
  workspaceId: WorkspaceId,
  digestId: OutboxId,
): Promise<readonly PageCount[]> {
  const rows = await db
    .selectFrom('feedback')
    .select((eb) => ['page', 'rating', eb.fn.countAll<string>().as('count')])
    .where('workspaceId', '=', workspaceId)
    .where('digestId', '=', digestId)
    .groupBy(['page', 'rating'])
    .orderBy('page')
    .execute();
  return rows.map(({ count, ...rest }) => ({ ...rest, count: Number(count) }));
}

/** Takes comments out of a message that was never sent, so that they wait again. Says how many there were. */
export async function takeOut(trx: Trx, workspaceId: WorkspaceId, message: OutboxId): Promise<number> {
  const { numAffectedRows } = await sql`
    update feedback set post_id = nullif(post_id, ${message}), digest_id = nullif(digest_id, ${message})
    where workspace_id = ${workspaceId} and (post_id = ${message} or digest_id = ${message})
      and exists (select from outbox where id = ${message} and ts is null)`.execute(trx);
  return Number(numAffectedRows ?? 0);
}
