import { expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { prepared } from '../../../src/platform/database.ts';
import { freshDatabase } from '../../support/postgres.ts';

test("A statement that begins with a mark is prepared under its name; one that doesn't begin with it is not.", async () => {
  await using pg = await freshDatabase();

  const names = await pg.db.connection().execute(async (one) => {
    for (const value of [1, 2]) {
      await sql`${sql.raw(prepared('at-the-beginning'))} select ${value}::int`.execute(one);
      await sql`
        ${sql.raw(prepared('after-blanks'))} select ${value}::int`.execute(one);
      await sql`select ${value}::int ${sql.raw(prepared('at-the-end'))}`.execute(one);
    }
    const { rows } = await sql<{ name: string }>`select name from pg_prepared_statements`.execute(one);
    return rows.map(({ name }) => name).toSorted();
  });

  expect(names).toEqual(['after-blanks', 'at-the-beginning']);
});
