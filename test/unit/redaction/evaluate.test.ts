import { describe, expect, test } from '@jest/globals';
import { evaluate, type Finding, Row } from '../../../src/redaction/index.ts';

const finding = (start: number, end: number): Finding => ({
  start,
  end,
  type: 'NAME',
  rule: 'name.pair',
  score: 1,
});
const row = (spans: [number, number][], ignore: [number, number][] = []) =>
  Row.parse({
    id: 'one',
    text: 'Ann-Marie Lopez called',
    spans: spans.map(([start, end]) => ({ start, end, type: 'NAME' })),
    ignore: ignore.map(([start, end]) => ({ start, end, type: 'ORGANIZATION' })),
  });

describe('scoring', () => {
  test('a span is found when half of its letters are covered, and leaks when one is left', () => {
    const { byType, recall, leak } = evaluate([row([[0, 15]])], () => [finding(0, 9)]);

    expect(byType).toEqual({ NAME: { spans: 1, found: 1, leaked: 1 } });
    expect([recall, leak]).toEqual([1, 1]);
  });

  test('hyphens and blanks needn’t be covered', () => {
    expect(evaluate([row([[0, 15]])], () => [finding(0, 3), finding(4, 9), finding(10, 15)]).leak).toBe(0);
  });

  test('a finding outside every span is wrong, within an ignored one neither right nor wrong', () => {
    expect(evaluate([row([[0, 9]])], () => [finding(0, 9), finding(16, 22)]).precision).toBe(0.5);
    expect(evaluate([row([[0, 9]], [[16, 22]])], () => [finding(0, 9), finding(16, 22)]).precision).toBe(1);
  });

  test('a row without PHI is touched by any finding', () => {
    expect(evaluate([row([])], () => [finding(0, 3)])).toMatchObject({ cleanRows: 1, touchedRows: 1 });
    expect(evaluate([row([])], () => [])).toMatchObject({ cleanRows: 1, touchedRows: 0, f1: 1 });
  });

  test('misses are offsets, never words', () => {
    const { misses } = evaluate([row([[10, 15]])], () => [finding(0, 3)]);

    expect(misses).toEqual([
      { id: 'one', kind: 'missed', start: 10, end: 15, type: 'NAME' },
      { id: 'one', kind: 'wrong', start: 0, end: 3, type: 'NAME' },
    ]);
  });
});
