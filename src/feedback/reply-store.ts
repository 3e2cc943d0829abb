import { sql } from 'kysely';
import type { Database, Trx } from '../platform/database.ts';
import { type OtherThreads, type ReplyHours, replyHours } from '../platform/reply-hours.ts';
import type { ChannelId, MessageTs, OutboxId, WorkspaceId } from '../shared/ids.ts';
import type { StateCode } from '../shared/states.ts';
import type { FeedbackId } from './feedback.ts';
import type { StandingReply } from './hot.ts';

/** One message in the thread of a comment, as Slack names it. */
export type Reply = StandingReply & { readonly channel: ChannelId; readonly threadTs: MessageTs };

export type CommentThread = { readonly feedbackId: FeedbackId; readonly outboxId: OutboxId };

/** The comment whose own message this is. */
export async function commentAt(
  db: Database,
  workspaceId: WorkspaceId,
  channel: ChannelId,
  ts: MessageTs,
): Promise<CommentThread | undefined> {
  return await db
    .selectFrom('outbox')
    .innerJoin('feedback', 'feedback.postId', 'outbox.id')
    .select(['feedback.id as feedbackId', 'outbox.id as outboxId'])
    .where('outbox.channelId', '=', channel)
    .where('outbox.ts', '=', ts)
    .where('feedback.workspaceId', '=', workspaceId)
    .executeTakeFirst();
}

/** Between our clock and Slack's, and between our call and the message that it makes. */
const CLOCKS_DIFFER_SECONDS = 30;

/** True between a post that may have reached Slack and our record of it: a reply to it can come in first. */
export async function isCommentBeingPosted(
  db: Database,
  workspaceId: WorkspaceId,
  channel: ChannelId,
  ts: MessageTs,
): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select exists (
      select from outbox where workspace_id = ${workspaceId} and channel_id = ${channel}
        and kind = 'post' and state in ('sending', 'unknown')
        and abs(extract(epoch from attempted_at) - ${ts}::numeric) < ${CLOCKS_DIFFER_SECONDS}) as is`.execute(
    db,
  );
  return rows[0]?.is ?? false;
}

/** What is learnt of a reply, in whatever order. A deletion is final. */
export async function noteReply(
  trx: Trx,
  workspaceId: WorkspaceId,
  { channel: channelId, threadTs, ts, author }: Reply,
  { feedbackId, deletedAt }: { readonly feedbackId: FeedbackId; readonly deletedAt: Date | null },
): Promise<void> {
  await trx
    .insertInto('feedbackReplies')
    .values({ workspaceId, channelId, threadTs, ts, feedbackId, author, deletedAt })
    .onConflict((conflict) =>
      conflict.columns(['workspaceId', 'channelId', 'ts']).doUpdateSet({
        deletedAt: sql`coalesce(feedback_replies.deleted_at, excluded.deleted_at)`,
      }),
    )
    .execute();
}

/** The replies in a thread of a comment that still stand, the oldest first. */
export async function repliesIn(
  db: Database,
  workspaceId: WorkspaceId,
  { channel, threadTs }: Pick<Reply, 'channel' | 'threadTs'>,
): Promise<readonly StandingReply[]> {
  return await db
    .selectFrom('feedbackReplies')
    .select(['ts', 'author'])
    .where('workspaceId', '=', workspaceId)
    .where('channelId', '=', channel)
    .where('threadTs', '=', threadTs)
    .where('deletedAt', 'is', null)
    .orderBy('ts')
    .execute();
}

/** The hours of all threads of comments but one, since a moment. */
export async function hoursOfComments(
  db: Database,
  workspaceId: WorkspaceId,
  others: OtherThreads,
): Promise<ReplyHours> {
  return await replyHours(db, 'feedbackReplies', workspaceId, others);
}

export type StateCount = { readonly state: StateCode; readonly count: number };

/** The states that a comment and those linked to it came from, the most frequent first. */
export async function statesOfComment(
  db: Database,
  workspaceId: WorkspaceId,
  id: FeedbackId,
): Promise<readonly StateCount[]> {
  const { rows } = await sql<StateCount>`
    with own as (select ticket from feedback where id = ${id})
    select state, count(*)::int as count from feedback
    where workspace_id = ${workspaceId} and id in (
      select ${id}::uuid
      union
      select other.id from own join feedback as other on other.ticket = own.ticket
      where other.workspace_id = ${workspaceId} and other.ticket is not null
      union
      select other.feedback_id from own
      join feedback_themed as mine on own.ticket is null and mine.feedback_id = ${id}
      join feedback_themed as other on other.workspace_id = mine.workspace_id and other.theme_id = mine.theme_id)
    group by state order by count(*) desc, state`.execute(db);
  return rows;
}
