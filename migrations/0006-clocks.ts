import { type Kysely, sql } from 'kysely';

/** Clocks that run while a question waits, the wider circles that were called, and what ends a wait. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table questions
      add column hung_up_at timestamptz,
      add column declined_by text[] not null default '{}',
      add column duplicate_of uuid references questions (id),
      add constraint no_question_is_its_own_duplicate check (duplicate_of <> id)`.execute(db);
  await sql`
    create index questions_by_claimer on questions (workspace_id, claimed_by) where claimed_by is not null`.execute(
    db,
  );
  await sql`
    create index questions_by_original on questions (duplicate_of) where duplicate_of is not null`.execute(
    db,
  );
  await sql`alter table people add column is_away boolean not null default false`.execute(db);
  await createClocks(db);
  await createCalls(db);
  await createMeasures(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop view live_waits`.execute(db);
  await db.schema.dropTable('question_calls').execute();
  await db.schema.dropTable('question_clocks').execute();
  await sql`alter table people drop column is_away`.execute(db);
  await sql`drop index questions_by_claimer`.execute(db);
  await sql`
    alter table questions drop column hung_up_at, drop column declined_by, drop column duplicate_of`.execute(
    db,
  );
}

async function createClocks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('question_clocks')
    .addColumn('id', 'uuid', (col) => col.primaryKey())
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('question_id', 'uuid', (col) => col.notNull().references('questions.id'))
    .addColumn('kind', 'text', (col) => col.notNull().check(sql`kind in ('claim', 'answer')`))
    .addColumn('lane', 'text', (col) => col.notNull().check(sql`lane in ('tier1', 'tier2', 'tier3', 'live')`))
    .addColumn('move', 'integer', (col) => col.notNull())
    .addColumn('started_at', 'timestamptz', (col) => col.notNull())
    .addColumn('due_at', 'timestamptz', (col) => col.notNull())
    .addColumn('plan', 'jsonb', (col) => col.notNull())
    .addColumn('step', 'integer', (col) => col.notNull())
    .addColumn('next_at', 'timestamptz')
    .addColumn('breached_at', 'timestamptz')
    .addColumn('stopped_at', 'timestamptz')
    .addCheckConstraint(
      'a_clock_has_a_next_step_until_its_plan_is_done',
      sql`(next_at is null) = (step >= jsonb_array_length(plan))`,
    )
    .execute();
  await sql`
    create unique index question_clocks_running on question_clocks (question_id, kind) where stopped_at is null`.execute(
    db,
  );
  await sql`
    create index question_clocks_next on question_clocks (workspace_id, next_at)
      where stopped_at is null and next_at is not null`.execute(db);
}

async function createCalls(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('question_calls')
    .addColumn('id', 'uuid', (col) => col.primaryKey())
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('question_id', 'uuid', (col) => col.notNull().references('questions.id'))
    .addColumn('move', 'integer', (col) => col.notNull())
    .addColumn('circle', 'text', (col) => col.notNull().check(sql`circle in ('tier', 'next', 'supervisors')`))
    .addColumn('channel_id', 'text', (col) => col.notNull())
    .addColumn('who', 'text', (col) => col.notNull())
    .addColumn('group_id', 'text')
    .addColumn('outbox_id', 'uuid', (col) => col.notNull().unique().references('outbox.id'))
    .addColumn('at', 'timestamptz', (col) => col.notNull())
    .addUniqueConstraint('each_circle_is_called_once', ['question_id', 'circle', 'channel_id'])
    .execute();
}

/**
 * How long each live question waited for a human: for the first of somebody other than the asker who took it, was
 * given it, or replied. The team is the place where it was asked.
 */
async function createMeasures(db: Kysely<unknown>): Promise<void> {
  await sql`
    create view live_waits as
    select q.id as question_id, q.workspace_id, q.asked_at, q.care_team,
      asked.detail -> 'to' ->> 'placeName' as team,
      human.at as first_human_at,
      extract(epoch from human.at - q.asked_at)::double precision as seconds
    from questions q
    join question_events asked on asked.question_id = q.id and asked.kind = 'asked'
    left join lateral (
      select min(e.at) as at from question_events e
      where e.question_id = q.id and e.kind in ('claimed', 'handed_over', 'first_response', 'answered')
        and coalesce(e.detail -> 'reply' ->> 'author', e.detail -> 'answer' ->> 'author', e.by) <> q.asked_by
    ) human on true
    where q.live or q.irl`.execute(db);
}
