import { describe, expect, test } from '@jest/globals';
import { listedAway, saysAway } from '../../../src/directory/away.ts';

test.each([
  [':palm_tree:', ''],
  [':face_with_thermometer:', 'Out sick'],
  ['', 'OOO until Monday'],
  ['', 'Out of office'],
  ['', 'Out of the office, call Lee'],
  [':spiral_calendar_pad:', 'On vacation'],
  ['', 'on leave'],
])('the status %s %s says that somebody is out of office', (status_emoji, status_text) => {
  expect(saysAway({ status_emoji, status_text })).toBe(true);
});

test.each([
  ['', ''],
  [':spiral_calendar_pad:', 'In a meeting'],
  [':bus:', 'Commuting'],
  [':house_with_garden:', 'Working remotely'],
  ['', 'Looking for a room with a view'],
])('the status %s %s does not', (status_emoji, status_text) => {
  expect(saysAway({ status_emoji, status_text })).toBe(false);
});

test('no status at all does not', () => {
  expect(saysAway({})).toBe(false);
});

describe('Listed absences', () => {
  const isAway = (zone: string, [from, until]: readonly [string, string], now: string): boolean => {
    const absences = [{ person: 'U0MAYA', from, until }];
    return (
      listedAway({ absences, hours: { timeZone: zone, days: {}, holidays: [] } }, new Date(now)).length > 0
    );
  };
  const NEW_YEAR = ['2026-12-21', '2027-01-02'] as const;
  const SPRING = ['2026-03-08', '2026-03-08'] as const;
  const AUTUMN = ['2026-11-01', '2026-11-01'] as const;

  test.each([
    ['America/New_York', NEW_YEAR, '2026-12-21T05:00:00.000Z', '2027-01-03T05:00:00.000Z'],
    ['Pacific/Honolulu', NEW_YEAR, '2026-12-21T10:00:00.000Z', '2027-01-03T10:00:00.000Z'],
    ['Asia/Kolkata', NEW_YEAR, '2026-12-20T18:30:00.000Z', '2027-01-02T18:30:00.000Z'],
    ['UTC', NEW_YEAR, '2026-12-21T00:00:00.000Z', '2027-01-03T00:00:00.000Z'],
    // These days have 23 and 25 hours.
    ['America/New_York', SPRING, '2026-03-08T05:00:00.000Z', '2026-03-09T04:00:00.000Z'],
    ['America/New_York', AUTUMN, '2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z'],
    // In Havana the clocks go from midnight to one: the day begins there.
    ['America/Havana', SPRING, '2026-03-08T05:00:00.000Z', '2026-03-09T04:00:00.000Z'],
  ])('in %s, those of %j last from midnight to midnight by the clock there', (zone, days, begin, end) => {
    const before = (moment: string): string => new Date(Date.parse(moment) - 1).toISOString();

    expect([before(begin), begin, before(end), end].map((now) => isAway(zone, days, now))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('are counted only for those whose days are these, whatever else is listed', () => {
    const absences = [
      { person: 'U0MAYA', from: '2026-12-21', until: '2026-12-22' },
      { person: 'wei@practice.example', from: '2026-12-22', until: '2026-12-22' },
      { person: 'U0OMAR', from: '2026-12-23', until: '2026-12-24' },
      { person: 'U0OMAR', from: '2026-11-23', until: '2026-11-24' },
    ];
    const hours = { timeZone: 'UTC', days: {}, holidays: [] };

    expect(listedAway({ absences, hours }, new Date('2026-12-22T12:00:00Z'))).toEqual([
      'U0MAYA',
      'wei@practice.example',
    ]);
  });
});
