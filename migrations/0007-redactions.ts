import { type Kysely, sql } from 'kysely';

/** What was taken out of questions, by rule and never by value, and what people said is no PHI. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('question_redactions')
    .addColumn('question_id', 'uuid', (col) => col.notNull().references('questions.id'))
    .addColumn('part', 'text', (col) => col.notNull().check(sql`part in ('question', 'note')`))
    .addColumn('rule', 'text', (col) => col.notNull().check(sql`rule ~ '^[a-z0-9-]+[.][a-z0-9-]+$'`))
    .addColumn('type', 'text', (col) => col.notNull())
    .addColumn('count', 'integer', (col) => col.notNull().check(sql`count > 0`))
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('question_redactions_pkey', ['question_id', 'part', 'rule', 'type'])
    .execute();
  await createChoices(db);
  await sql`
    create view redaction_overruled as
    select workspace_id, rule, count(*) as shown, count(*) filter (where kept) as overruled
    from redaction_choices group by workspace_id, rule`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop view redaction_overruled`.execute(db);
  await db.schema.dropTable('redaction_choices').execute();
  await db.schema.dropTable('question_redactions').execute();
}

/** One row for each finding that somebody was shown and could overrule, when they posted. */
async function createChoices(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('redaction_choices')
    .addColumn('question_id', 'uuid', (col) => col.notNull().references('questions.id'))
    .addColumn('position', 'integer', (col) => col.notNull().check(sql`position >= 0`))
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('by', 'text', (col) => col.notNull())
    .addColumn('at', 'timestamptz', (col) => col.notNull())
    .addColumn('rule', 'text', (col) => col.notNull().check(sql`rule ~ '^[a-z0-9-]+[.][a-z0-9-]+$'`))
    .addColumn('type', 'text', (col) => col.notNull())
    .addColumn('kept', 'boolean', (col) => col.notNull())
    .addPrimaryKeyConstraint('redaction_choices_pkey', ['question_id', 'position'])
    .execute();
  await db.schema
    .createIndex('redaction_choices_by_rule')
    .on('redaction_choices')
    .columns(['workspace_id', 'rule'])
    .execute();
  await sql`
    create trigger redaction_choices_are_append_only before update or delete on redaction_choices
    for each row execute function refuse_change_of_history()`.execute(db);
  await sql`
    create trigger redaction_choices_are_not_emptied before truncate on redaction_choices
    for each statement execute function refuse_change_of_history()`.execute(db);
}
