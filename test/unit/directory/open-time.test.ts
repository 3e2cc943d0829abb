import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Hours, WEEKDAYS } from '../../../src/directory/directory.ts';
import { afterOpenTime, lastOpen, nextOpen } from '../../../src/directory/open-time.ts';

const MINUTE = 60_000;
const NINE_TO_FIVE: Hours = {
  timeZone: 'America/New_York',
  days: Object.fromEntries(WEEKDAYS.slice(0, 5).map((day) => [day, { from: '09:00', to: '17:00' }])),
  holidays: ['2026-11-26'],
};

const after = (from: string, seconds: number, hours: Hours | null = NINE_TO_FIVE) =>
  afterOpenTime(hours, new Date(from), seconds)?.toISOString();

describe('Open time', () => {
  test('counts within the hours', () => {
    expect(after('2026-11-23T15:00:00Z', 600)).toBe('2026-11-23T15:10:00.000Z');
  });

  test('stands still over night, and goes on in the morning', () => {
    expect(after('2026-11-23T21:55:00Z', 600)).toBe('2026-11-24T14:05:00.000Z');
  });

  test('is over at closing time when it just fits', () => {
    expect(after('2026-11-23T21:50:00Z', 600)).toBe('2026-11-23T22:00:00.000Z');
  });

  test('leaves out holidays and weekends', () => {
    expect(after('2026-11-25T21:55:00Z', 600)).toBe('2026-11-27T14:05:00.000Z');
    expect(after('2026-11-27T21:55:00Z', 600)).toBe('2026-11-30T14:05:00.000Z');
  });

  test('begins with the next opening for what is asked while it is closed', () => {
    expect(after('2026-11-28T12:00:00Z', 1)).toBe('2026-11-30T14:00:01.000Z');
  });

  test('always runs without hours', () => {
    expect(after('2026-11-28T05:00:00Z', 90, null)).toBe('2026-11-28T05:01:30.000Z');
  });

  test('never ends where nothing is ever open', () => {
    expect(after('2026-11-23T15:00:00Z', 600, { ...NINE_TO_FIVE, days: {} })).toBeUndefined();
  });

  test('knows that a night is an hour shorter or longer when the clocks change', () => {
    const allDay = { ...NINE_TO_FIVE, days: { sunday: { from: '00:00', to: '24:00' } } };

    expect(after('2026-03-08T05:00:00Z', 23 * 3_600, allDay)).toBe('2026-03-09T04:00:00.000Z');
    expect(after('2026-11-01T04:00:00Z', 25 * 3_600, allDay)).toBe('2026-11-02T05:00:00.000Z');
  });
});

describe('The next opening', () => {
  const next = (from: string, hours: Hours = NINE_TO_FIVE) => nextOpen(hours, new Date(from))?.toISOString();

  test('is now while it is open, and the next morning when it has closed', () => {
    expect(next('2026-11-23T15:00:00Z')).toBe('2026-11-23T15:00:00.000Z');
    expect(next('2026-11-23T22:00:00Z')).toBe('2026-11-24T14:00:00.000Z');
    expect(next('2026-11-25T23:00:00Z')).toBe('2026-11-27T14:00:00.000Z');
  });

  test('is an hour earlier or later by the world’s clock once daylight saving has changed', () => {
    expect(next('2026-03-06T23:00:00Z')).toBe('2026-03-09T13:00:00.000Z');
    expect(next('2026-10-30T22:00:00Z')).toBe('2026-11-02T14:00:00.000Z');
  });

  test('never comes where nothing is ever open', () => {
    expect(next('2026-11-23T15:00:00Z', { ...NINE_TO_FIVE, days: {} })).toBeUndefined();
  });
});

describe('The last opening before a moment', () => {
  const last = (before: string, hours: Hours = NINE_TO_FIVE) => {
    const span = lastOpen(hours, new Date(before));
    return span && [span.from, span.to].map((each) => new Date(each).toISOString());
  };

  test('is cut off at the moment, and is that of Friday on a Sunday', () => {
    expect(last('2026-11-23T15:00:00Z')).toEqual(['2026-11-23T14:00:00.000Z', '2026-11-23T15:00:00.000Z']);
    expect(last('2026-11-22T15:00:00Z')).toEqual(['2026-11-20T14:00:00.000Z', '2026-11-20T22:00:00.000Z']);
  });

  test('is not looked for longer than a month', () => {
    expect(last('2026-11-23T15:00:00Z', { ...NINE_TO_FIVE, days: {} })).toBeUndefined();
  });
});

