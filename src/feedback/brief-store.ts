import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import type { StateCode } from '../shared/states.ts';
import type { RedactedText } from '../shared/text.ts';
import type { Feedback, FeedbackId, Page, Rating, Status } from './feedback.ts';

export type RatingCount = { readonly rating: Rating; readonly state: StateCode; readonly count: number };

/** How a page was rated since a moment, by rating and state. */
export async function ratingsOf(
  db: Database,
  workspaceId: WorkspaceId,
  { page, since }: { readonly page: Page; readonly since: Date },
): Promise<readonly RatingCount[]> {
  const rows = await db
    .selectFrom('feedback')
    .select((eb) => ['rating', 'state', eb.fn.countAll<string>().as('count')])
    .where('workspaceId', '=', workspaceId)
    .where('page', '=', page)
    .where('receivedAt', '>', since)
    .groupBy(['rating', 'state'])
    .execute();
  return rows.map(({ count, ...rest }) => ({ ...rest, count: Number(count) }));
}

export type Similar = {
  readonly id: FeedbackId;
  readonly rating: Rating;
  readonly page: Page;
  readonly state: StateCode;
  readonly status: Status;
  readonly comment: RedactedText;
  readonly submittedAt: Date;
  readonly postId: Feedback['postId'];
};

/** Of those that share a word, so many of the latest are compared. */
const MOST_COMPARED = 2_000;
/** Below this, comments have no more in common than any two. */
const LEAST_LIKENESS = 0.25;

/**
 * Comments that say something alike. Words are PostgreSQL's lexemes (stems, without stop words); the likeness of two
 * comments is the cosine of their sets of lexemes: the shared ones over the root of the product of both numbers.
 */
export async function similarTo(
  db: Database,
  workspaceId: WorkspaceId,
  { id, since, limit }: { readonly id: FeedbackId; readonly since: Date; readonly limit: number },
): Promise<readonly Similar[]> {
  const { rows } = await sql<Similar>`
    with asked as (
      select lexemes, array_to_string(array(
        select quote_literal(lexeme) from unnest(lexemes) as lexeme where lexeme ~ '^[[:alnum:]]+$'), ' | ')::tsquery as any_of
      from (select tsvector_to_array(words) as lexemes from feedback
        where workspace_id = ${workspaceId} and id = ${id}) as own
    ),
    others as (
      select feedback.*, tsvector_to_array(words) as lexemes from feedback, asked
      where workspace_id = ${workspaceId} and id <> ${id} and comment is not null and received_at > ${since}
        and words @@ any_of
      order by received_at desc limit ${MOST_COMPARED}
    )
    select id, rating, page, state, status, comment, submitted_at, post_id
    from others, asked,
      lateral (select count(*) as shared from unnest(others.lexemes) as lexeme where lexeme = any(asked.lexemes)) as common,
      lateral (select shared / sqrt(cardinality(others.lexemes)::float8 * cardinality(asked.lexemes)) as likeness) as alike
    where likeness >= ${LEAST_LIKENESS} and (shared > 1 or cardinality(asked.lexemes) = 1)
    order by likeness desc, received_at desc limit ${limit}`.execute(db);
  return rows;
}
