import { sql } from 'kysely';
import type { Database, Trx } from '../platform/database.ts';
import type { ChannelId, MessageTs, QuestionId, WorkspaceId } from '../shared/ids.ts';
import type { ThreadReply } from './reply.ts';

export type KnownReply = ThreadReply & { readonly isDeleted: boolean };

/**
 * What is learnt of a reply, in whatever order: that it was written, edited, deleted. A deletion is final, and the
 * latest edit counts. False when nothing of it was new.
 */
export async function noteReply(
  trx: Trx,
  question: { readonly id: QuestionId; readonly workspaceId: WorkspaceId },
  reply: ThreadReply,
  change: { readonly editedAt?: Date; readonly deletedAt?: Date } = {},
): Promise<boolean> {
  const { channel: channelId, threadTs, ts, author } = reply;
  const { editedAt = null, deletedAt = null } = change;
  const row = await trx
    .insertInto('questionReplies')
    .values({
      channelId,
      threadTs,
      ts,
      author,
      editedAt,
      deletedAt,
      workspaceId: question.workspaceId,
      questionId: question.id,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['workspaceId', 'channelId', 'ts'])
        .doUpdateSet({
          editedAt: sql`greatest(question_replies.edited_at, excluded.edited_at)`,
          deletedAt: sql`coalesce(question_replies.deleted_at, excluded.deleted_at)`,
        })
        .where(
          sql<boolean>`excluded.edited_at > coalesce(question_replies.edited_at, '-infinity')
            or (excluded.deleted_at is not null and question_replies.deleted_at is null)`,
        ),
    )
    .returning('ts')
    .executeTakeFirst();
  return row !== undefined;
}

export async function replyAt(
  db: Database,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  ts: MessageTs,
): Promise<(KnownReply & { readonly questionId: QuestionId }) | undefined> {
  const row = await replies(db, workspaceId)
    .where('channelId', '=', channelId)
    .where('ts', '=', ts)
    .executeTakeFirst();
  return row && { ...toReply(row), questionId: row.questionId };
}

/** What is known of the replies in one thread, the oldest first. */
export async function repliesIn(
  db: Database,
  workspaceId: WorkspaceId,
  { channel, threadTs }: Pick<ThreadReply, 'channel' | 'threadTs'>,
): Promise<readonly KnownReply[]> {
  const rows = await replies(db, workspaceId)
    .where('channelId', '=', channel)
    .where('threadTs', '=', threadTs)
    .orderBy('ts')
    .execute();
  return rows.map(toReply);
}

function replies(db: Database, workspaceId: WorkspaceId) {
  return db
    .selectFrom('questionReplies')
    .select(['channelId', 'threadTs', 'ts', 'author', 'questionId', 'deletedAt'])
    .where('workspaceId', '=', workspaceId);
}

type ReplyRow = Awaited<ReturnType<ReturnType<typeof replies>['execute']>>[number];

function toReply({ channelId: channel, threadTs, ts, author, deletedAt }: ReplyRow): KnownReply {
  return { channel, threadTs, ts, author, isDeleted: deletedAt !== null };
}
