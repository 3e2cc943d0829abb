import { expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { connect } from '../../../src/platform/database.ts';
import { migrate, migrateDown } from '../../../src/platform/migrate.ts';
import { administer, databaseUrl, freshDatabase } from '../../support/postgres.ts';

test('several instances that start together migrate once and all succeed', async () => {
  const name = `concierge_migrate_${Date.now()}`;
  await administer(`create database ${name}`);

  const steps = await Promise.all([1, 2, 3].map(async () => await migrate(databaseUrl(name))));

  const ran = steps.filter((each) => each.length > 0);
  expect(ran).toHaveLength(1);
  await administer(`drop database ${name} with (force)`);
});

test('every migration can be taken back and made again', async () => {
  await using pg = await freshDatabase();
  const tables = async () =>
    (
      await sql<{ name: string }>`
        select table_name as name from information_schema.tables
        where table_schema = 'public' and table_name not like 'kysely%' order by 1`.execute(pg.db)
    ).rows.map(({ name }) => name);
  const before = await tables();

  for (;;) {
    const steps = await migrateDown(pg.url);
    if (steps.length === 0) break;
  }
  expect(await tables()).toEqual([]);
  await migrate(pg.url);

  expect(await tables()).toEqual(before);
});

test('a statement of the app is ended after a while, and one of a migration takes as long as it takes', async () => {
  await using pg = await freshDatabase();
  const limits = [];
  for (const db of [connect(pg.url), connect(pg.url, { statementMs: 0 })]) {
    const { rows } = await sql<{
      limit: string;
    }>`select current_setting('statement_timeout') as "limit"`.execute(db);
    limits.push(rows[0]?.limit);
    await db.destroy();
  }

  expect(limits).toEqual(['15s', '0']);
});
