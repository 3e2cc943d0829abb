import { type Kysely, sql } from 'kysely';

/** Member IDs, each once, encrypted, with the token that stands for it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('members')
    .addColumn('id', 'uuid', (col) => col.primaryKey())
    .addColumn('workspace_id', 'text', (col) => col.notNull())
    .addColumn('token', 'text', (col) => col.notNull().check(sql`token ~ '^M-[2-9A-HJKMNP-RTV-Z]{6}$'`))
    .addColumn('member_id_sealed', 'bytea', (col) => col.notNull())
    .addColumn('member_id_fingerprint', 'bytea', (col) => col.notNull())
    .addColumn('key_id', 'text', (col) =>
      col
        .notNull()
        .generatedAlwaysAs(
          sql`encode(substring(member_id_sealed from 3 for get_byte(member_id_sealed, 1)), 'escape')`,
        )
        .stored(),
    )
    .addUniqueConstraint('one_token_is_one_member', ['workspace_id', 'token'])
    .addUniqueConstraint('one_member_has_one_token', ['workspace_id', 'member_id_fingerprint'])
    .execute();
  await db.schema.createIndex('members_by_key').on('members').columns(['key_id', 'id']).execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('members').execute();
}
