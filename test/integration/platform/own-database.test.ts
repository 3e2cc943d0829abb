import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { type OwnDatabase, openOwnDatabase } from '../../../src/own-database.ts';

let folder: string;
let database: OwnDatabase;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'concierge-own-'));
  await chmod(folder, 0o755);
  database = await openOwnDatabase(folder);
});
afterAll(async () => {
  await database.turn(false);
  await rm(folder, { recursive: true, force: true });
});

async function query(sql: string): Promise<number | null> {
  const client = new pg.Client({ connectionString: database.url });
  try {
    await client.connect();
    return (await client.query(sql)).rowCount;
  } finally {
    await client.end();
  }
}

test('turned off it answers nobody; turned on again it has its address and everything that was in it', async () => {
  await query('create table kept as select 1 as one');

  await database.turn(false);
  expect(database.isOn()).toBe(false);
  await expect(query('select 1')).rejects.toThrow('ECONNREFUSED');

  await database.turn(true);
  expect(database.isOn()).toBe(true);
  expect(await query('select * from kept')).toBe(1);
});

test('emptied it is there and has nothing in it, though it was off and somebody was connected', async () => {
  await database.turn(true);
  await query('create table if not exists gone as select 1 as one');
  const connected = new pg.Client({ connectionString: database.url });
  connected.on('error', () => {});
  await connected.connect();
  await database.empty();
  await database.turn(false);

  await database.empty();

  expect(database.isOn()).toBe(true);
  await expect(query('select * from gone')).rejects.toThrow('does not exist');
});
