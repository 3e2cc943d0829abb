import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import type { ChannelId, MessageTs, QuestionId, WorkspaceId } from '../shared/ids.ts';
import type { StateCode } from '../shared/states.ts';

/** In how many hours threads had replies, how many, and the sum of their squares: what a mean and a variance take. */
export type ReplyHours = { readonly hours: number; readonly replies: number; readonly squares: number };

/** The hours of all threads of questions but one, since a moment. */
export async function replyHours(
  db: Database,
  workspaceId: WorkspaceId,
  {
    since,
    except,
  }: {
    readonly since: Date;
    readonly except: { readonly channel: ChannelId; readonly threadTs: MessageTs };
  },
): Promise<ReplyHours> {
  const { rows } = await sql<ReplyHours>`
    select count(*)::int as hours, coalesce(sum(replies), 0)::int as replies,
      coalesce(sum(replies * replies), 0)::int as squares
    from (
      select count(*) as replies from question_replies
      where workspace_id = ${workspaceId} and deleted_at is null and ts > ${`${since.getTime() / 1000}`}
        and (channel_id, thread_ts) <> (${except.channel}, ${except.threadTs})
      group by channel_id, thread_ts, floor(ts::numeric / 3600)
    ) as hour`.execute(db);
  return rows[0] ?? { hours: 0, replies: 0, squares: 0 };
}

export type StateCount = { readonly state: StateCode; readonly count: number };

/** The states that a question and those that ask the same were asked about, the most frequent first. */
export async function statesAsked(
  db: Database,
  workspaceId: WorkspaceId,
  id: QuestionId,
): Promise<readonly StateCount[]> {
  const { rows } = await sql<StateCount>`
    select state, count(*)::int as count from questions
    where workspace_id = ${workspaceId} and (id = ${id} or duplicate_of = ${id}) and state is not null
    group by state order by count(*) desc, state`.execute(db);
  return rows;
}
