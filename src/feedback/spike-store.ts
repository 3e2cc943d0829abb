import { sql } from 'kysely';
import type { Database, Trx } from '../platform/database.ts';
import { uuidv7 } from '../platform/uuid.ts';
import type { OutboxId, WorkspaceId } from '../shared/ids.ts';
import type { Feedback, Page } from './feedback.ts';
import { HISTORY_HOURS, type PageHistory, SpikeId, type Surroundings } from './spike.ts';
import { FEEDBACK } from './store.ts';

export type Spike = {
  readonly id: SpikeId;
  readonly page: Page;
  /** The end of the hour. */
  readonly foundAt: Date;
  readonly bad: number;
  readonly expected: number;
  readonly chance: number;
  readonly endedAt: Date | null;
};

const HOUR_MS = 3_600_000;
const before = (at: Date, hours: number): Date => new Date(at.getTime() - hours * HOUR_MS);

/** When the member rated, unless the sender's clock is ahead of ours. */
const RATED_AT = sql<Date>`least(feedback.submitted_at, feedback.received_at)`;

/** Bad ratings that members gave in the hour before a moment. What comes in late counts in its own hour. */
function badInHour(db: Database, workspaceId: WorkspaceId, until: Date) {
  const since = before(until, 1);
  return db
    .selectFrom('feedback')
    .where('feedback.workspaceId', '=', workspaceId)
    .where('rating', '=', 'bad')
    .where('receivedAt', '>', since)
    .where(RATED_AT, '>', since)
    .where(RATED_AT, '<=', until);
}

export async function badPages(
  db: Database,
  workspaceId: WorkspaceId,
  until: Date,
): Promise<ReadonlyMap<Page, number>> {
  const rows = await badInHour(db, workspaceId, until)
    .select((eb) => ['page', eb.fn.countAll<string>().as('count')])
    .groupBy('page')
    .execute();
  return new Map(rows.map(({ page, count }) => [page, Number(count)]));
}

/** The comments of a spike: those with words first, the latest first. */
export async function commentsOfSpike(
  db: Database,
  workspaceId: WorkspaceId,
  { page, foundAt }: Pick<Spike, 'page' | 'foundAt'>,
  limit: number,
): Promise<readonly Feedback[]> {
  return await badInHour(db, workspaceId, foundAt)
    .select(FEEDBACK)
    .where('page', '=', page)
    .where('receivedAt', '<=', foundAt)
    .orderBy(sql`comment is null`)
    .orderBy('submittedAt', 'desc')
    .limit(limit)
    .execute();
}

/** What all pages together were like in the four weeks before the hour that ends now. */
export async function surroundingsAt(
  db: Database,
  workspaceId: WorkspaceId,
  until: Date,
): Promise<Surroundings> {
  const { pages, bad } = await db
    .selectFrom('feedback')
    .select((eb) => [
      eb.fn.count<string>('page').distinct().as('pages'),
      eb.fn.countAll<string>().filterWhere('rating', '=', 'bad').as('bad'),
    ])
    .where('workspaceId', '=', workspaceId)
    .where('receivedAt', '>', before(until, HISTORY_HOURS + 1))
    .where(RATED_AT, '<=', before(until, 1))
    .executeTakeFirstOrThrow();
  const count = Math.max(1, Number(pages));
  return { pages: count, averagePerHour: Number(bad) / count / HISTORY_HOURS };
}

/** The hours before the one that ends now, the latest first. */
export async function historyOfPage(
  db: Database,
  workspaceId: WorkspaceId,
  { page, until }: { readonly page: Page; readonly until: Date },
): Promise<PageHistory> {
  const end = before(until, 1);
  const begin = before(end, HISTORY_HOURS);
  const { rows } = await sql<{ hour: number; bad: number }>`
    select floor(extract(epoch from ${end}::timestamptz - ${RATED_AT}) / 3600)::int as hour, count(*)::int as bad
    from feedback
    where workspace_id = ${workspaceId} and page = ${page} and rating = 'bad'
      and received_at > ${begin} and ${RATED_AT} > ${begin} and ${RATED_AT} <= ${end}
    group by 1`.execute(db);
  const counts = Array.from({ length: HISTORY_HOURS }, () => 0);
  for (const { hour, bad } of rows) counts[hour] = bad;
  return { counts, hours: await hoursKnown(db, workspaceId, page, end) };
}

/** How long anything has been heard of a page. */
async function hoursKnown(db: Database, workspaceId: WorkspaceId, page: Page, end: Date): Promise<number> {
  const row = await db
    .selectFrom('feedback')
    .select('receivedAt')
    .where('workspaceId', '=', workspaceId)
    .where('page', '=', page)
    .orderBy('receivedAt')
    .limit(1)
    .executeTakeFirst();
  if (!row) return 0;
  return Math.max(0, Math.floor((end.getTime() - row.receivedAt.getTime()) / HOUR_MS));
}

const SPIKE = ['id', 'page', 'foundAt', 'bad', 'expected', 'chance', 'endedAt'] as const;

export async function openSpikes(db: Database, workspaceId: WorkspaceId): Promise<readonly Spike[]> {
  return await db
    .selectFrom('feedbackSpikes')
    .select(SPIKE)
    .where('workspaceId', '=', workspaceId)
    .where('endedAt', 'is', null)
    .execute();
}

export async function findSpike(
  db: Database,
  workspaceId: WorkspaceId,
  id: SpikeId,
): Promise<Spike | undefined> {
  return await db
    .selectFrom('feedbackSpikes')
    .select(SPIKE)
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export function newSpikeId(): SpikeId {
  return SpikeId.parse(uuidv7());
}

/** Two instances look at the same time: the second waits here, and then sees what the first has found. */
export async function lockSpikes(trx: Trx, workspaceId: WorkspaceId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`feedback spikes ${workspaceId}`}, 0))`.execute(
    trx,
  );
}

export async function insertSpike(
  trx: Trx,
  workspaceId: WorkspaceId,
  spike: Omit<Spike, 'endedAt'> & { readonly postId: OutboxId },
): Promise<void> {
  await trx
    .insertInto('feedbackSpikes')
    .values({ workspaceId, ...spike, endedAt: null })
    .execute();
}

export async function endSpike(db: Database, id: SpikeId, endedAt: Date): Promise<void> {
  await db
    .updateTable('feedbackSpikes')
    .set({ endedAt })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .execute();
}
