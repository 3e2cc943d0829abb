import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../src/platform/embedded-postgres.ts';
import { endOf, firstLine, startChild } from '../../support/child.ts';
import '../../support/one-realm.ts';

let folder: string;
const started: EmbeddedPostgres[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'concierge-embedded-'));
  // Root runs the server as another account, which has to see the folder.
  await chmod(folder, 0o755);
});

afterEach(async () => {
  for (const each of started.splice(0)) await each.stop();
  await rm(folder, { recursive: true, force: true });
});

test('it keeps its data from one start to the next, and stopping twice is harmless', async () => {
  const first = await start();
  await run(first.url, "create table kept as select 'still here' as word");

  await first.stop();
  await first.stop();
  const second = await start();

  await expect(run(first.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
  expect(await run(second.url, 'select word from kept')).toEqual([{ word: 'still here' }]);
});

test.each([
  { whose: 'a process that is gone', pid: 999_999_999 },
  { whose: 'a process that is none of ours', pid: process.pid },
])('a lock left behind that names $whose is no obstacle', async ({ pid }) => {
  const first = await start();
  await first.stop();
  const lock = path.join(folder, 'data', 'postmaster.pid');
  await writeFile(
    lock,
    `${pid}\n${path.join(folder, 'data')}\n1700000000\n5432\n\n127.0.0.1\n  1  1\nready\n`,
  );

  const second = await start();

  expect(await run(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('the server of a process that was killed is ended, and what it had is kept', async () => {
  const owner = startChild('child/orphan-postgres.ts', [folder]);
  const orphaned = await firstLine(owner);
  await run(orphaned, "create table kept as select 'still here' as word");
  owner.kill('SIGKILL');
  await endOf(owner);
  const livesOn = await run(orphaned, 'select word from kept');

  const next = await start();

  expect(livesOn).toEqual([{ word: 'still here' }]);
  await expect(run(orphaned, 'select 1')).rejects.toThrow('ECONNREFUSED');
  expect(await run(next.url, 'select word from kept')).toEqual([{ word: 'still here' }]);
});

test("the server's log repeats no word of a statement, and its password is for this user alone", async () => {
  const server = await start();

  await run(server.url, "select 'Maria Lopez R123456'::int").catch(() => {});
  await run(server.url, 'select no_such_function($1)', ['Maria Lopez R123456']).catch(() => {});

  expect(await readFile(path.join(folder, 'postgres.log'), 'utf8')).not.toMatch(/Lopez|R123456/);
  expect((await stat(path.join(folder, 'password'))).mode & 0o077).toBe(0);
  await expect(run(server.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow('password');
});

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ folder, database: 'concierge', settings: { fsync: 'off' } });
  started.push(server);
  return server;
}

async function run(
  url: string,
  statement: string,
  values: readonly string[] = [],
): Promise<readonly object[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(statement, [...values])).rows;
  } finally {
    await client.end();
  }
}
