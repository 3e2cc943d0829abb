import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { auditHeads, isKeyOfRecords } from '../../../src/audit/index.ts';
import { createChain } from '../../../src/platform/chain.ts';
import { run } from '../../support/processes.ts';
import { fill, openRecord, type Record, withoutGuards } from './room.ts';

/** Runs the command as a person would, and answers with what it says and its exit code. */
async function audit({ pg, secret }: Record, ...args: readonly string[]) {
  const command = run('src/cli/audit.ts', args, {
    DATABASE_URL: pg.url,
    ENCRYPTION_KEYS: `k1:${Buffer.alloc(32).toString('base64')}`,
    FINGERPRINT_SECRET: secret.toString('base64'),
  });
  return { code: await command.ended, said: command.output() };
}

describe('npm run audit', () => {
  test('verify says that a whole record is whole', async () => {
    await using record = await openRecord();
    await fill(record, 3);

    expect(await audit(record, 'verify')).toEqual({
      code: 0,
      said: 'T0PRACTICE: whole: 3 rows, each as it was written',
    });
  });

  test('verify names the first broken row, and fails', async () => {
    await using record = await openRecord();
    await fill(record, 4);
    await withoutGuards(record.pg.db);
    await sql`update audit_entries set "by" = 'U0MALLORY' where seq in (2, 4)`.execute(record.pg.db);

    const { code, said } = await audit(record, 'verify');

    expect(code).toBe(1);
    expect(said).toMatch(/^T0PRACTICE: broken at row 2: /);
  });

  test('verify takes heads that were noted elsewhere', async () => {
    await using record = await openRecord();
    await fill(record, 4);
    const [head] = await auditHeads(record.pg.db);
    await withoutGuards(record.pg.db);
    await sql`delete from audit_entries where seq > 2`.execute(record.pg.db);
    await sql`update audit_heads set seq = 2, hash = (select hash from audit_entries where seq = 2)`.execute(
      record.pg.db,
    );

    expect((await audit(record, 'verify')).code).toBe(0);
    const { code, said } = await audit(record, 'verify', '--head', `${head?.seq}:${head?.hash}`);

    expect({ code, said }).toEqual({ code: 1, said: 'T0PRACTICE: broken at row 3: it is missing' });
  });

  test('heads prints what verify takes', async () => {
    await using record = await openRecord();
    await fill(record, 2);
    const [head] = await auditHeads(record.pg.db);

    expect((await audit(record, 'heads')).said).toBe(`T0PRACTICE 2:${head?.hash}`);
  });

  test('export writes the story of one member, of whole days', async () => {
    await using record = await openRecord();
    await fill(record, 8);
    const numbers = (said: string) =>
      said
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line).seq);

    const story = await audit(
      record,
      'export',
      '--member',
      'm-7f3k2q',
      '--from',
      '2026-11-02',
      '--to',
      '2026-11-02',
    );
    const dayAfter = await audit(record, 'export', '--from', '2026-11-03');
    const tail = await audit(record, 'export', '--from', '2026-11-02T15:00:07Z');

    expect(numbers(story.said)).toEqual([1, 3, 4, 5, 7, 8]);
    expect(numbers(dayAfter.said)).toEqual([]);
    expect(numbers(tail.said)).toEqual([7, 8]);
  });

  test.each([
    [['export', '--member', 'M-7F3K2R'], /check character/],
    [['export', '--from', 'yesterday'], /2026-11-01/],
    [['export', '--format', 'pdf'], /jsonl/],
    [['verify', '--head', 'abc'], /heads/],
    [['forget'], /verify/],
  ])('%j is answered with how it is used', async (args, words) => {
    await using record = await openRecord();

    const { code, said } = await audit(record, ...args);

    expect(code).toBe(1);
    expect(said).toMatch(words);
  });
});

describe('the secret of the record', () => {
  test('is recognised, and another one is not', async () => {
    await using record = await openRecord();
    const other = { ...record.deps, chain: createChain(Buffer.alloc(32)) };
    expect(await isKeyOfRecords(other)).toBe(true);

    for (const count of [1, 1, 5]) {
      await fill(record, count);
      expect(await isKeyOfRecords(record.deps)).toBe(true);
      expect(await isKeyOfRecords(other)).toBe(false);
    }
  });

  test('is recognised although the last row has been altered', async () => {
    await using record = await openRecord();
    await fill(record, 3);
    await withoutGuards(record.pg.db);
    await sql`update audit_entries set action = 'questions.answered' where seq = 3`.execute(record.pg.db);

    expect(await isKeyOfRecords(record.deps)).toBe(true);
  });
});
