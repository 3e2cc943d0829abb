import { type Kysely, sql } from 'kysely';

/** Care teams, regions, topics and roles as administrators wrote them, and what Slack says about the names in them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('directory_versions')
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('version', 'integer', (col) => col.notNull().check(sql`version > 0`))
    .addColumn('source', 'text', (col) => col.notNull())
    .addColumn('document', 'jsonb', (col) => col.notNull())
    .addColumn('applied_by', 'text', (col) => col.notNull())
    .addColumn('applied_at', 'timestamptz', (col) => col.notNull())
    .addPrimaryKeyConstraint('directory_versions_pkey', ['workspace_id', 'version'])
    .execute();
  await sql`
    create function keep_directory_version() returns trigger language plpgsql as $$
    begin
      raise exception 'rows of % are kept as they are', tg_table_name using errcode = 'integrity_constraint_violation';
    end $$`.execute(db);
  await sql`
    create trigger directory_versions_are_kept before update or delete on directory_versions
    for each row execute function keep_directory_version()`.execute(db);
  await sql`
    create trigger directory_versions_are_not_emptied before truncate on directory_versions
    for each statement execute function keep_directory_version()`.execute(db);

  await db.schema
    .createTable('directory_channels')
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('name', 'text', (col) => col.notNull())
    .addColumn('channel_id', 'text')
    .addColumn('current_name', 'text')
    .addColumn('is_private', 'boolean', (col) => col.notNull().defaultTo(false))
    .addColumn('status', 'text', (col) =>
      col.notNull().check(sql`status in ('ok', 'missing', 'archived', 'not_member', 'external')`),
    )
    .addColumn('checked_at', 'timestamptz', (col) => col.notNull())
    .addPrimaryKeyConstraint('directory_channels_pkey', ['workspace_id', 'name'])
    .addCheckConstraint(
      'only_a_known_channel_has_more_to_say',
      sql`channel_id is not null or status = 'missing'`,
    )
    .execute();
  await db.schema
    .createIndex('directory_channels_by_id')
    .on('directory_channels')
    .columns(['workspace_id', 'channel_id'])
    .execute();

  await db.schema
    .createTable('directory_groups')
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('handle', 'text', (col) => col.notNull())
    .addColumn('group_id', 'text')
    .addColumn('current_handle', 'text')
    .addColumn('is_disabled', 'boolean', (col) => col.notNull().defaultTo(false))
    .addPrimaryKeyConstraint('directory_groups_pkey', ['workspace_id', 'handle'])
    .execute();
  await db.schema
    .createIndex('directory_groups_by_id')
    .on('directory_groups')
    .columns(['workspace_id', 'group_id'])
    .execute();

  await db.schema
    .createTable('directory_people')
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('reference', 'text', (col) => col.notNull())
    .addColumn('user_id', 'text')
    .addPrimaryKeyConstraint('directory_people_pkey', ['workspace_id', 'reference'])
    .execute();
  await db.schema
    .createIndex('directory_people_by_user')
    .on('directory_people')
    .columns(['workspace_id', 'user_id'])
    .execute();

  await db.schema
    .createTable('people')
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('user_id', 'text', (col) => col.notNull())
    .addColumn('is_deactivated', 'boolean', (col) => col.notNull())
    .addColumn('is_external', 'boolean', (col) => col.notNull())
    .addColumn('is_guest', 'boolean', (col) => col.notNull())
    .addColumn('is_bot', 'boolean', (col) => col.notNull())
    .addColumn('as_of', sql`numeric(16, 6)`, (col) => col.notNull())
    .addPrimaryKeyConstraint('people_pkey', ['workspace_id', 'user_id'])
    .execute();

  await db.schema
    .createTable('rosters')
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('source_id', 'text', (col) => col.notNull())
    .addColumn('refreshed_at', 'timestamptz')
    .addColumn('changed_in_slack', 'bigint')
    .addPrimaryKeyConstraint('rosters_pkey', ['workspace_id', 'source_id'])
    .execute();
  await db.schema
    .createTable('roster_members')
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('source_id', 'text', (col) => col.notNull())
    .addColumn('user_id', 'text', (col) => col.notNull())
    .addColumn('is_member', 'boolean', (col) => col.notNull())
    .addColumn('as_of', sql`numeric(16, 6)`, (col) => col.notNull())
    .addPrimaryKeyConstraint('roster_members_pkey', ['workspace_id', 'source_id', 'user_id'])
    .addForeignKeyConstraint(
      'roster_members_belong_to_a_roster',
      ['workspace_id', 'source_id'],
      'rosters',
      ['workspace_id', 'source_id'],
      (fk) => fk.onDelete('cascade').onUpdate('cascade'),
    )
    .execute();
  await db.schema
    .createIndex('roster_members_by_person')
    .on('roster_members')
    .columns(['workspace_id', 'user_id'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  const tables = [
    'roster_members',
    'rosters',
    'people',
    'directory_people',
    'directory_groups',
    'directory_channels',
    'directory_versions',
  ];
  for (const table of tables) await db.schema.dropTable(table).execute();
  await sql`drop function keep_directory_version()`.execute(db);
}
