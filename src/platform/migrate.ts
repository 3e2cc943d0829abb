import { promises as fs } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { FileMigrationProvider, type MigrationResultSet, Migrator } from 'kysely/migration';
import { connect, type Database } from './database.ts';
import { migrateJobs } from './jobs.ts';

const FOLDER = path.join(import.meta.dirname, '../../migrations');
/** Any number of our own: instances that start together take turns. */
const LOCK = 7_206_221;

export type MigrationStep = { readonly name: string; readonly direction: 'Up' | 'Down' };

/** Brings the database up to this release. Instances that start at once wait for the first one to finish. */
export async function migrate(url: string): Promise<readonly MigrationStep[]> {
  return await locked(url, async (db) => {
    const steps = stepsOf(await migrator(db).migrateToLatest());
    await migrateJobs(url);
    return steps;
  });
}

/** Takes back the newest migration. */
export async function migrateDown(url: string): Promise<readonly MigrationStep[]> {
  return await locked(url, async (db) => stepsOf(await migrator(db).migrateDown()));
}

/** Names of migrations that this release has and the database lacks. */
export async function pendingMigrations(db: Database): Promise<readonly string[]> {
  const all = await migrator(db).getMigrations();
  return all.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}

/** On a connection of its own, so that the lock lasts until it is closed, however the work ends. */
async function locked<Result>(url: string, work: (db: Database) => Promise<Result>): Promise<Result> {
  // An index over all questions of some years takes its time.
  const db = connect(url, { max: 3, statementMs: 0 });
  try {
    return await db.connection().execute(async (held) => {
      await sql`set idle_session_timeout = 0`.execute(held);
      await sql`select pg_advisory_lock(${LOCK})`.execute(held);
      try {
        return await work(db);
      } finally {
        await sql`select pg_advisory_unlock(${LOCK})`.execute(held);
      }
    });
  } finally {
    await db.destroy();
  }
}

function migrator(db: Database): Migrator {
  // Without the plug-in that renames columns: the migrator keeps its own tables in snake_case already.
  return new Migrator({
    db: db.withoutPlugins(),
    provider: new FileMigrationProvider({
      fs,
      path,
      migrationFolder: FOLDER,
      import: async (file) => await import(file),
    }),
  });
}

function stepsOf({ error, results }: MigrationResultSet): readonly MigrationStep[] {
  if (error !== undefined)
    throw new Error('A migration failed; the database is as it was before it.', { cause: error });
  return (results ?? []).map(({ migrationName, direction }) => ({ name: migrationName, direction }));
}
