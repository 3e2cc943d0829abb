import { type ExpressionBuilder, sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import type { Schema } from '../platform/schema.ts';
import type { QuestionId, SlackUserId, WorkspaceId } from '../shared/ids.ts';
import {
  BOARD_STATUSES,
  type BoardCounts,
  type BoardEntry,
  type BoardFigures,
  type BoardFilter,
  type BoardScope,
  type BoardStatus,
} from './board.ts';
import type { Tier, TopicChoice } from './question.ts';
import { toQuestion } from './rows.ts';

type Page = { readonly limit: number; readonly offset: number };

/** Live questions first, then those that nobody has claimed, the longest waiting before the others. */
export async function boardEntries(
  db: Database,
  workspaceId: WorkspaceId,
  { scope, filter, page }: { readonly scope: BoardScope; readonly filter: BoardFilter; readonly page: Page },
): Promise<readonly BoardEntry[]> {
  const rows = await matching(db, workspaceId, scope, filter)
    .selectAll('questions')
    .select(isBreached.as('isBreached'))
    .orderBy(isLive, 'desc')
    .orderBy(sql`status = 'open'`, 'desc')
    .orderBy('askedAt')
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map(({ isBreached: breached, ...row }) => ({
    question: toQuestion(row),
    isBreached: breached,
  }));
}

export async function countBoard(
  db: Database,
  workspaceId: WorkspaceId,
  scope: BoardScope,
  filter: BoardFilter,
): Promise<number> {
  const { count } = await matching(db, workspaceId, scope, filter)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** How much there is of everything that one can look at alone. */
export async function boardCounts(
  db: Database,
  workspaceId: WorkspaceId,
  scope: BoardScope,
): Promise<BoardCounts> {
  const waiting = { status: 'waiting', tier: null, topic: null } as const;
  const [statuses, tiers, topics] = await Promise.all([
    within(db, workspaceId, scope)
      .where('status', '<>', 'resolved')
      .select(
        BOARD_STATUSES.map((status) =>
          sql<number>`(count(*) filter (where ${CONDITIONS[status](scope)}))::int`.as(status),
        ),
      )
      .executeTakeFirstOrThrow(),
    matching(db, workspaceId, scope, waiting)
      .select(['tier', sql<number>`count(*)::int`.as('count')])
      .groupBy('tier')
      .orderBy('tier')
      .execute(),
    matching(db, workspaceId, scope, waiting)
      .select(['topic', sql<number>`count(*)::int`.as('count')])
      .groupBy('topic')
      .orderBy('count', 'desc')
      .orderBy('topic')
      .execute(),
  ]);
  return { statuses, tiers, topics };
}

/** Of the questions that were asked since then. Claimed is when somebody first had it in hand. */
export async function boardFigures(
  db: Database,
  workspaceId: WorkspaceId,
  scope: BoardScope,
  since: Date,
): Promise<BoardFigures> {
  const share = (percent: number, seconds: 'toClaim' | 'toAnswer') =>
    sql<number | null>`percentile_cont(${percent}::float8) within group (order by ${sql.ref(seconds)})`;
  return await db
    .selectFrom(
      within(db, workspaceId, scope)
        .where('askedAt', '>=', since)
        .select([
          sql<number>`(select count(*) from question_events e where e.question_id = questions.id and e.kind = 'breached')`.as(
            'breaches',
          ),
          sql<
            number | null
          >`(select extract(epoch from min(e.at) - questions.asked_at)::float8 from question_events e
            where e.question_id = questions.id and e.kind in ('claimed', 'handed_over'))`.as('toClaim'),
          sql<number | null>`extract(epoch from answered_at - asked_at)::float8`.as('toAnswer'),
        ])
        .as('asked'),
    )
    .select([
      sql<number>`count(*)::int`.as('asked'),
      sql<number>`count(to_claim)::int`.as('claimed'),
      sql<number>`count(to_answer)::int`.as('answered'),
      sql<number>`coalesce(sum(breaches), 0)::int`.as('breaches'),
      share(0.5, 'toClaim').as('claimMedian'),
      share(0.9, 'toClaim').as('claimP90'),
      share(0.5, 'toAnswer').as('answerMedian'),
      share(0.9, 'toAnswer').as('answerP90'),
    ])
    .executeTakeFirstOrThrow();
}

/** Who asked it and who has it in hand: they look at their own list. */
export async function peopleOfQuestion(
  db: Database,
  workspaceId: WorkspaceId,
  id: QuestionId,
): Promise<readonly SlackUserId[]> {
  const row = await db
    .selectFrom('questions')
    .select(['askedBy', 'claimedBy'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? [row.askedBy, ...(row.claimedBy ? [row.claimedBy] : [])] : [];
}

/** The beginning of the day, where the desk is. */
export async function startOfDay(db: Database, timeZone: string, now: Date): Promise<Date> {
  const { rows } = await sql<{ start: Date }>`
    select date_trunc('day', ${now}::timestamptz at time zone ${timeZone}) at time zone ${timeZone} as start`.execute(
    db,
  );
  return rows[0]?.start ?? now;
}

type Condition = (scope: BoardScope) => ReturnType<typeof sql<boolean>>;

const isWaiting = sql<boolean>`status in ('open', 'claimed')`;
const isLive = sql<boolean>`((live or irl) and hung_up_at is null and ${isWaiting})`;
const isBreached = sql<boolean>`exists (select from question_clocks c
  where c.question_id = questions.id and c.stopped_at is null and c.breached_at is not null)`;

const CONDITIONS: Readonly<Record<BoardStatus, Condition>> = {
  waiting: () => isWaiting,
  live: () => isLive,
  unclaimed: () => sql<boolean>`status = 'open'`,
  mine: ({ user }) => sql<boolean>`(status <> 'resolved' and claimed_by = ${user})`,
  breached: () => isBreached,
  answered: () => sql<boolean>`status = 'answered'`,
};

function within(db: Database, workspaceId: WorkspaceId, { channels }: BoardScope) {
  return db
    .selectFrom('questions')
    .where('questions.workspaceId', '=', workspaceId)
    .$if(channels !== null, (query) => query.where(sql<boolean>`questions.channel_id = any(${channels})`));
}

function matching(
  db: Database,
  workspaceId: WorkspaceId,
  scope: BoardScope,
  { status, tier, topic }: { status: BoardStatus; tier: Tier | null; topic: TopicChoice | null },
) {
  return within(db, workspaceId, scope).where((eb: ExpressionBuilder<Schema, 'questions'>) =>
    eb.and([
      eb('status', '<>', 'resolved'),
      CONDITIONS[status](scope),
      ...(tier === null ? [] : [eb('tier', '=', tier)]),
      ...(topic === null ? [] : [eb('topic', '=', topic)]),
    ]),
  );
}
