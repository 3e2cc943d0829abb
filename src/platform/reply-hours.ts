import { sql } from 'kysely';
import type { ChannelId, MessageTs, WorkspaceId } from '../shared/ids.ts';
import type { Database } from './database.ts';

/** In how many hours threads had replies, how many, and the sum of their squares: what a mean and a variance take. */
export type ReplyHours = { readonly hours: number; readonly replies: number; readonly squares: number };

export type OtherThreads = {
  readonly since: Date;
  readonly except: { readonly channel: ChannelId; readonly threadTs: MessageTs };
};

/** The hours of all threads but one, since a moment, in a room's own table of replies. */
export async function replyHours(
  db: Database,
  table: 'questionReplies' | 'feedbackReplies',
  workspaceId: WorkspaceId,
  { since, except }: OtherThreads,
): Promise<ReplyHours> {
  const { rows } = await sql<ReplyHours>`
    select count(*)::int as hours, coalesce(sum(replies), 0)::int as replies,
      coalesce(sum(replies * replies), 0)::int as squares
    from (
      select count(*) as replies from ${sql.table(table)}
      where workspace_id = ${workspaceId} and deleted_at is null and ts > ${`${since.getTime() / 1000}`}
        and (channel_id, thread_ts) <> (${except.channel}, ${except.threadTs})
      group by channel_id, thread_ts, floor(ts::numeric / 3600)
    ) as hour`.execute(db);
  return rows[0] ?? { hours: 0, replies: 0, squares: 0 };
}
