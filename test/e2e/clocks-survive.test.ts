import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { startWorkspace } from '../../practice/workspace.ts';
import { applyExampleDirectory, startAppProcess } from '../support/app-process.ts';
import { until } from '../support/jobs.ts';
import { openDirectory } from '../support/passing-time.ts';
import { freshDatabase } from '../support/postgres.ts';
import { startClocks, whatFired } from '../support/running-clocks.ts';

const COUNT = 200;

test('Each of 200 running clocks fires once, though one of two instances is killed amid them and started again.', async () => {
  await using stack = new AsyncDisposableStack();
  const pg = stack.use(await freshDatabase());
  const workspace = await startWorkspace({
    rateLimits: false,
    directoryFile: 'practice/directory.yaml',
    log: () => {},
  });
  stack.defer(workspace.close);
  const folder = await mkdtemp(path.join(tmpdir(), 'concierge-clocks-'));
  stack.defer(async () => await rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'directory.yaml');
  await writeFile(file, await openDirectory({ 'claim: 20m': 'claim: 20s' }));
  const surroundings = { databaseUrl: pg.url, workspace };
  await applyExampleDirectory(surroundings, file);
  const start = async () => stack.use(await startAppProcess(surroundings));
  const [killed] = await Promise.all([start(), start()]);
  await startClocks(pg.url, { count: COUNT, first: Date.now() + 5_000, everyMs: 40, claimSeconds: 20 });

  await until('some have fired', async () => (await whatFired(pg.db)).breached > 20);
  await killed.end('SIGKILL');
  const before = await whatFired(pg.db);
  await start();
  await until('all have fired', async () => (await whatFired(pg.db)).pinged === COUNT, 90_000);

  expect(before.breached).toBeLessThan(COUNT);
  const { breached, pinged, twice, lateness } = await whatFired(pg.db);
  expect({ breached, pinged, twice }).toEqual({ breached: COUNT, pinged: COUNT, twice: 0 });
  expect(Math.min(...lateness)).toBeGreaterThanOrEqual(0);
});
