const MINUTE_MS = 60_000;
const STRIDE_MS = 6 * 60 * MINUTE_MS;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** A stretch of time, up to but without its end. */
export type Span = { readonly from: number; readonly to: number };

export function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** How far a time zone is ahead of UTC at an instant, in milliseconds. */
export function offsetAt(timeZone: string, instant: number): number {
  const parts = formatterOf(timeZone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((each) => each.type === type)?.value);
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(instant / 1_000) * 1_000;
}

/** The date that a calendar in the time zone shows at an instant, as `YYYY-MM-DD`. */
export function dateIn(timeZone: string, instant: Date): string {
  const wall = instant.getTime() + offsetAt(timeZone, instant.getTime());
  return new Date(wall).toISOString().slice(0, 10);
}

/** A span in pieces within which the zone doesn't change its offset: daylight saving begins or ends between two. */
export function steadySpans(timeZone: string, { from, to }: Span): readonly (Span & { offset: number })[] {
  const spans: (Span & { offset: number })[] = [];
  let start = from;
  let offset = offsetAt(timeZone, from);
  for (let at = from; at < to; at += STRIDE_MS) {
    const end = Math.min(at + STRIDE_MS, to);
    const next = offsetAt(timeZone, end);
    if (next === offset) continue;
    const change = firstWith(timeZone, next, { from: at, to: end });
    spans.push({ from: start, to: change, offset });
    start = change;
    offset = next;
  }
  return [...spans, { from: start, to, offset }];
}

/** The instant at which the offset becomes what it is at the end. Offsets change at whole minutes. */
function firstWith(timeZone: string, offset: number, { from, to }: Span): number {
  let [before, after] = [Math.floor(from / MINUTE_MS), Math.ceil(to / MINUTE_MS)];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(timeZone, middle * MINUTE_MS) === offset) after = middle;
    else before = middle;
  }
  return after * MINUTE_MS;
}

/** Making one takes a hundred times longer than using it. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(timeZone, made);
  return made;
}
