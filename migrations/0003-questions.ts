import { type CreateTableBuilder, type Kysely, sql } from 'kysely';

/** Questions, their cards and replies, and everything that happened to them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await statusChecks(questionsTable(db)).execute();
  await db.schema
    .createIndex('questions_unresolved')
    .on('questions')
    .columns(['workspace_id', 'asked_at'])
    .where(sql.ref('status'), '<>', sql.lit('resolved'))
    .execute();
  await db.schema
    .createIndex('questions_by_asker')
    .on('questions')
    .columns(['workspace_id', 'asked_by', 'asked_at'])
    .execute();
  await db.schema
    .createIndex('questions_by_member')
    .on('questions')
    .columns(['workspace_id', 'member_id_fingerprint'])
    .where(sql.ref('member_id_fingerprint'), 'is not', null)
    .execute();

  await createEvents(db);
  await createCardsAndReplies(db);
  await createMemory(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of [
    'unpostable_places',
    'preferences',
    'question_replies',
    'question_cards',
    'question_events',
    'questions',
  ]) {
    await db.schema.dropTable(table).execute();
  }
  await sql`drop function refuse_change_of_history()`.execute(db);
}

function questionsTable(db: Kysely<unknown>) {
  return db.schema
    .createTable('questions')
    .addColumn('id', 'uuid', (col) => col.primaryKey())
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('view_id', 'text')
    .addColumn('asked_by', 'text', (col) => col.notNull())
    .addColumn('asked_at', 'timestamptz', (col) => col.notNull())
    .addColumn('text', 'text', (col) => col.notNull())
    .addColumn('topic', 'text', (col) => col.notNull())
    .addColumn('state', 'text', (col) => col.check(sql`state ~ '^[A-Z]{2}$'`))
    .addColumn('exchange', 'text', (col) => col.check(sql`exchange in ('on', 'off')`))
    .addColumn('irl', 'boolean', (col) => col.notNull())
    .addColumn('live', 'boolean', (col) => col.notNull())
    .addColumn('care_team', 'text')
    .addColumn('member_id_sealed', 'bytea')
    .addColumn('member_id_fingerprint', 'bytea')
    .addColumn('source_channel', 'text')
    .addColumn('source_ts', 'text')
    .addColumn('tier', 'integer', (col) => col.notNull().check(sql`tier between 1 and 3`))
    .addColumn('place', 'text', (col) => col.notNull())
    .addColumn('place_name', 'text', (col) => col.notNull())
    .addColumn('channel_id', 'text', (col) => col.notNull())
    .addColumn('reason', 'text', (col) => col.notNull())
    .addColumn('move', 'integer', (col) => col.notNull().check(sql`move >= 0`))
    .addColumn('placed_at', 'timestamptz', (col) => col.notNull())
    .addColumn('status', 'text', (col) =>
      col.notNull().check(sql`status in ('open', 'claimed', 'answered', 'resolved')`),
    )
    .addColumn('claimed_by', 'text')
    .addColumn('claimed_at', 'timestamptz')
    .addColumn('answer_channel', 'text')
    .addColumn('answer_ts', 'text')
    .addColumn('answer_author', 'text')
    .addColumn('answer_marked_by', 'text')
    .addColumn('answered_at', 'timestamptz')
    .addColumn('resolved_by', 'text')
    .addColumn('resolved_at', 'timestamptz')
    .addColumn('first_response_by', 'text')
    .addColumn('first_response_at', 'timestamptz')
    .addColumn('asker_message', 'uuid', (col) => col.references('outbox.id'));
}

/** The same cases as the type of a question's status: each knows exactly what it knows there. */
function statusChecks(table: CreateTableBuilder<string, string>) {
  return table
    .addUniqueConstraint('one_form_is_one_question', ['workspace_id', 'view_id'])
    .addCheckConstraint('a_claim_has_its_time', sql`(status = 'claimed') = (claimed_at is not null)`)
    .addCheckConstraint('a_claim_has_its_claimer', sql`status <> 'claimed' or claimed_by is not null`)
    .addCheckConstraint(
      'open_and_resolved_have_no_claimer',
      sql`status not in ('open', 'resolved') or claimed_by is null`,
    )
    .addCheckConstraint(
      'an_answer_is_whole',
      sql`num_nulls(answer_channel, answer_ts, answer_author, answer_marked_by, answered_at) in (0, 5)`,
    )
    .addCheckConstraint('answered_has_an_answer', sql`status <> 'answered' or answer_ts is not null`)
    .addCheckConstraint(
      'open_and_claimed_have_no_answer',
      sql`status not in ('open', 'claimed') or answer_ts is null`,
    )
    .addCheckConstraint(
      'resolved_has_its_resolver',
      sql`(status = 'resolved') = (resolved_by is not null and resolved_at is not null)
        and num_nulls(resolved_by, resolved_at) in (0, 2)`,
    )
    .addCheckConstraint(
      'a_first_response_is_whole',
      sql`num_nulls(first_response_by, first_response_at) in (0, 2)`,
    )
    .addCheckConstraint(
      'a_member_id_is_sealed_and_found',
      sql`num_nulls(member_id_sealed, member_id_fingerprint) in (0, 2)`,
    )
    .addCheckConstraint('a_source_is_whole', sql`num_nulls(source_channel, source_ts) in (0, 2)`);
}

