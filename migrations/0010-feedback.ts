import { type CreateTableBuilder, type Kysely, sql } from 'kysely';

/** What members say on the website, the promise that it will be posted, and how much each sender sends. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await cases(feedbackTable(db)).execute();
  await createIndexes(db);
  await sql`
    create index outbox_unsettled_posts on outbox (workspace_id, channel_id)
    where kind = 'post' and state in ('pending', 'sending', 'unknown')`.execute(db);
  await db.schema
    .createTable('feedback_promises')
    .addColumn('workspace_id', 'text', (col) => col.primaryKey())
    .execute();
  await db.schema
    .createTable('feedback_rates')
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('sender', 'text', (col) => col.notNull())
    .addColumn('since', 'timestamptz', (col) => col.notNull())
    .addColumn('count', 'integer', (col) => col.notNull().check(sql`count >= 0`))
    .addPrimaryKeyConstraint('feedback_rates_pkey', ['workspace_id', 'sender', 'since'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index outbox_unsettled_posts`.execute(db);
  for (const table of ['feedback_rates', 'feedback_promises', 'feedback']) {
    await db.schema.dropTable(table).execute();
  }
}

/**
 * `member_ref` is no foreign key: checking it locks the member's row, which costs a third of storing a comment. The
 * statement that stores takes it from `members` itself, and members are never removed.
 */
function feedbackTable(db: Kysely<unknown>) {
  return db.schema
    .createTable('feedback')
    .addColumn('id', 'uuid', (col) => col.primaryKey())
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('sender', 'text', (col) => col.notNull())
    .addColumn('sender_id', 'text', (col) => col.notNull())
    .addColumn('fingerprint', 'bytea', (col) => col.notNull())
    .addColumn('member_ref', 'uuid', (col) => col.notNull())
    .addColumn('state', 'text', (col) => col.notNull().check(sql`state ~ '^[A-Z]{2}$'`))
    .addColumn('response_id', 'text', (col) => col.notNull())
    .addColumn('rating', 'text', (col) => col.notNull().check(sql`rating in ('good', 'neutral', 'bad')`))
    .addColumn('page', 'text', (col) => col.notNull())
    .addColumn('comment', 'text')
    .addColumn('redactions', 'jsonb')
    .addColumn('url', 'text')
    .addColumn('submitted_at', 'timestamptz', (col) => col.notNull())
    .addColumn('received_at', 'timestamptz', (col) => col.notNull())
    .addColumn('counted', 'boolean', (col) => col.notNull())
    .addColumn('post_id', 'uuid', (col) => col.references('outbox.id'))
    .addColumn('digest_id', 'uuid', (col) => col.references('outbox.id'))
    .addColumn('status', 'text', (col) =>
      col
        .notNull()
        .defaultTo('new')
        .check(sql`status in ('new', 'looking', 'planned', 'shipped', 'wont_do')`),
    )
    .addColumn('owner', 'text')
    .addColumn('ticket', 'text')
    .addColumn('words', sql`tsvector`, (col) =>
      col.generatedAlwaysAs(sql`to_tsvector('english', coalesce(comment, ''))`).stored(),
    );
}

function cases(table: CreateTableBuilder<string, string>) {
  return table
    .addUniqueConstraint('a_comment_comes_once', ['workspace_id', 'sender', 'sender_id'])
    .addCheckConstraint('only_silent_ratings_are_counted', sql`not counted or comment is null`)
    .addCheckConstraint('only_comments_are_redacted', sql`redactions is null or comment is not null`);
}

async function createIndexes(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index feedback_waiting on feedback (workspace_id, id)
    where post_id is null and digest_id is null and not counted`.execute(db);
  await sql`
    create index feedback_uncounted on feedback (workspace_id, id)
    where post_id is null and digest_id is null and counted`.execute(db);
  await db.schema
    .createIndex('feedback_by_time')
    .on('feedback')
    .columns(['workspace_id', 'received_at'])
    .execute();
  await db.schema
    .createIndex('feedback_by_page')
    .on('feedback')
    .columns(['workspace_id', 'page', 'received_at'])
    .execute();
  await sql`create index feedback_by_post on feedback (post_id) where post_id is not null`.execute(db);
  await sql`create index feedback_by_digest on feedback (digest_id) where digest_id is not null`.execute(db);
  await sql`create index feedback_by_words on feedback using gin (words)
    with (gin_pending_list_limit = 16384) where comment is not null`.execute(db);
}
