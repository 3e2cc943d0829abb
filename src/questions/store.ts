import { sql } from 'kysely';
import type { Database, Trx } from '../platform/database.ts';
import type { OutboxId, QuestionId, SlackUserId, WorkspaceId } from '../shared/ids.ts';
import type { ViewId } from './ids.ts';
import type { Question } from './question.ts';
import { toColumns, toQuestion } from './rows.ts';

/** False when this form has made a question already; a submission that runs at the same moment is waited for. */
export async function insertQuestion(trx: Trx, question: Question, viewId: ViewId | null): Promise<boolean> {
  const { id, workspaceId, askedBy, askedAt, text, topic, exchange, irl, live, careTeam, source } = question;
  const { move, reason, place, placeName, tier, channel, since } = question.placement;
  const row = await trx
    .insertInto('questions')
    .values({
      ...toColumns(question),
      id,
      workspaceId,
      viewId,
      askedBy,
      askedAt,
      text,
      topic,
      exchange,
      irl,
      live,
      careTeam,
      tier,
      place,
      placeName,
      reason,
      move,
      channelId: channel,
      placedAt: since,
      status: question.status.name,
      memberRef: question.member,
      sourceChannel: source?.channel ?? null,
      sourceTs: source?.ts ?? null,
    })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'viewId']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function findQuestion(
  db: Database,
  workspaceId: WorkspaceId,
  id: QuestionId,
): Promise<Question | undefined> {
  const row = await select(db, workspaceId).where('id', '=', id).executeTakeFirst();
  return row && toQuestion(row);
}

/** Locks the row until the transaction ends, so that two clicks are decided one after the other. */
export async function lockQuestion(
  trx: Trx,
  workspaceId: WorkspaceId,
  id: QuestionId,
): Promise<Question | undefined> {
  const row = await select(trx, workspaceId).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toQuestion(row);
}

/** Locks several at once, always in the same order: two people who mean the same two wait for each other only once. */
export async function lockQuestions(
  trx: Trx,
  workspaceId: WorkspaceId,
  ids: readonly QuestionId[],
): Promise<readonly Question[]> {
  const rows = await select(trx, workspaceId).where('id', 'in', ids).orderBy('id').forUpdate().execute();
  return rows.map(toQuestion);
}

export async function questionOfView(
  db: Database,
  workspaceId: WorkspaceId,
  viewId: ViewId,
): Promise<Question | undefined> {
  const row = await select(db, workspaceId).where('viewId', '=', viewId).executeTakeFirst();
  return row && toQuestion(row);
}

export async function saveQuestion(trx: Trx, question: Question): Promise<void> {
  await trx
    .updateTable('questions')
    .set(toColumns(question))
    .where('id', '=', question.id)
    .where('workspaceId', '=', question.workspaceId)
    .executeTakeFirstOrThrow();
}

export async function saveAskerMessage(trx: Trx, id: QuestionId, askerMessage: OutboxId): Promise<void> {
  await trx.updateTable('questions').set({ askerMessage }).where('id', '=', id).executeTakeFirstOrThrow();
}

/** What somebody has claimed and not answered yet, live questions first. */
export async function questionsHeldBy(
  db: Database,
  workspaceId: WorkspaceId,
  user: SlackUserId,
): Promise<readonly Question[]> {
  const rows = await select(db, workspaceId)
    .where('claimedBy', '=', user)
    .where('status', '=', 'claimed')
    .orderBy(isLiveRow, 'desc')
    .orderBy('askedAt')
    .execute();
  return rows.map(toQuestion);
}

/** Everybody who has a question in hand. */
export async function claimers(db: Database, workspaceId: WorkspaceId): Promise<readonly SlackUserId[]> {
  const rows = await db
    .selectFrom('questions')
    .select('claimedBy')
    .distinct()
    .where('workspaceId', '=', workspaceId)
    .where('status', '=', 'claimed')
    .execute();
  return rows.flatMap(({ claimedBy }) => claimedBy ?? []);
}

/** For one person's App Home: what is not resolved first; of that live ones, then what has an answer to look at, then the newest. */
export async function questionsAskedBy(
  db: Database,
  workspaceId: WorkspaceId,
  user: SlackUserId,
  { limit, offset = 0 }: { readonly limit: number; readonly offset?: number },
): Promise<readonly Question[]> {
  const rows = await select(db, workspaceId)
    .where('askedBy', '=', user)
    .orderBy((eb) => eb('status', '=', 'resolved'))
    .orderBy(isLiveRow, 'desc')
    .orderBy((eb) => eb('status', '<>', 'answered'))
    .orderBy('askedAt', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(toQuestion);
}

export async function countAskedBy(
  db: Database,
  workspaceId: WorkspaceId,
  user: SlackUserId,
): Promise<number> {
  const { count } = await db
    .selectFrom('questions')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('workspaceId', '=', workspaceId)
    .where('askedBy', '=', user)
    .executeTakeFirstOrThrow();
  return count;
}

/** The same as `isLive`, for what still waits. */
const isLiveRow = sql<boolean>`(live or irl) and hung_up_at is null and status in ('open', 'claimed')`;

function select(db: Database, workspaceId: WorkspaceId) {
  return db.selectFrom('questions').selectAll().where('workspaceId', '=', workspaceId);
}
