import { type Hours, WEEKDAYS } from './directory.ts';
import { offsetAt, type Span, steadySpans } from './zone.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** No zone is further from UTC. */
const FURTHEST_MS = 15 * 60 * MINUTE_MS;
/** A clock that would run longer than this never ends: the file has no hours in which it could. */
const LONGEST_DAYS = 800;
const LONGEST_CLOSED_DAYS = 31;

/**
 * The moment at which so many seconds of open time have passed. Nothing counts outside the hours and on holidays; a
 * day on which daylight saving begins or ends is as long as it really is. `null` as hours means always open.
 * Undefined when that moment never comes.
 */
export function afterOpenTime(hours: Hours | null, from: Date, seconds: number): Date | undefined {
  const start = from.getTime();
  let left = seconds * 1_000;
  if (hours === null || left <= 0) return new Date(start + Math.max(0, left));
  const today = dayOf(hours, start);
  for (let day = today - 1; day <= today + LONGEST_DAYS; day += 1) {
    for (const span of openSpans(hours, day)) {
      const begin = Math.max(start, span.from);
      if (span.to <= begin) continue;
      if (left <= span.to - begin) return new Date(begin + left);
      left -= span.to - begin;
    }
  }
  return undefined;
}

/** The moment itself if it is open then, or else when it opens next. Undefined when it never does. */
export function nextOpen(hours: Hours, from: Date): Date | undefined {
  const start = from.getTime();
  const today = dayOf(hours, start);
  for (let day = today - 1; day <= today + LONGEST_DAYS; day += 1) {
    const span = openSpans(hours, day).find(({ to }) => to > start);
    if (span) return new Date(Math.max(start, span.from));
  }
  return undefined;
}

/** The last open span that begins before the moment, cut off there. Undefined when there is none within a month. */
export function lastOpen(hours: Hours, before: Date): Span | undefined {
  const end = before.getTime();
  const today = dayOf(hours, end);
  for (let day = today + 1; day >= today - LONGEST_CLOSED_DAYS; day -= 1) {
    const span = openSpans(hours, day).findLast(({ from }) => from < end);
    if (span) return { from: span.from, to: Math.min(span.to, end) };
  }
  return undefined;
}

function dayOf({ timeZone }: Hours, instant: number): number {
  return Math.floor((instant + offsetAt(timeZone, instant)) / DAY_MS);
}

/** When it is open on a day, given as days since 1970 by the calendar of the zone. Twice in a day if an hour comes twice. */
function openSpans({ timeZone, days, holidays }: Hours, day: number): readonly Span[] {
  // 1970 began on a Thursday.
  const weekday = WEEKDAYS[(((day + 3) % 7) + 7) % 7];
  const open = weekday && days[weekday];
  if (!open || holidays.includes(new Date(day * DAY_MS).toISOString().slice(0, 10))) return [];
  const from = day * DAY_MS + timeOfDay(open.from);
  const to = day * DAY_MS + timeOfDay(open.to);
  return steadySpans(timeZone, { from: from - FURTHEST_MS, to: to + FURTHEST_MS })
    .map(({ offset, ...steady }) => ({
      from: Math.max(from - offset, steady.from),
      to: Math.min(to - offset, steady.to),
    }))
    .filter((span) => span.from < span.to);
}

function timeOfDay(text: string): number {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return (hour * 60 + minute) * MINUTE_MS;
}
