import type { Database, Trx } from '../platform/database.ts';
import type { ChannelId, MessageTs, OutboxId, QuestionId, WorkspaceId } from '../shared/ids.ts';
import type { Question } from './question.ts';

/** The message of one move of a question. `ts` is there once Slack has it. */
export type Card = {
  readonly questionId: QuestionId;
  readonly move: number;
  readonly channel: ChannelId;
  readonly outboxId: OutboxId;
  readonly ts: MessageTs | null;
  /** Slack will not have it: refused, or no longer worth showing. */
  readonly isLost: boolean;
};

export async function insertCard(trx: Trx, question: Question, outboxId: OutboxId): Promise<void> {
  const { id: questionId, workspaceId, placement } = question;
  await trx
    .insertInto('questionCards')
    .values({ questionId, workspaceId, move: placement.move, channelId: placement.channel, outboxId })
    .execute();
}

/** All cards of a question, the oldest first. */
export async function cardsOf(
  db: Database,
  workspaceId: WorkspaceId,
  questionId: QuestionId,
): Promise<readonly Card[]> {
  const rows = await cards(db, workspaceId)
    .where('questionCards.questionId', '=', questionId)
    .orderBy('move')
    .execute();
  return rows.map(toCard);
}

/** The card that a message is, so that replies in its thread are known to be about its question. */
export async function cardAt(
  db: Database,
  workspaceId: WorkspaceId,
  channel: ChannelId,
  ts: MessageTs,
): Promise<Card | undefined> {
  const row = await cards(db, workspaceId)
    .where('outbox.channelId', '=', channel)
    .where('outbox.ts', '=', ts)
    .executeTakeFirst();
  return row && toCard(row);
}

/** Between our clock and Slack's, and between our call and the message that it makes. */
const CLOCKS_DIFFER_MS = 30_000;

/** True between a post that may have reached Slack and our record of it: a reply to it can come in first. */
export async function isCardBeingPosted(
  db: Database,
  workspaceId: WorkspaceId,
  channel: ChannelId,
  posted: Date,
): Promise<boolean> {
  const row = await cards(db, workspaceId)
    .where('questionCards.channelId', '=', channel)
    .where('outbox.state', 'in', ['sending', 'unknown'])
    .where('outbox.attemptedAt', '<', new Date(posted.getTime() + CLOCKS_DIFFER_MS))
    .where('outbox.attemptedAt', '>', new Date(posted.getTime() - CLOCKS_DIFFER_MS))
    .executeTakeFirst();
  return row !== undefined;
}

/** Cards that Slack has, of questions that are not resolved. */
export async function watchedCards(db: Database, workspaceId: WorkspaceId): Promise<readonly Card[]> {
  const rows = await cards(db, workspaceId)
    .innerJoin('questions', 'questions.id', 'questionCards.questionId')
    .where('questions.status', '<>', 'resolved')
    .where('outbox.state', '=', 'done')
    .orderBy('questions.askedAt')
    .orderBy('questionCards.move')
    .execute();
  return rows.map(toCard);
}

/** True for the first caller: the notes that link the threads of two cards are posted once. */
export async function markLinked(trx: Trx, { questionId, move }: Card, at: Date): Promise<boolean> {
  const row = await trx
    .updateTable('questionCards')
    .set({ linkedAt: at })
    .where('questionId', '=', questionId)
    .where('move', '=', move)
    .where('linkedAt', 'is', null)
    .returning('move')
    .executeTakeFirst();
  return row !== undefined;
}

function cards(db: Database, workspaceId: WorkspaceId) {
  return db
    .selectFrom('questionCards')
    .innerJoin('outbox', 'outbox.id', 'questionCards.outboxId')
    .where('questionCards.workspaceId', '=', workspaceId)
    .select([
      'questionCards.questionId',
      'questionCards.move',
      'questionCards.channelId as channel',
      'questionCards.outboxId',
      'outbox.ts',
      'outbox.state',
    ]);
}

type CardRow = Awaited<ReturnType<ReturnType<typeof cards>['execute']>>[number];

function toCard({ state, ...card }: CardRow): Card {
  return { ...card, isLost: state === 'rejected' || state === 'dropped' };
}
