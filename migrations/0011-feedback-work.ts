import { type Kysely, sql } from 'kysely';

/** What product managers do with comments: decide, talk, find, and be told of spikes and hot threads. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createDecisions(db);
  await createThreads(db);
  await createSpikes(db);
  await createHotThreads(db);
  await createFilters(db);
  await sql`create index feedback_by_ticket on feedback (workspace_id, ticket) where ticket is not null`.execute(
    db,
  );
  await sql`
    create index feedback_by_status on feedback (workspace_id, status, received_at) where status <> 'new'`.execute(
    db,
  );
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('feedback_by_status').execute();
  await db.schema.dropIndex('feedback_by_ticket').execute();
  for (const table of [
    'feedback_filters',
    'hot_threads',
    'feedback_spikes',
    'feedback_replies',
    'feedback_threads',
    'feedback_shipped_notes',
    'feedback_events',
    'feedback_themed',
    'feedback_themes',
  ]) {
    await db.schema.dropTable(table).execute();
  }
}

async function createDecisions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('feedback_themes')
    .addColumn('id', 'uuid', (col) => col.primaryKey())
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('name', 'text', (col) => col.notNull().check(sql`char_length(name) between 1 and 40`))
    .addUniqueConstraint('one_theme_of_a_name', ['workspace_id', 'name'])
    .execute();
  await db.schema
    .createTable('feedback_themed')
    .addColumn('feedback_id', 'uuid', (col) => col.notNull().references('feedback.id'))
    .addColumn('theme_id', 'uuid', (col) => col.notNull().references('feedback_themes.id'))
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('feedback_themed_pkey', ['feedback_id', 'theme_id'])
    .execute();
  await db.schema
    .createIndex('feedback_themed_by_theme')
    .on('feedback_themed')
    .columns(['workspace_id', 'theme_id'])
    .execute();
  await createHistory(db);
  await db.schema
    .createTable('feedback_shipped_notes')
    .addColumn('event_id', 'uuid', (col) => col.notNull().references('feedback_events.id'))
    .addColumn('feedback_id', 'uuid', (col) => col.notNull().references('feedback.id'))
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('feedback_shipped_notes_pkey', ['event_id', 'feedback_id'])
    .execute();
}

async function createHistory(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('feedback_events')
    .addColumn('position', 'bigint', (col) => col.generatedAlwaysAsIdentity().primaryKey())
    .addColumn('id', 'uuid', (col) => col.notNull().unique())
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('feedback_id', 'uuid', (col) => col.notNull().references('feedback.id'))
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('by', 'text', (col) => col.notNull())
    .addColumn('at', 'timestamptz', (col) => col.notNull())
    .addColumn('detail', 'jsonb', (col) => col.notNull())
    .addCheckConstraint('a_feedback_event_is_what_its_detail_says', sql`kind = detail ->> 'kind'`)
    .execute();
  await db.schema
    .createIndex('feedback_events_by_feedback')
    .on('feedback_events')
    .columns(['feedback_id', 'position'])
    .execute();
  await sql`
    create trigger feedback_events_are_append_only before update or delete on feedback_events
    for each row execute function refuse_change_of_history()`.execute(db);
  await sql`
    create trigger feedback_events_are_not_emptied before truncate on feedback_events
    for each statement execute function refuse_change_of_history()`.execute(db);
}

async function createThreads(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('feedback_threads')
    .addColumn('feedback_id', 'uuid', (col) => col.primaryKey().references('feedback.id'))
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('opened_by', 'text', (col) => col.notNull())
    .addColumn('opened_at', 'timestamptz', (col) => col.notNull())
    .addColumn('brief_id', 'uuid', (col) => col.notNull().references('outbox.id'))
    .execute();
  await db.schema
    .createTable('feedback_replies')
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('channel_id', 'text', (col) => col.notNull())
    .addColumn('thread_ts', 'text', (col) => col.notNull())
    .addColumn('ts', 'text', (col) => col.notNull())
    .addColumn('feedback_id', 'uuid', (col) => col.notNull().references('feedback.id'))
    .addColumn('author', 'text', (col) => col.notNull())
    .addColumn('deleted_at', 'timestamptz')
    .addPrimaryKeyConstraint('feedback_replies_pkey', ['workspace_id', 'channel_id', 'ts'])
    .execute();
  await db.schema
    .createIndex('feedback_replies_by_thread')
    .on('feedback_replies')
    .columns(['workspace_id', 'channel_id', 'thread_ts'])
    .execute();
  await db.schema
    .createIndex('feedback_replies_by_feedback')
    .on('feedback_replies')
    .column('feedback_id')
    .execute();
}

async function createSpikes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('feedback_spikes')
    .addColumn('id', 'uuid', (col) => col.primaryKey())
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('page', 'text', (col) => col.notNull())
    .addColumn('found_at', 'timestamptz', (col) => col.notNull())
    .addColumn('bad', 'integer', (col) => col.notNull().check(sql`bad > 0`))
    .addColumn('expected', 'float8', (col) => col.notNull().check(sql`expected >= 0`))
    .addColumn('chance', 'float8', (col) => col.notNull().check(sql`chance between 0 and 1`))
    .addColumn('post_id', 'uuid', (col) => col.notNull().references('outbox.id'))
    .addColumn('ended_at', 'timestamptz')
    .execute();
  await db.schema
    .createIndex('a_spike_is_called_out_once')
    .unique()
    .on('feedback_spikes')
    .columns(['workspace_id', 'page'])
    .where(sql.ref('ended_at'), 'is', null)
    .execute();
}

async function createHotThreads(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('hot_threads')
    .addColumn('id', 'uuid', (col) => col.primaryKey())
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('channel_id', 'text', (col) => col.notNull())
    .addColumn('thread_ts', 'text', (col) => col.notNull())
    .addColumn('question_id', 'uuid', (col) => col.references('questions.id'))
    .addColumn('feedback_id', 'uuid', (col) => col.references('feedback.id'))
    .addColumn('root_id', 'uuid', (col) => col.notNull().references('outbox.id'))
    .addColumn('heat', 'text', (col) => col.notNull().check(sql`heat in ('many', 'fast')`))
    .addColumn('found_at', 'timestamptz', (col) => col.notNull())
    .addColumn('post_id', 'uuid', (col) => col.notNull().references('outbox.id'))
    .addColumn('owner', 'text')
    .addColumn('known_by', 'text')
    .addColumn('room', 'text', (col) =>
      col.notNull().defaultTo('none').check(sql`room in ('none', 'wanted', 'made', 'refused')`),
    )
    .addColumn('room_by', 'text')
    .addColumn('room_channel', 'text')
    .addColumn('room_error', 'text')
    .addUniqueConstraint('a_hot_thread_is_brought_once', ['workspace_id', 'channel_id', 'thread_ts'])
    .addCheckConstraint('a_hot_thread_is_about_one_thing', sql`num_nonnulls(question_id, feedback_id) = 1`)
    .addCheckConstraint('a_room_was_asked_for', sql`(room = 'none') = (room_by is null)`)
    .addCheckConstraint(
      'a_room_that_is_made_has_its_channel',
      sql`room <> 'made' or room_channel is not null`,
    )
    .addCheckConstraint('a_refused_room_says_why', sql`(room = 'refused') = (room_error is not null)`)
    .execute();
}

async function createFilters(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('feedback_filters')
    .addColumn('id', 'uuid', (col) => col.primaryKey())
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('user_id', 'text', (col) => col.notNull())
    .addColumn('name', 'text', (col) => col.notNull().check(sql`char_length(name) between 1 and 60`))
    .addColumn('filter', 'jsonb', (col) => col.notNull())
    .addUniqueConstraint('one_filter_of_a_name', ['workspace_id', 'user_id', 'name'])
    .execute();
}
