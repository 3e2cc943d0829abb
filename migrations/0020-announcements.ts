import { type CreateTableBuilder, type Kysely, sql } from 'kysely';

/** Announcements: what they say, where they stand, whom they are for, and every sign that somebody has read one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await announcementChecks(announcementsTable(db)).execute();
  await db.schema
    .createIndex('announcements_by_time')
    .on('announcements')
    .columns(['workspace_id', 'created_at'])
    .execute();
  await sql`
    create index announcements_scheduled on announcements (workspace_id, scheduled_for) where status = 'scheduled'`.execute(
    db,
  );
  await sql`
    create index announcements_unsettled on announcements (workspace_id, settle_at) where settle_at is not null`.execute(
    db,
  );
  await sql`
    create index announcements_counting on announcements (workspace_id, counts_until)
      where status = 'published'`.execute(db);
  await createVersions(db);
  await createPosts(db);
  await createAudience(db);
  await createLedger(db);
  await createTold(db);
  await createRecorded(db);
  await createEmoji(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of [
    'custom_emoji',
    'announcement_recorded',
    'announcement_told',
    'announcement_events',
    'announcement_memberships',
    'announcement_groups',
    'announcement_posts',
    'announcement_versions',
    'announcements',
  ]) {
    await db.schema.dropTable(table).execute();
  }
}

function announcementsTable(db: Kysely<unknown>) {
  return db.schema
    .createTable('announcements')
    .addColumn('id', 'uuid', (col) => col.primaryKey())
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('view_id', 'text')
    .addColumn('kind', 'text', (col) => col.notNull().check(sql`kind in ('written', 'tracked')`))
    .addColumn('status', 'text', (col) =>
      col
        .notNull()
        .check(sql`status in ('draft', 'awaiting_approval', 'scheduled', 'published', 'withdrawn')`),
    )
    .addColumn('version', 'integer', (col) => col.notNull().check(sql`version > 0`))
    .addColumn('title', 'text', (col) => col.notNull())
    .addColumn('text', 'text', (col) => col.notNull())
    .addColumn('links', sql`text[]`, (col) => col.notNull())
    .addColumn('audience', 'jsonb', (col) => col.notNull())
    .addColumn('placement', 'text', (col) =>
      col.notNull().check(sql`placement in ('announcements', 'both', 'teams')`),
    )
    .addColumn('importance', 'text', (col) =>
      col.notNull().check(sql`importance in ('information', 'acknowledge', 'check')`),
    )
    .addColumn('check_text', 'text')
    .addColumn('check_options', sql`text[]`)
    .addColumn('check_right', 'integer')
    .addColumn('check_explanation', 'text')
    .addColumn('own_emoji_only', 'boolean', (col) => col.notNull())
    .addColumn('reminders', 'text', (col) =>
      col.notNull().check(sql`reminders in ('none', 'once', 'twice', 'daily')`),
    )
    .addColumn('deadline', 'timestamptz')
    .addColumn('scheduled_for', 'timestamptz')
    .addColumn('topics', sql`text[]`, (col) => col.notNull().defaultTo('{}'))
    .addColumn('states', sql`text[]`, (col) => col.notNull().defaultTo('{}'))
    .addColumn('author', 'text', (col) => col.notNull())
    .addColumn('created_at', 'timestamptz', (col) => col.notNull())
    .addColumn('approved_by', 'text')
    .addColumn('approved_at', 'timestamptz')
    .addColumn('published_at', 'timestamptz')
    .addColumn('counts_until', 'timestamptz')
    .addColumn('changed_at', 'timestamptz')
    .addColumn('receipts_since', 'timestamptz')
    .addColumn('withdrawn_by', 'text')
    .addColumn('withdrawn_at', 'timestamptz')
    .addColumn('exact_as_of', sql`numeric(16, 6)`)
    .addColumn('settle_at', 'timestamptz')
    .addColumn('summary', 'uuid', (col) => col.references('outbox.id'));
}

function announcementChecks(table: CreateTableBuilder<string, string>) {
  return table
    .addUniqueConstraint('one_form_is_one_announcement', ['workspace_id', 'view_id'])
    .addCheckConstraint(
      'a_check_question_is_asked_exactly_when_it_checks',
      sql`(importance = 'check') = (check_text is not null)
        and num_nulls(check_text, check_options, check_right) in (0, 3)
        and (check_text is not null or check_explanation is null)`,
    )
    .addCheckConstraint(
      'a_check_question_has_a_right_option',
      sql`check_right between 0 and cardinality(check_options) - 1 and cardinality(check_options) between 2 and 10`,
    )
    .addCheckConstraint('an_approval_is_whole', sql`num_nulls(approved_by, approved_at) in (0, 2)`)
    .addCheckConstraint('nobody_approves_their_own', sql`approved_by <> author`)
    .addCheckConstraint(
      'what_was_published_says_when',
      sql`(status in ('draft', 'awaiting_approval', 'scheduled')) <= (published_at is null)
        and (status = 'published') <= (published_at is not null)
        and num_nulls(published_at, counts_until) in (0, 2)`,
    )
    .addCheckConstraint(
      'withdrawn_says_by_whom_and_when',
      sql`(status = 'withdrawn') = (withdrawn_at is not null) and num_nulls(withdrawn_by, withdrawn_at) in (0, 2)`,
    );
}

/** What was said, version by version. */
async function createVersions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('announcement_versions')
    .addColumn('announcement_id', 'uuid', (col) => col.notNull().references('announcements.id'))
    .addColumn('version', 'integer', (col) => col.notNull().check(sql`version > 0`))
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('by', 'text', (col) => col.notNull())
    .addColumn('at', 'timestamptz', (col) => col.notNull())
    .addColumn('title', 'text', (col) => col.notNull())
    .addColumn('text', 'text', (col) => col.notNull())
    .addColumn('check_text', 'text')
    .addColumn('check_options', sql`text[]`)
    .addColumn('check_right', 'integer')
    .addColumn('check_explanation', 'text')
    .addColumn('asks_again', 'boolean', (col) => col.notNull())
    .addPrimaryKeyConstraint('announcement_versions_pkey', ['announcement_id', 'version'])
    .execute();
  await appendOnly(db, 'announcement_versions');
}

