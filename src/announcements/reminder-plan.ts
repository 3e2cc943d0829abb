import type { Hours } from '../directory/directory.ts';
import { lastOpen, nextOpen } from '../directory/open-time.ts';
import { offsetAt } from '../directory/zone.ts';
import { unreachable } from '../shared/unreachable.ts';
import type { Reminders } from './announcement.ts';
import { ReminderPoint } from './ids.ts';

/** What of an announcement says when somebody is reminded. `from`: since when its receipts are asked for. */
export type ReminderTimes = {
  readonly reminders: Reminders;
  readonly from: Date;
  readonly deadline: Date;
};

/** `point` tells the reminders of one person apart, so that none is sent twice: `half`, or the day it is for. */
export type PlannedReminder = { readonly point: ReminderPoint; readonly at: Date };

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** The lead of a team gets the list of those who miss when so much of the time is over. */
const LIST_AFTER = 0.8;

/**
 * When somebody is reminded, earliest first. `hours` are their working hours, in their own time zone: what would come
 * at night comes in the morning, and what would then come too late comes before.
 */
export function remindersIn(hours: Hours, times: ReminderTimes): readonly PlannedReminder[] {
  const planned = wanted(hours, times).flatMap(({ point, at, within }) => {
    const moment = within === undefined ? atWork(hours, times, at) : onThatDay(hours, times, within);
    return moment === undefined ? [] : [{ point, at: moment }];
  });
  return planned
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
    .filter(({ at }, index, all) => at.getTime() !== all[index - 1]?.at.getTime());
}

/** When the lead of a team gets the list of those who miss. Undefined when there is no working time before the deadline. */
export function listAt(hours: Hours, times: Omit<ReminderTimes, 'reminders'>): Date | undefined {
  return atWork(hours, times, between(times, LIST_AFTER));
}

/** The latest that is due. Earlier ones that were never sent are not made up for: nobody is reminded twice at once. */
export function latestDue(hours: Hours, times: ReminderTimes, now: Date): PlannedReminder | undefined {
  return now >= times.deadline ? undefined : remindersIn(hours, times).findLast(({ at }) => at <= now);
}

/** Whether it is working time. */
export function isOpen(hours: Hours, now: Date): boolean {
  return nextOpen(hours, now)?.getTime() === now.getTime();
}

type Wanted = { readonly point: ReminderPoint; readonly at: Date; readonly within?: number };

function wanted(hours: Hours, times: ReminderTimes): readonly Wanted[] {
  const half = { point: ReminderPoint.parse('half'), at: between(times, 0.5) };
  const first = dayOf(hours, times.from);
  const last = dayOf(hours, times.deadline);
  const lastDay = { point: pointOf(last), at: startOf(hours, last) };
  switch (times.reminders) {
    case 'none':
      return [];
    case 'once':
      return [half];
    case 'twice':
      return [half, lastDay];
    case 'daily':
      return Array.from({ length: Math.max(0, last - first) }, (_, index) => {
        const day = first + 1 + index;
        return { point: pointOf(day), at: startOf(hours, day), within: day };
      });
    default:
      return unreachable(times.reminders);
  }
}

/** In working time, from the moment on; or else in the last hour of it before the deadline. */
function atWork(
  hours: Hours,
  { from, deadline }: Omit<ReminderTimes, 'reminders'>,
  at: Date,
): Date | undefined {
  const next = nextOpen(hours, at < from ? from : at);
  if (next !== undefined && next < deadline) return next;
  const span = lastOpen(hours, deadline);
  if (span === undefined) return undefined;
  const moment = Math.max(span.from, span.to - HOUR_MS);
  return moment > from.getTime() ? new Date(moment) : undefined;
}

/** When it opens on a day; undefined where it is closed all day, or the deadline is over by then. */
function onThatDay(hours: Hours, { from, deadline }: ReminderTimes, day: number): Date | undefined {
  const opens = nextOpen(hours, startOf(hours, day));
  return opens !== undefined && dayOf(hours, opens) === day && opens < deadline && opens > from
    ? opens
    : undefined;
}

function between({ from, deadline }: Omit<ReminderTimes, 'reminders'>, share: number): Date {
  return new Date(from.getTime() + Math.round((deadline.getTime() - from.getTime()) * share));
}

/** Days since 1970 by the calendar of the zone. */
function dayOf({ timeZone }: Hours, at: Date): number {
  return Math.floor((at.getTime() + offsetAt(timeZone, at.getTime())) / DAY_MS);
}

/** When a day begins. Asked twice, because the offset at midnight may differ from that of the first guess. */
function startOf({ timeZone }: Hours, day: number): Date {
  const guess = day * DAY_MS - offsetAt(timeZone, day * DAY_MS);
  return new Date(day * DAY_MS - offsetAt(timeZone, guess));
}

function pointOf(day: number): ReminderPoint {
  return ReminderPoint.parse(`day:${new Date(day * DAY_MS).toISOString().slice(0, 10)}`);
}
