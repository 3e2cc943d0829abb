import type { Database, Trx } from '../platform/database.ts';
import type { OutboxId, WorkspaceId } from '../shared/ids.ts';
import type { Feedback, FeedbackId } from './feedback.ts';

/** The columns of a comment, for stores of this room that select from `feedback`. */
export const FEEDBACK = [
  'feedback.id',
  'feedback.workspaceId',
  'feedback.sender',
  'feedback.senderId',
  'feedback.memberRef',
  'feedback.state',
  'feedback.responseId',
  'feedback.rating',
  'feedback.page',
  'feedback.comment',
  'feedback.url',
  'feedback.submittedAt',
  'feedback.receivedAt',
  'feedback.postId',
  'feedback.digestId',
  'feedback.status',
  'feedback.owner',
  'feedback.ticket',
] as const;

export async function findFeedback(
  db: Database,
  workspaceId: WorkspaceId,
  id: FeedbackId,
): Promise<Feedback | undefined> {
  return await db
    .selectFrom('feedback')
    .select(FEEDBACK)
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Holds the row until the transaction ends: whoever else wants to change it waits. */
export async function lockFeedback(
  trx: Trx,
  workspaceId: WorkspaceId,
  id: FeedbackId,
): Promise<Feedback | undefined> {
  return await trx
    .selectFrom('feedback')
    .select(FEEDBACK)
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** The comments that stand together in a message, in their order. */
export async function feedbackInDigest(
  db: Database,
  workspaceId: WorkspaceId,
  digestId: OutboxId,
): Promise<readonly Feedback[]> {
  return await db
    .selectFrom('feedback')
    .select(FEEDBACK)
    .where('workspaceId', '=', workspaceId)
    .where('digestId', '=', digestId)
    .orderBy('id')
    .execute();
}

export async function setOwnMessage(trx: Trx, id: FeedbackId, postId: OutboxId): Promise<void> {
  await trx.updateTable('feedback').set({ postId }).where('id', '=', id).execute();
}
