import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import { type OtherThreads, type ReplyHours, replyHours } from '../platform/reply-hours.ts';
import type { QuestionId, WorkspaceId } from '../shared/ids.ts';
import type { StateCode } from '../shared/states.ts';

/** The hours of all threads of questions but one, since a moment. */
export async function hoursOfQuestions(
  db: Database,
  workspaceId: WorkspaceId,
  others: OtherThreads,
): Promise<ReplyHours> {
  return await replyHours(db, 'questionReplies', workspaceId, others);
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