/** Where it stands: a message of ours, which the outbox posts, or one that was there already. */
async function createPosts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('announcement_posts')
    .addColumn('announcement_id', 'uuid', (col) => col.notNull().references('announcements.id'))
    .addColumn('channel_id', 'text', (col) => col.notNull())
    .addColumn('position', 'integer', (col) => col.notNull())
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('outbox_id', 'uuid', (col) => col.references('outbox.id').unique())
    .addColumn('ts', 'text')
    .addColumn('emoji', sql`text[]`, (col) => col.notNull())
    .addColumn('emoji_done_at', 'timestamptz')
    .addPrimaryKeyConstraint('announcement_posts_pkey', ['announcement_id', 'channel_id'])
    .addCheckConstraint('a_post_is_ours_or_found', sql`num_nulls(outbox_id, ts) = 1`)
    .execute();
  await sql`
    create unique index announcement_posts_tracked on announcement_posts (workspace_id, ts, channel_id)
      where ts is not null`.execute(db);
}

/** The groups of the directory as they were when it was published, and the words on who is in them. */
async function createAudience(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('announcement_groups')
    .addColumn('announcement_id', 'uuid', (col) => col.notNull().references('announcements.id'))
    .addColumn('key', 'text', (col) => col.notNull().check(sql`key ~ '^(team|topic):'`))
    .addColumn('position', 'integer', (col) => col.notNull())
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('name', 'text', (col) => col.notNull())
    .addColumn('emoji', 'text', (col) => col.notNull())
    .addColumn('in_audience', 'boolean', (col) => col.notNull())
    .addPrimaryKeyConstraint('announcement_groups_pkey', ['announcement_id', 'key'])
    .execute();
  await db.schema
    .createTable('announcement_memberships')
    .addColumn('announcement_id', 'uuid', (col) => col.notNull().references('announcements.id'))
    .addColumn('user_id', 'text', (col) => col.notNull())
    .addColumn('group_key', 'text', (col) => col.notNull())
    .addColumn('as_of', sql`numeric(16, 6)`, (col) => col.notNull())
    .addColumn('is_member', 'boolean', (col) => col.notNull())
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('seen', 'text', (col) => col.notNull().check(sql`seen in ('posting', 'event', 'reading')`))
    .addPrimaryKeyConstraint('announcement_memberships_pkey', [
      'announcement_id',
      'user_id',
      'group_key',
      'as_of',
      'is_member',
    ])
    .execute();
  await appendOnly(db, 'announcement_memberships');
}

