import { type Kysely, sql } from 'kysely';

/** Who looks at their App Home, what of it, and when it is drawn next. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('home_tabs')
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('user_id', 'text', (col) => col.notNull())
    .addColumn('look', 'jsonb', (col) => col.notNull().defaultTo(sql`'{}'::jsonb`))
    .addColumn('has_board', 'boolean', (col) => col.notNull().defaultTo(false))
    .addColumn('used_at', 'timestamptz', (col) => col.notNull())
    .addColumn('drawn_at', 'timestamptz')
    .addColumn('due_at', 'timestamptz')
    .addPrimaryKeyConstraint('home_tabs_pkey', ['workspace_id', 'user_id'])
    .execute();
  await db.schema
    .createIndex('home_tabs_by_use')
    .on('home_tabs')
    .columns(['workspace_id', 'used_at'])
    .execute();
  await db.schema
    .createIndex('questions_by_time')
    .on('questions')
    .columns(['workspace_id', 'asked_at'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('questions_by_time').execute();
  await db.schema.dropTable('home_tabs').execute();
}
