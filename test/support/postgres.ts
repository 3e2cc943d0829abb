import './one-realm.ts';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { connect, type Database } from '../../src/platform/database.ts';

export const TEMPLATE = 'concierge_template';

/** Set by global-setup, which starts the server; inherited by Jest's workers. */
function server(): string {
  const url = process.env['TEST_DATABASE_SERVER'];
  if (url === undefined) throw new Error('No test database: this suite needs global-setup.');
  return url;
}

export function databaseUrl(name: string): string {
  return `${server()}/${name}`;
}

export async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl('postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export type TestDatabase = {
  readonly db: Database;
  readonly url: string;
  readonly name: string;
} & AsyncDisposable;

/** A database of the caller's own, cloned from the migrated template. Use with `await using`. */
export async function freshDatabase(): Promise<TestDatabase> {
  const name = `concierge_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name} template ${TEMPLATE}`);
  const url = databaseUrl(name);
  // A busy machine may take its time; what is tested is never that.
  const db = connect(url, { connectMs: 30_000 });
  return {
    db,
    url,
    name,
    async [Symbol.asyncDispose]() {
      await db.destroy();
      await administer(`drop database ${name} with (force)`);
    },
  };
}
