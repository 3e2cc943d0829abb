import { sql } from 'kysely';
import type { Database, Trx } from '../platform/database.ts';
import type { ChannelId, OutboxId } from '../shared/ids.ts';
import type { Feedback, FeedbackId } from './feedback.ts';
import type { FeedbackEventId } from './work.ts';

/** A comment whose thread people write in, and the message at its head. */
export type OpenThread = {
  readonly feedbackId: FeedbackId;
  readonly postId: OutboxId;
  readonly channel: ChannelId;
};

/**
 * The threads of the comments that are linked to this one, its own included: with the same ticket or, when it has none,
 * with a theme in common. A thread is open once somebody has discussed the comment or written there.
 */
export async function linkedThreads(
  db: Database,
  { id, workspaceId, ticket }: Pick<Feedback, 'id' | 'workspaceId' | 'ticket'>,
  limit: number,
): Promise<readonly OpenThread[]> {
  const others =
    ticket === null
      ? sql`select other.feedback_id from feedback_themed as own
          join feedback_themed as other on other.workspace_id = own.workspace_id and other.theme_id = own.theme_id
          where own.feedback_id = ${id}`
      : sql`select other.id from feedback as other
          where other.workspace_id = ${workspaceId} and other.ticket = ${ticket} and other.ticket is not null`;
  const { rows } = await sql<OpenThread>`
    select feedback.id as feedback_id, feedback.post_id, outbox.channel_id as channel
    from feedback join outbox on outbox.id = feedback.post_id
    where feedback.workspace_id = ${workspaceId} and feedback.id in (select ${id}::uuid union ${others})
      and outbox.channel_id is not null
      and (exists (select from feedback_threads where feedback_threads.feedback_id = feedback.id)
        or exists (select from feedback_replies where feedback_replies.feedback_id = feedback.id and deleted_at is null))
    order by feedback.received_at desc limit ${limit}`.execute(db);
  return rows;
}

/** True for the first caller: it is said once in each thread. */
export async function markTold(
  trx: Trx,
  {
    eventId,
    feedbackId,
    workspaceId,
  }: { readonly eventId: FeedbackEventId } & Pick<Feedback, 'workspaceId'> & {
      readonly feedbackId: FeedbackId;
    },
): Promise<boolean> {
  const row = await trx
    .insertInto('feedbackShippedNotes')
    .values({ eventId, feedbackId, workspaceId })
    .onConflict((conflict) => conflict.columns(['eventId', 'feedbackId']).doNothing())
    .returning('eventId')
    .executeTakeFirst();
  return row !== undefined;
}