const ZONES = [
  'America/New_York',
  'America/Los_Angeles',
  'Pacific/Honolulu',
  'America/Sao_Paulo',
  'Europe/Lisbon',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'America/Havana',
  'UTC',
];

/** Near the days on which daylight saving begins or ends somewhere, most of the time. */
const CHANGES = [
  '2026-03-08',
  '2026-03-29',
  '2026-04-05',
  '2026-09-27',
  '2026-10-04',
  '2026-10-25',
  '2026-11-01',
];
const minute = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(...CHANGES),
      fc.constantFrom('2026-01-15', '2026-07-03', '2026-11-25', '2026-12-24'),
    ),
    fc.integer({ min: -2 * 24 * 60, max: 2 * 24 * 60 }),
  )
  .map(([day, minutes]) => Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE);

const time = fc
  .integer({ min: 0, max: 96 })
  .map(
    (quarter) =>
      `${`${Math.floor(quarter / 4)}`.padStart(2, '0')}:${`${(quarter % 4) * 15}`.padStart(2, '0')}`,
  );
const openHours = fc
  .tuple(time, time)
  .filter(([from, to]) => from < to)
  .map(([from, to]) => ({ from, to }));
const hours: fc.Arbitrary<Hours> = fc
  .tuple(
    fc.constantFrom(...ZONES),
    fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 }),
    fc.array(openHours, { minLength: 7, maxLength: 7 }),
    fc.uniqueArray(fc.constantFrom(...CHANGES, '2026-11-26', '2026-12-25'), { maxLength: 3 }),
  )
  .map(([timeZone, open, times, holidays]) => ({
    timeZone,
    days: Object.fromEntries(open.map((day, index) => [day, times[index] ?? { from: '09:00', to: '17:00' }])),
    holidays,
  }));

/** Looks at the wall clock once in each minute. */
function isOpenAt({ timeZone, days, holidays }: Hours, instant: number): boolean {
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const open = days[WEEKDAYS.find((day) => day === parts.get('weekday')?.toLowerCase()) ?? 'monday'];
  const now = `${parts.get('hour')}:${parts.get('minute')}`;
  const date = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  return open !== undefined && open.from <= now && now < open.to && !holidays.includes(date);
}

const formatters = new Map<string, Intl.DateTimeFormat>();
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone) ?? twoDigits(timeZone);
  formatters.set(timeZone, known);
  return known;
}

function twoDigits(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    weekday: 'long',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** The minute at whose end so many open ones have passed; undefined when that is not before the end. */
function byTheMinute(given: Hours, from: number, end: number, minutes: number): number | undefined {
  let left = minutes;
  for (let at = from; at < end; at += MINUTE) {
    if (isOpenAt(given, at)) left -= 1;
    if (left === 0) return at + MINUTE;
  }
  return undefined;
}

test('Open time is what somebody finds who looks at the wall clock every minute', () => {
  fc.assert(
    fc.property(hours, minute, fc.integer({ min: 1, max: 1_500 }), (given, from, minutes) => {
      const end = from + 21 * 24 * 60 * MINUTE;
      const found = afterOpenTime(given, new Date(from), minutes * 60)?.getTime();

      expect(found !== undefined && found <= end ? found : undefined).toBe(
        byTheMinute(given, from, end, minutes),
      );
    }),
    { numRuns: 60 },
  );
});

test('Time that passes in two parts is the time that passes at once, to the millisecond', () => {
  const part = fc.integer({ min: 0, max: 40_000 });
  fc.assert(
    fc.property(hours, minute, fc.nat(60_000), part, part, (given, from, ms, first, second) => {
      const start = new Date(from + ms);
      const middle = afterOpenTime(given, start, first);
      const end = middle && afterOpenTime(given, middle, second);

      expect(end).toEqual(afterOpenTime(given, start, first + second));
    }),
    { numRuns: 200 },
  );
});
