import { describe, expect, test } from '@jest/globals';
import { auditLines, type Format, recordAudit } from '../../../src/audit/index.ts';
import { MemberToken } from '../../../src/shared/ids.ts';
import { fill, openRecord, type Record, rosa, token, workspaceId } from './room.ts';

const everything = { workspaceId, from: null, to: null, member: null };

async function linesOf(
  record: Record,
  wanted: Partial<Parameters<typeof auditLines>[1]> = {},
  format: Format = 'jsonl',
) {
  const lines: string[] = [];
  for await (const line of auditLines(record.pg.db, { ...everything, ...wanted }, format)) lines.push(line);
  return lines;
}

const numbers = (lines: readonly string[]): number[] => lines.map((line) => JSON.parse(line).seq);

describe('exporting the audit record', () => {
  test('each row is a line with all that stands in it', async () => {
    await using record = await openRecord();
    await fill(record, 2);

    const [, second] = await linesOf(record);

    expect(JSON.parse(second ?? '')).toEqual({
      workspaceId,
      seq: 2,
      at: '2026-11-02T15:00:02.123000Z',
      action: 'members.revealed',
      outcome: 'done',
      by: rosa,
      questionId: expect.any(String),
      member: null,
      facts: { number: 1 },
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('more rows than a page holds all come, in order, also when they share a moment', async () => {
    await using record = await openRecord();
    const { deps } = record;
    const many = Array.from({ length: 2_500 }, (_, number) => ({
      workspaceId,
      action: 'announcements.acknowledged' as const,
      by: rosa,
      facts: { number },
    }));
    const [first, ...others] = many;
    if (first) {
      await deps.db.transaction().execute(async (trx) => await recordAudit(trx, deps, first, ...others));
    }

    expect(numbers(await linesOf(record))).toEqual(many.map((_, index) => index + 1));
  });

  test('from and to cut out a period: its beginning belongs to it, its end does not', async () => {
    await using record = await openRecord();
    await fill(record, 6);
    const at = (second: number) => new Date(`2026-11-02T15:00:0${second}.123Z`);

    expect(numbers(await linesOf(record, { from: at(2), to: at(5) }))).toEqual([2, 3, 4]);
  });

  test('a token cuts out the story of one member', async () => {
    await using record = await openRecord();
    await fill(record, 8);
    const nobody = MemberToken.parse('M-AAAAAA');

    expect(numbers(await linesOf(record, { member: token }))).toEqual([1, 3, 4, 5, 7, 8]);
    expect(await linesOf(record, { member: nobody })).toEqual([]);
  });

  test('as CSV it begins with the names of the columns and quotes what needs it', async () => {
    await using record = await openRecord();
    await fill(record, 1);

    const [head, row] = await linesOf(record, {}, 'csv');

    expect(head).toBe('seq,at,action,outcome,by,questionId,member,facts,workspaceId,hash');
    expect(row).toMatch(
      /^1,2026-11-02T15:00:01.123000Z,questions.asked,denied,,,M-7F3K2Q,"{""number"":0}",T0PRACTICE,[0-9a-f]{64}$/,
    );
  });
});
