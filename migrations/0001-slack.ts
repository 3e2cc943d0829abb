import { type Kysely, sql } from 'kysely';

/** What stands between the app and Slack: events that came in, messages that go out, and the pace of calls. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('inbox')
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('event_id', 'text', (col) => col.notNull())
    .addColumn('body', 'bytea', (col) => col.notNull())
    .addColumn('received_at', 'timestamptz', (col) => col.notNull().defaultTo(sql`now()`))
    .addColumn('attempts', 'integer', (col) => col.notNull().defaultTo(0))
    .addColumn('failure_code', 'text')
    .addPrimaryKeyConstraint('inbox_pkey', ['workspace_id', 'event_id'])
    .execute();

  await db.schema
    .createTable('inbox_seen')
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('event_id', 'text', (col) => col.notNull())
    .addColumn('seen_at', 'timestamptz', (col) => col.notNull().defaultTo(sql`now()`))
    .addPrimaryKeyConstraint('inbox_seen_pkey', ['workspace_id', 'event_id'])
    .execute();
  await db.schema.createIndex('inbox_seen_by_time').on('inbox_seen').column('seen_at').execute();

  await db.schema
    .createTable('outbox')
    .addColumn('id', 'uuid', (col) => col.primaryKey())
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('kind', 'text', (col) => col.notNull().check(sql`kind in ('post', 'update', 'notice')`))
    .addColumn('state', 'text', (col) =>
      col
        .notNull()
        .defaultTo('pending')
        .check(sql`state in ('pending', 'sending', 'unknown', 'done', 'rejected', 'dropped')`),
    )
    .addColumn('view', 'text', (col) => col.notNull())
    .addColumn('payload', 'jsonb', (col) => col.notNull())
    .addColumn('channel_id', 'text')
    .addColumn('user_id', 'text')
    .addColumn('thread_of', 'uuid', (col) => col.references('outbox.id'))
    .addColumn('thread_ts', 'text')
    .addColumn('target_id', 'uuid', (col) => col.references('outbox.id'))
    .addColumn('ts', 'text')
    .addColumn('attempts', 'integer', (col) => col.notNull().defaultTo(0))
    .addColumn('attempted_at', 'timestamptz')
    .addColumn('error_code', 'text')
    .addColumn('created_at', 'timestamptz', (col) => col.notNull().defaultTo(sql`now()`))
    .addColumn('settled_at', 'timestamptz')
    .addCheckConstraint('outbox_goes_somewhere', sql`channel_id is not null or user_id is not null`)
    .addCheckConstraint('an_update_names_its_message', sql`(kind = 'update') = (target_id is not null)`)
    .addCheckConstraint(
      'a_finished_post_has_its_place',
      sql`kind <> 'post' or state <> 'done' or (ts is not null and channel_id is not null)`,
    )
    .addCheckConstraint(
      'settled_means_settled',
      sql`(state in ('done', 'rejected', 'dropped')) = (settled_at is not null)`,
    )
    .execute();
  await db.schema
    .createIndex('outbox_one_waiting_update')
    .unique()
    .on('outbox')
    .column('target_id')
    .where(sql.ref('kind'), '=', sql.lit('update'))
    .where(sql.ref('state'), '=', sql.lit('pending'))
    .execute();
  await db.schema.createIndex('outbox_by_message').on('outbox').columns(['channel_id', 'ts']).execute();
  await db.schema
    .createIndex('outbox_rejected')
    .on('outbox')
    .columns(['workspace_id', 'settled_at'])
    .where(sql.ref('state'), '=', sql.lit('rejected'))
    .execute();

  await db.schema
    .createTable('slack_pace')
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('scope', 'text', (col) => col.notNull())
    .addColumn('next_at', 'timestamptz', (col) => col.notNull())
    .addPrimaryKeyConstraint('slack_pace_pkey', ['workspace_id', 'scope'])
    .execute();

  await db.schema
    .createTable('direct_messages')
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('user_id', 'text', (col) => col.notNull())
    .addColumn('channel_id', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('direct_messages_pkey', ['workspace_id', 'user_id'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['direct_messages', 'slack_pace', 'outbox', 'inbox_seen', 'inbox']) {
    await db.schema.dropTable(table).execute();
  }
}
