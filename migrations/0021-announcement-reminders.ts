import { type Kysely, sql } from 'kysely';

/** Who is reminded of an announcement and when, the files that are made of its receipts, and what became of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table people add column time_zone text`.execute(db);
  await createReminders(db);
  await createFiles(db);
  await db.schema
    .createTable('announcement_milestones')
    .addColumn('announcement_id', 'uuid', (col) => col.notNull().references('announcements.id'))
    .addColumn('what', 'text', (col) => col.notNull().check(sql`what in ('picture', 'effect')`))
    .addColumn('due_at', 'timestamptz', (col) => col.notNull())
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('at', 'timestamptz', (col) => col.notNull())
    .addPrimaryKeyConstraint('announcement_milestones_pkey', ['announcement_id', 'what', 'due_at'])
    .execute();
  await db.schema
    .createTable('announcement_counts')
    .addColumn('announcement_id', 'uuid', (col) => col.notNull().references('announcements.id'))
    .addColumn('group_key', 'text', (col) =>
      col.notNull().check(sql`group_key = 'all' or group_key ~ '^(team|topic):'`),
    )
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('total', 'integer', (col) => col.notNull())
    .addColumn('acknowledged', 'integer', (col) => col.notNull())
    .addPrimaryKeyConstraint('announcement_counts_pkey', ['announcement_id', 'group_key'])
    .addCheckConstraint('no_more_than_all_acknowledge', sql`acknowledged between 0 and total`)
    .execute();
  await sql`alter table home_tabs add column has_news boolean not null default false`.execute(db);
  await sql`
    create view asked_questions as
      select workspace_id, asked_by, asked_at, topic, state from questions`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop view asked_questions`.execute(db);
  await sql`alter table home_tabs drop column has_news`.execute(db);
  for (const table of [
    'announcement_counts',
    'announcement_milestones',
    'announcement_files',
    'announcement_sweeps',
    'announcement_reminders',
  ]) {
    await db.schema.dropTable(table).execute();
  }
  await sql`alter table people drop column time_zone`.execute(db);
}

/** `round_at`: since when receipts are asked for. An edit that asks for new ones begins another round. */
async function createReminders(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('announcement_reminders')
    .addColumn('announcement_id', 'uuid', (col) => col.notNull().references('announcements.id'))
    .addColumn('round_at', 'timestamptz', (col) => col.notNull())
    .addColumn('user_id', 'text', (col) => col.notNull())
    .addColumn('point', 'text', (col) => col.notNull())
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('at', 'timestamptz', (col) => col.notNull())
    .addColumn('outbox_id', 'uuid', (col) => col.references('outbox.id'))
    .addPrimaryKeyConstraint('announcement_reminders_pkey', [
      'announcement_id',
      'round_at',
      'user_id',
      'point',
    ])
    .execute();
  await sql`
    create index announcement_reminders_held on announcement_reminders (workspace_id, announcement_id)
      where outbox_id is null`.execute(db);
  await sql`
    create index announcement_reminders_by_person on announcement_reminders (announcement_id, user_id)`.execute(
    db,
  );
  await db.schema
    .createTable('announcement_sweeps')
    .addColumn('announcement_id', 'uuid', (col) => col.notNull().references('announcements.id'))
    .addColumn('round_at', 'timestamptz', (col) => col.notNull())
    .addColumn('time_zone', 'text', (col) => col.notNull())
    .addColumn('point', 'text', (col) => col.notNull())
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('at', 'timestamptz', (col) => col.notNull())
    .addPrimaryKeyConstraint('announcement_sweeps_pkey', [
      'announcement_id',
      'round_at',
      'time_zone',
      'point',
    ])
    .execute();
}

async function createFiles(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('announcement_files')
    .addColumn('id', 'uuid', (col) => col.primaryKey())
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('announcement_id', 'uuid', (col) => col.notNull().references('announcements.id'))
    .addColumn('kind', 'text', (col) => col.notNull().check(sql`kind in ('table', 'picture')`))
    .addColumn('groups', sql`text[]`)
    .addColumn('for_user', 'text')
    .addColumn('asked_by', 'text')
    .addColumn('asked_at', 'timestamptz', (col) => col.notNull())
    .addColumn('slack_file', 'text')
    .addColumn('state', 'text', (col) =>
      col.notNull().check(sql`state in ('asked', 'sent', 'sharing', 'shared', 'rejected')`),
    )
    .addColumn('error_code', 'text')
    .addCheckConstraint(
      'what_was_sent_has_its_id',
      sql`state in ('asked', 'rejected') or slack_file is not null`,
    )
    .addCheckConstraint(
      'only_pictures_of_everybody_stand_in_threads',
      sql`
      for_user is not null or (kind = 'picture' and groups is null)`,
    )
    .execute();
  await db.schema
    .createIndex('announcement_files_by_announcement')
    .on('announcement_files')
    .columns(['announcement_id'])
    .execute();
}