/** Reactions, presses of the button and answers. `at` is Slack's own time of it, which is what orders them. */
async function createLedger(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('announcement_events')
    .addColumn('position', 'bigint', (col) => col.generatedAlwaysAsIdentity().primaryKey())
    .addColumn('announcement_id', 'uuid', (col) => col.notNull().references('announcements.id'))
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('kind', 'text', (col) =>
      col.notNull().check(sql`kind in ('added', 'removed', 'pressed', 'answered')`),
    )
    .addColumn('user_id', 'text', (col) => col.notNull())
    .addColumn('at', sql`numeric(16, 6)`, (col) => col.notNull())
    .addColumn('channel_id', 'text')
    .addColumn('reaction', 'text')
    .addColumn('version', 'integer')
    .addColumn('option', 'integer', (col) => col.check(sql`option >= 0`))
    .addColumn('is_right', 'boolean')
    .addColumn('seen', 'text', (col) => col.notNull().check(sql`seen in ('event', 'reading')`))
    .addCheckConstraint(
      'a_reaction_says_which_and_where',
      sql`(kind in ('added', 'removed')) = (reaction is not null)
        and num_nulls(reaction, channel_id) in (0, 2)`,
    )
    .addCheckConstraint(
      'an_answer_says_what_and_to_what',
      sql`(kind = 'answered') = (option is not null) and num_nulls(option, is_right) in (0, 2)
        and (kind in ('pressed', 'answered')) = (version is not null)`,
    )
    .execute();
  await sql`
    create unique index announcement_events_once on announcement_events
      (announcement_id, user_id, kind, at, channel_id, reaction, option) nulls not distinct`.execute(db);
  await appendOnly(db, 'announcement_events');
}

/** What somebody was told about an announcement, each kind of it once. */
async function createTold(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('announcement_told')
    .addColumn('announcement_id', 'uuid', (col) => col.notNull().references('announcements.id'))
    .addColumn('user_id', 'text', (col) => col.notNull())
    .addColumn('what', 'text', (col) =>
      col.notNull().check(sql`what in ('joined', 'own_emoji', 'answer_waits', 'desk', 'approval')`),
    )
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('at', 'timestamptz', (col) => col.notNull())
    .addColumn('outbox_id', 'uuid', (col) => col.references('outbox.id'))
    .addPrimaryKeyConstraint('announcement_told_pkey', ['announcement_id', 'user_id', 'what'])
    .execute();
}

/** Who has acknowledged, as the audit record has it. */
async function createRecorded(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('announcement_recorded')
    .addColumn('announcement_id', 'uuid', (col) => col.notNull().references('announcements.id'))
    .addColumn('user_id', 'text', (col) => col.notNull())
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('acknowledged', 'boolean', (col) => col.notNull())
    .addPrimaryKeyConstraint('announcement_recorded_pkey', ['announcement_id', 'user_id'])
    .execute();
}

/** Custom emoji that are another name for one. */
async function createEmoji(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('custom_emoji')
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('name', 'text', (col) => col.notNull())
    .addColumn('alias_of', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('custom_emoji_pkey', ['workspace_id', 'name'])
    .execute();
}

async function appendOnly(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`
    create trigger ${sql.ref(`${table}_are_append_only`)} before update or delete on ${sql.table(table)}
    for each row execute function refuse_change_of_history()`.execute(db);
  await sql`
    create trigger ${sql.ref(`${table}_are_not_emptied`)} before truncate on ${sql.table(table)}
    for each statement execute function refuse_change_of_history()`.execute(db);
}
