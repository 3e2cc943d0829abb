import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  isOpen,
  latestDue,
  listAt,
  type ReminderTimes,
  remindersIn,
} from '../../../src/announcements/reminder-plan.ts';
import { type Hours, WEEKDAYS } from '../../../src/directory/directory.ts';

const weekdays = (timeZone: string): Hours => ({
  timeZone,
  days: Object.fromEntries(WEEKDAYS.slice(0, 5).map((day) => [day, { from: '09:00', to: '17:00' }])),
  holidays: ['2026-11-26'],
});
const ZONES = ['America/New_York', 'America/Chicago', 'America/Los_Angeles', 'Pacific/Honolulu'] as const;

const plan = (
  timeZone: string,
  times: Omit<ReminderTimes, 'from' | 'deadline'> & { from: string; deadline: string },
) =>
  remindersIn(weekdays(timeZone), {
    ...times,
    from: new Date(times.from),
    deadline: new Date(times.deadline),
  }).map(({ point, at }) => [point, at.toISOString()]);

describe('Reminders', () => {
  test('are none where none are wanted', () => {
    expect(
      plan('America/New_York', {
        reminders: 'none',
        from: '2026-11-16T15:00:00Z',
        deadline: '2026-11-20T22:00:00Z',
      }),
    ).toEqual([]);
  });

  test('come when half of the time is over', () => {
    expect(
      plan('America/New_York', {
        reminders: 'once',
        from: '2026-11-16T15:00:00Z',
        deadline: '2026-11-18T19:00:00Z',
      }),
    ).toEqual([['half', '2026-11-17T17:00:00.000Z']]);
  });

  test('come in the morning of each person’s own day, in four time zones', () => {
    const times = {
      reminders: 'once',
      from: '2026-11-16T20:00:00Z',
      deadline: '2026-11-18T04:00:00Z',
    } as const;

    expect(ZONES.map((zone) => plan(zone, times)[0]?.[1])).toEqual([
      '2026-11-17T14:00:00.000Z',
      '2026-11-17T15:00:00.000Z',
      '2026-11-17T17:00:00.000Z',
      '2026-11-17T19:00:00.000Z',
    ]);
  });

  test('come in the morning of the last day, too, when two are wanted', () => {
    expect(
      plan('America/Chicago', {
        reminders: 'twice',
        from: '2026-11-16T15:00:00Z',
        deadline: '2026-11-20T22:00:00Z',
      }),
    ).toEqual([
      ['half', '2026-11-18T18:30:00.000Z'],
      ['day:2026-11-20', '2026-11-20T15:00:00.000Z'],
    ]);
  });

  test('come on the last working day where the deadline is before work', () => {
    const times = {
      reminders: 'twice',
      from: '2026-11-16T15:00:00Z',
      deadline: '2026-11-23T13:00:00Z',
    } as const;

    expect(plan('America/New_York', times).at(-1)).toEqual(['day:2026-11-23', '2026-11-20T21:00:00.000Z']);
  });

  test('come on every working day, holidays and weekends left out', () => {
    const times = {
      reminders: 'daily',
      from: '2026-11-24T15:00:00Z',
      deadline: '2026-12-01T22:00:00Z',
    } as const;

    expect(plan('America/New_York', times)).toEqual([
      ['day:2026-11-25', '2026-11-25T14:00:00.000Z'],
      ['day:2026-11-27', '2026-11-27T14:00:00.000Z'],
      ['day:2026-11-30', '2026-11-30T14:00:00.000Z'],
      ['day:2026-12-01', '2026-12-01T14:00:00.000Z'],
    ]);
  });

  test('keep to nine in the morning when the clocks change, in spring and in autumn', () => {
    const spring = {
      reminders: 'daily',
      from: '2026-03-05T15:00:00Z',
      deadline: '2026-03-10T12:00:00Z',
    } as const;
    const autumn = {
      reminders: 'daily',
      from: '2026-10-29T15:00:00Z',
      deadline: '2026-11-03T12:00:00Z',
    } as const;

    expect(plan('America/New_York', spring).map(([, at]) => at)).toEqual([
      '2026-03-06T14:00:00.000Z',
      '2026-03-09T13:00:00.000Z',
    ]);
    expect(plan('America/Los_Angeles', spring).map(([, at]) => at)).toEqual([
      '2026-03-06T17:00:00.000Z',
      '2026-03-09T16:00:00.000Z',
    ]);
    expect(plan('America/Chicago', autumn).map(([, at]) => at)).toEqual([
      '2026-10-30T14:00:00.000Z',
      '2026-11-02T15:00:00.000Z',
    ]);
    expect(plan('Pacific/Honolulu', autumn).map(([, at]) => at)).toEqual([
      '2026-10-30T19:00:00.000Z',
      '2026-11-02T19:00:00.000Z',
    ]);
  });

  test('do not come at all when there is no working time until the deadline', () => {
    const times = {
      reminders: 'twice',
      from: '2026-11-20T23:00:00Z',
      deadline: '2026-11-22T23:00:00Z',
    } as const;

    expect(plan('America/New_York', times)).toEqual([]);
  });

  test('of several that are due only the latest is, and none once the deadline is over', () => {
    const times: ReminderTimes = {
      reminders: 'daily',
      from: new Date('2026-11-16T15:00:00Z'),
      deadline: new Date('2026-11-20T22:00:00Z'),
    };
    const due = (now: string) => latestDue(weekdays('America/New_York'), times, new Date(now))?.point;

    expect(due('2026-11-16T16:00:00Z')).toBeUndefined();
    expect(due('2026-11-19T13:00:00Z')).toBe('day:2026-11-18');
    expect(due('2026-11-19T14:00:00Z')).toBe('day:2026-11-19');
    expect(due('2026-11-20T22:00:00Z')).toBeUndefined();
  });

  test('the list for leads comes when four fifths of the time are over, in their working hours', () => {
    const times = { from: new Date('2026-11-16T15:00:00Z'), deadline: new Date('2026-11-20T15:00:00Z') };

    expect(ZONES.map((zone) => listAt(weekdays(zone), times)?.toISOString())).toEqual([
      '2026-11-19T19:48:00.000Z',
      '2026-11-19T19:48:00.000Z',
      '2026-11-19T19:48:00.000Z',
      '2026-11-19T19:48:00.000Z',
    ]);
    expect(
      listAt(weekdays('Pacific/Honolulu'), {
        ...times,
        deadline: new Date('2026-11-20T09:00:00Z'),
      })?.toISOString(),
    ).toBe('2026-11-19T19:00:00.000Z');
  });

  test('are always in working hours, after it was published and before the deadline, none twice', () => {
    const moment = fc.date({
      min: new Date('2026-01-01T00:00:00Z'),
      max: new Date('2027-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    const hoursOfSomebody = fc
      .constantFrom(...ZONES, 'America/Sao_Paulo', 'Asia/Kolkata', 'Australia/Lord_Howe')
      .map(weekdays);
    fc.assert(
      fc.property(
        hoursOfSomebody,
        fc.constantFrom('none' as const, 'once' as const, 'twice' as const, 'daily' as const),
        moment,
        fc.integer({ min: 1, max: 30 * 24 * 60 }),
        (hours, reminders, from, minutes) => {
          const deadline = new Date(from.getTime() + minutes * 60_000);
          const planned = remindersIn(hours, { reminders, from, deadline });

          for (const { at } of planned) {
            expect(isOpen(hours, at)).toBe(true);
            expect(at.getTime()).toBeGreaterThanOrEqual(from.getTime());
            expect(at.getTime()).toBeLessThan(deadline.getTime());
          }
          expect(new Set(planned.map(({ point }) => point)).size).toBe(planned.length);
        },
      ),
    );
  });
});
