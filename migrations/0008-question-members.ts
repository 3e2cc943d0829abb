import { type Kysely, sql } from 'kysely';

/**
 * A question points to its member, who is kept once. IDs that were sealed beside questions before can't be carried
 * over here, because a migration has no keys: no release kept any.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('questions_by_member').execute();
  await db.schema.alterTable('questions').dropConstraint('a_member_id_is_sealed_and_found').execute();
  await db.schema
    .alterTable('questions')
    .dropColumn('member_id_sealed')
    .dropColumn('member_id_fingerprint')
    .addColumn('member_ref', 'uuid', (col) => col.references('members.id'))
    .execute();
  await db.schema
    .createIndex('questions_by_member')
    .on('questions')
    .columns(['workspace_id', 'member_ref', 'asked_at'])
    .where(sql.ref('member_ref'), 'is not', null)
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('questions_by_member').execute();
  await db.schema
    .alterTable('questions')
    .dropColumn('member_ref')
    .addColumn('member_id_sealed', 'bytea')
    .addColumn('member_id_fingerprint', 'bytea')
    .execute();
  await db.schema
    .alterTable('questions')
    .addCheckConstraint(
      'a_member_id_is_sealed_and_found',
      sql`num_nulls(member_id_sealed, member_id_fingerprint) in (0, 2)`,
    )
    .execute();
  await db.schema
    .createIndex('questions_by_member')
    .on('questions')
    .columns(['workspace_id', 'member_id_fingerprint'])
    .where(sql.ref('member_id_fingerprint'), 'is not', null)
    .execute();
}
