import { type Kysely, sql } from 'kysely';

/** What is different when anything of a directory is: whoever remembers one knows by it whether it still holds. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('directory_stamps')
    .addColumn('workspace_id', 'text', (col) => col.primaryKey())
    .addColumn('stamp', 'uuid', (col) => col.notNull())
    .execute();
  await sql`
    insert into directory_stamps select distinct workspace_id, gen_random_uuid() from directory_versions`.execute(
    db,
  );
  await sql`
    create function stamp_directory() returns trigger language plpgsql as $$
    begin
      insert into directory_stamps values (coalesce(new.workspace_id, old.workspace_id), gen_random_uuid())
      on conflict (workspace_id) do update set stamp = excluded.stamp;
      return null;
    end $$`.execute(db);
  await createTriggers(db);
}

/** At the end of the transaction: whoever writes the stamp has by then all other rows that it needs. */
async function createTriggers(db: Kysely<unknown>): Promise<void> {
  await sql`
    create constraint trigger directory_versions_are_stamped after insert on directory_versions
    deferrable initially deferred for each row execute function stamp_directory()`.execute(db);
  await sql`
    create constraint trigger directory_channels_are_stamped after insert or delete on directory_channels
    deferrable initially deferred for each row execute function stamp_directory()`.execute(db);
  await sql`
    create constraint trigger directory_channel_changes_are_stamped after update on directory_channels
    deferrable initially deferred for each row
    when ((old.name, old.channel_id, old.current_name, old.status)
      is distinct from (new.name, new.channel_id, new.current_name, new.status))
    execute function stamp_directory()`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop trigger directory_versions_are_stamped on directory_versions`.execute(db);
  await sql`drop trigger directory_channels_are_stamped on directory_channels`.execute(db);
  await sql`drop trigger directory_channel_changes_are_stamped on directory_channels`.execute(db);
  await sql`drop function stamp_directory()`.execute(db);
  await db.schema.dropTable('directory_stamps').execute();
}
