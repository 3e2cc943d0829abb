import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import type { Feedback, Page, Rating } from './feedback.ts';
import type { FeedbackFilter } from './filter.ts';
import { FEEDBACK } from './store.ts';

type Wanted = { readonly workspaceId: WorkspaceId; readonly filter: FeedbackFilter };

/** The comments that a filter lets through. Words are searched as PostgreSQL's full text does, as in a search engine. */
function matching(db: Database, { workspaceId, filter }: Wanted) {
  const { page, rating, state, theme, status, text } = filter;
  return db
    .selectFrom('feedback')
    .where('feedback.workspaceId', '=', workspaceId)
    .$if(page !== null, (query) => query.where('page', '=', page))
    .$if(rating !== null, (query) => query.where('rating', '=', rating))
    .$if(state !== null, (query) => query.where('state', '=', state))
    .$if(status !== null, (query) => query.where('status', '=', status))
    .$if(theme !== null, (query) =>
      query.where('feedback.id', 'in', (eb) =>
        eb.selectFrom('feedbackThemed').select('feedbackId').where('themeId', '=', theme),
      ),
    )
    .$if(text !== null, (query) => query.where(searched(text ?? '')));
}

function searched(text: string): RawBuilder<boolean> {
  return sql<boolean>`feedback.words @@ websearch_to_tsquery('english', ${text}) and feedback.comment is not null`;
}

/** Beyond this, nobody turns pages; and counting them would take longer than showing them. */
export const MOST_COUNTED = 1_000;

/** One page of them, the latest first, and how many there are, counted up to one more than `MOST_COUNTED`. */
export async function browse(
  db: Database,
  wanted: Wanted,
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
): Promise<{ readonly comments: readonly Feedback[]; readonly total: number }> {
  const [comments, counted] = await Promise.all([
    matching(db, wanted)
      .select(FEEDBACK)
      .orderBy('feedback.receivedAt', 'desc')
      .orderBy('feedback.id', 'desc')
      .limit(pageSize)
      .offset(page * pageSize)
      .execute(),
    db
      .selectFrom(
        matching(db, wanted)
          .select('feedback.id')
          .limit(MOST_COUNTED + 1)
          .as('some'),
      )
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow(),
  ]);
  return { comments, total: Number(counted.count) };
}

/** All of them in parts, the latest first, for an export that never holds all at once. */
export async function* inParts(
  db: Database,
  wanted: Wanted,
  span: { readonly from: Date | null; readonly to: Date | null },
): AsyncGenerator<readonly Feedback[]> {
  let last: Pick<Feedback, 'receivedAt' | 'id'> | undefined;
  for (;;) {
    const before = last;
    const part = await matching(db, wanted)
      .select(FEEDBACK)
      .$if(span.from !== null, (query) => query.where('receivedAt', '>=', span.from ?? new Date(0)))
      .$if(span.to !== null, (query) => query.where('receivedAt', '<', span.to ?? new Date(0)))
      .$if(before !== undefined, (query) =>
        query.where(
          sql<boolean>`(feedback.received_at, feedback.id) <
            (select received_at, id from feedback where id = ${before?.id})`,
        ),
      )
      .orderBy('feedback.receivedAt', 'desc')
      .orderBy('feedback.id', 'desc')
      .limit(500)
      .execute();
    if (part.length === 0) return;
    yield part;
    last = part.at(-1);
  }
}

export const TREND_WEEKS = 8;

export type WeekCount = {
  readonly page: Page;
  readonly rating: Rating;
  /** 0 is the week that ends now. */
  readonly week: number;
  readonly count: number;
};

/** How many came in each of the last weeks, by page and rating. */
export async function trendOf(db: Database, wanted: Wanted, until: Date): Promise<readonly WeekCount[]> {
  const since = new Date(until.getTime() - TREND_WEEKS * 7 * 24 * 3_600_000);
  const week = sql<number>`least(${TREND_WEEKS - 1}, greatest(0,
    floor(extract(epoch from ${until}::timestamptz - feedback.received_at) / 604800)::int))`;
  const rows = await matching(db, wanted)
    .select((eb) => ['page', 'rating', week.as('week'), eb.fn.countAll<string>().as('count')])
    .where('receivedAt', '>', since)
    .where('receivedAt', '<=', until)
    .groupBy(['page', 'rating', sql`"week"`])
    .execute();
  return rows.map(({ count, ...rest }) => ({ ...rest, count: Number(count) }));
}

/** Pages whose names hold something, the busiest of the last weeks first. */
export async function pagesLike(
  db: Database,
  workspaceId: WorkspaceId,
  { typed, since, limit }: { readonly typed: string; readonly since: Date; readonly limit: number },
): Promise<readonly Page[]> {
  const part = `%${typed.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const rows = await db
    .selectFrom('feedback')
    .select('page')
    .where('workspaceId', '=', workspaceId)
    .where('receivedAt', '>', since)
    .where(sql<boolean>`lower(page) like ${part}`)
    .groupBy('page')
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .orderBy('page')
    .limit(limit)
    .execute();
  return rows.map(({ page }) => page);
}
