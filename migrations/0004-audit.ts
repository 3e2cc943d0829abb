import { type Kysely, sql } from 'kysely';

/** The record of who saw and did what: one chain of rows a workspace, and where each chain ends. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createEntries(db);
  await db.schema
    .createTable('audit_heads')
    .addColumn('workspace_id', 'text', (col) => col.primaryKey())
    .addColumn('seq', 'bigint', (col) => col.notNull().check(sql`seq > 0`))
    .addColumn('hash', 'bytea', (col) => col.notNull())
    .execute();
  await refuseChanges(db);
  await createHeadFunction(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop function lock_audit_head(text)`.execute(db);
  await db.schema.dropTable('audit_heads').execute();
  await db.schema.dropTable('audit_entries').execute();
  await sql`drop function audit_heads_only_advance()`.execute(db);
}

async function createEntries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit_entries')
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('seq', 'bigint', (col) => col.notNull().check(sql`seq > 0`))
    .addColumn('at', 'timestamptz', (col) => col.notNull())
    .addColumn('action', 'text', (col) => col.notNull().check(sql`action ~ '^[a-z]+[.][a-z_]+$'`))
    .addColumn('outcome', 'text', (col) => col.notNull().check(sql`outcome in ('done', 'denied')`))
    .addColumn('by', 'text')
    .addColumn('question_id', 'uuid')
    .addColumn('member', 'text', (col) => col.check(sql`member ~ '^M-[2-9A-Z]{6}$'`))
    .addColumn('facts', 'text', (col) => col.notNull().check(sql`jsonb_typeof(facts::jsonb) = 'object'`))
    .addColumn('hash', 'bytea', (col) => col.notNull().check(sql`octet_length(hash) = 32`))
    .addPrimaryKeyConstraint('audit_entries_pkey', ['workspace_id', 'seq'])
    .execute();
  await db.schema
    .createIndex('audit_entries_by_time')
    .on('audit_entries')
    .columns(['workspace_id', 'at', 'seq'])
    .execute();
  await db.schema
    .createIndex('audit_entries_by_member')
    .on('audit_entries')
    .columns(['workspace_id', 'member', 'at', 'seq'])
    .where(sql.ref('member'), 'is not', null)
    .execute();
}

/** `enable always`: they fire in a session of a replication role too. */
async function refuseChanges(db: Kysely<unknown>): Promise<void> {
  await sql`
    create trigger audit_entries_are_append_only before update or delete on audit_entries
    for each row execute function refuse_change_of_history()`.execute(db);
  await sql`
    create trigger audit_entries_are_not_emptied before truncate on audit_entries
    for each statement execute function refuse_change_of_history()`.execute(db);
  await sql`
    create function audit_heads_only_advance() returns trigger language plpgsql as $$
    begin
      if new.workspace_id = old.workspace_id and new.seq > old.seq then return new; end if;
      raise exception 'The head of an audit record only advances' using errcode = 'restrict_violation';
    end $$`.execute(db);
  await sql`
    create trigger audit_heads_advance before update on audit_heads
    for each row execute function audit_heads_only_advance()`.execute(db);
  await sql`
    create trigger audit_heads_stay before delete on audit_heads
    for each row execute function refuse_change_of_history()`.execute(db);
  await sql`
    create trigger audit_heads_are_not_emptied before truncate on audit_heads
    for each statement execute function refuse_change_of_history()`.execute(db);
  for (const [table, trigger] of [
    ['audit_entries', 'audit_entries_are_append_only'],
    ['audit_entries', 'audit_entries_are_not_emptied'],
    ['audit_heads', 'audit_heads_advance'],
    ['audit_heads', 'audit_heads_stay'],
    ['audit_heads', 'audit_heads_are_not_emptied'],
  ] as const) {
    await sql`alter table ${sql.table(table)} enable always trigger ${sql.ref(trigger)}`.execute(db);
  }
}

/**
 * Waits for its turn, then reads where the chain ends. One function, hence one round trip; and volatile, so that the
 * reading sees what was committed while it waited, which a single statement would not.
 */
async function createHeadFunction(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function lock_audit_head(workspace text) returns table (seq bigint, hash bytea)
    language plpgsql volatile as $$
    begin
      perform pg_advisory_xact_lock(hashtextextended('audit/' || workspace, 0));
      return query select head.seq, head.hash from audit_heads head where head.workspace_id = workspace;
    end $$`.execute(db);
}
