import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts';
import { migrate } from '../../src/platform/migrate.ts';
import { TEMPLATE } from './postgres.ts';
import { running } from './running.ts';

/** Starts a server for this run (nothing is kept: no fsync) and makes the template that each test clones. */
export default async function globalSetup(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'concierge-test-'));
  // Root runs the server as another account: what that one can't see would be copied elsewhere and stay there.
  await chmod(folder, 0o755);
  const postgres = await startEmbeddedPostgres({
    folder,
    database: TEMPLATE,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  });
  await migrate(postgres.url);
  process.env['TEST_DATABASE_SERVER'] = postgres.url.slice(0, postgres.url.lastIndexOf('/'));
  running.set({ postgres, folder });
}