async function createEvents(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('question_events')
    .addColumn('position', 'bigint', (col) => col.generatedAlwaysAsIdentity().primaryKey())
    .addColumn('id', 'uuid', (col) => col.notNull().unique())
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('question_id', 'uuid', (col) => col.notNull().references('questions.id'))
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('by', 'text')
    .addColumn('at', 'timestamptz', (col) => col.notNull())
    .addColumn('status_before', 'text')
    .addColumn('status_after', 'text', (col) => col.notNull())
    .addColumn('note', 'text')
    .addColumn('detail', 'jsonb', (col) => col.notNull().check(sql`detail ->> 'kind' is not null`))
    .addCheckConstraint('an_event_is_what_its_detail_says', sql`kind = detail ->> 'kind'`)
    .execute();
  await db.schema
    .createIndex('question_events_by_question')
    .on('question_events')
    .columns(['question_id', 'position'])
    .execute();
  await sql`
    create function refuse_change_of_history() returns trigger language plpgsql as $$
    begin
      raise exception 'Rows of % are never changed or removed', tg_table_name using errcode = 'restrict_violation';
    end $$`.execute(db);
  await sql`
    create trigger question_events_are_append_only before update or delete on question_events
    for each row execute function refuse_change_of_history()`.execute(db);
  await sql`
    create trigger question_events_are_not_emptied before truncate on question_events
    for each statement execute function refuse_change_of_history()`.execute(db);
}

async function createCardsAndReplies(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('question_cards')
    .addColumn('question_id', 'uuid', (col) => col.notNull().references('questions.id'))
    .addColumn('move', 'integer', (col) => col.notNull())
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('channel_id', 'text', (col) => col.notNull())
    .addColumn('outbox_id', 'uuid', (col) => col.notNull().unique().references('outbox.id'))
    .addColumn('linked_at', 'timestamptz')
    .addPrimaryKeyConstraint('question_cards_pkey', ['question_id', 'move'])
    .execute();
  await db.schema
    .createTable('question_replies')
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('channel_id', 'text', (col) => col.notNull())
    .addColumn('thread_ts', 'text', (col) => col.notNull())
    .addColumn('ts', 'text', (col) => col.notNull())
    .addColumn('question_id', 'uuid', (col) => col.notNull().references('questions.id'))
    .addColumn('author', 'text', (col) => col.notNull())
    .addColumn('edited_at', 'timestamptz')
    .addColumn('deleted_at', 'timestamptz')
    .addPrimaryKeyConstraint('question_replies_pkey', ['workspace_id', 'channel_id', 'ts'])
    .execute();
  await db.schema
    .createIndex('question_replies_by_thread')
    .on('question_replies')
    .columns(['workspace_id', 'channel_id', 'thread_ts'])
    .execute();
}

async function createMemory(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('preferences')
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('user_id', 'text', (col) => col.notNull())
    .addColumn('state', 'text', (col) => col.check(sql`state ~ '^[A-Z]{2}$'`))
    .addColumn('topic', 'text')
    .addPrimaryKeyConstraint('preferences_pkey', ['workspace_id', 'user_id'])
    .execute();
  await db.schema
    .createTable('unpostable_places')
    .addColumn('id', 'uuid', (col) => col.primaryKey())
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('name', 'text', (col) => col.notNull())
    .addColumn('channel_id', 'text')
    .addColumn('status', 'text', (col) => col.notNull())
    .addColumn('question_id', 'uuid', (col) => col.references('questions.id'))
    .addColumn('found_at', 'timestamptz', (col) => col.notNull())
    .addColumn('cleared_at', 'timestamptz')
    .execute();
  await db.schema
    .createIndex('unpostable_places_told_once')
    .unique()
    .on('unpostable_places')
    .columns(['workspace_id', 'name'])
    .where(sql.ref('cleared_at'), 'is', null)
    .execute();
}
