import { sql } from 'kysely';
import type { Database, Trx } from '../platform/database.ts';
import type { ChannelId, QuestionId, WorkspaceId } from '../shared/ids.ts';
import type { Question } from './question.ts';
import { toQuestion } from './rows.ts';

export async function hasDuplicates(
  db: Database,
  workspaceId: WorkspaceId,
  original: QuestionId,
): Promise<boolean> {
  const row = await duplicates(db, workspaceId, original).select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}

/** The questions that wait for the answer to this one. */
export async function duplicatesOf(
  db: Database,
  workspaceId: WorkspaceId,
  original: QuestionId,
): Promise<readonly QuestionId[]> {
  const rows = await duplicates(db, workspaceId, original)
    .select('id')
    .where('status', 'in', ['open', 'claimed'])
    .orderBy('askedAt')
    .execute();
  return rows.map(({ id }) => id);
}

/** Those that waited for one question wait for another from now on, so that no question waits in a row. */
export async function moveDuplicates(
  trx: Trx,
  workspaceId: WorkspaceId,
  { from, to }: { readonly from: QuestionId; readonly to: QuestionId },
): Promise<void> {
  await trx
    .updateTable('questions')
    .set({ duplicateOf: to })
    .where('workspaceId', '=', workspaceId)
    .where('duplicateOf', '=', from)
    .execute();
}

/**
 * What somebody may mean by "the same question": others that are not resolved, of the same channel first. Besides
 * that one only of these channels; null for all.
 */
export async function likelyOriginals(
  db: Database,
  { id, workspaceId, placement }: Question,
  { channels, limit }: { readonly channels: readonly ChannelId[] | null; readonly limit: number },
): Promise<readonly Question[]> {
  const rows = await db
    .selectFrom('questions')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('id', '<>', id)
    .where('duplicateOf', 'is', null)
    .where('status', '<>', 'resolved')
    .$if(channels !== null, (query) =>
      query.where(sql<boolean>`channel_id = any(${[...(channels ?? []), placement.channel]})`),
    )
    .orderBy((eb) => eb('channelId', '<>', placement.channel))
    .orderBy('askedAt', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toQuestion);
}

function duplicates(db: Database, workspaceId: WorkspaceId, original: QuestionId) {
  return db
    .selectFrom('questions')
    .where('workspaceId', '=', workspaceId)
    .where('duplicateOf', '=', original);
}
