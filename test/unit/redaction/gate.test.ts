import { describe, expect, test } from '@jest/globals';
import { createScan, DEFAULT_POLICY, evaluate } from '../../../src/redaction/index.ts';
import { filesOf, readRows, SETS } from './rows.ts';

const scan = createScan(DEFAULT_POLICY);
const DETERMINISTIC = [
  'SSN',
  'PHONE',
  'EMAIL',
  'MRN',
  'HEALTH_PLAN_ID',
  'ACCOUNT',
  'IP',
  'FAX',
  'VEHICLE',
  'LICENSE',
  'DEVICE',
];

describe.each(SETS)('the rows of %s', (set) => {
  const figures = evaluate(filesOf(set).flatMap(readRows), scan);
  test('span F1 is at least 96 %', () => {
    expect(figures.f1).toBeGreaterThanOrEqual(0.96);
  });

  test('at most 6 % of spans leak a letter or digit', () => {
    expect(figures.leak).toBeLessThanOrEqual(0.06);
  });

  test('at most 2 % of the rows without PHI are touched', () => {
    expect(figures.touchedRows / figures.cleanRows).toBeLessThanOrEqual(0.02);
  });
});

describe('all of these rows together', () => {
  const figures = evaluate(SETS.flatMap(filesOf).flatMap(readRows), scan);
  const share = (type: string) => (figures.byType[type]?.found ?? 0) / (figures.byType[type]?.spans ?? 1);
  const present = (types: readonly string[]) => types.filter((type) => figures.byType[type] !== undefined);

  test('at least 99.5 % of the identifiers with a shape or label are found', () => {
    expect(present(DETERMINISTIC).filter((type) => share(type) < 0.995)).toEqual([]);
  });

  test('at least 90 % of names, dates, places and great ages are found', () => {
    expect(present(['NAME', 'DATE', 'LOCATION', 'AGE90']).filter((type) => share(type) < 0.9)).toEqual([]);
  });
});

describe.each([
  { set: 'blind-chat-i', f1: 0.98, leak: 0.035, touched: 1 },
  { set: 'blind-queries-5', f1: 0.99, leak: 0.013, touched: 2 },
])('the exam $set, of which nobody who makes rules has read a row', ({ set, f1, leak, touched }) => {
  test('comes out no worse than on first sight', () => {
    const figures = evaluate(filesOf(set).flatMap(readRows), scan);

    expect(figures.f1).toBeGreaterThanOrEqual(f1);
    expect(figures.leak).toBeLessThanOrEqual(leak);
    expect(figures.touchedRows).toBeLessThanOrEqual(touched);
  });
});
