import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { describeSchema } from '../../../src/platform/schema-description.ts';
import { freshDatabase } from '../../support/postgres.ts';

test('migrations/schema.sql says what the migrations make; `npm run schema:dump` writes it anew', async () => {
  await using pg = await freshDatabase();

  expect(readFileSync('migrations/schema.sql', 'utf8')).toBe(await describeSchema(pg.db));
});
