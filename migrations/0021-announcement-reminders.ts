import { type Kysely, sql } from 'kysely';

/** When people are reminded of an announcement, and what is told to whom about it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table people add column time_zone text`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table people drop column time_zone`.execute(db);
}
