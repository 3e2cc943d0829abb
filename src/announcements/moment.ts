import { z } from 'zod';

/**
 * A moment as exact as Slack's own timestamps, `1700000000.000100`: seconds and microseconds, of fixed widths, so that
 * moments compare as text. A `Date` would cut the microseconds, by which Slack's events are ordered.
 */
export const Moment = z
  .string()
  .regex(/^\d{10}\.\d{6}$/)
  .brand<'Moment'>();
export type Moment = z.infer<typeof Moment>;

export function momentOf(date: Date): Moment {
  const milliseconds = date.getTime();
  const seconds = Math.floor(milliseconds / 1000);
  const rest = milliseconds - seconds * 1000;
  return Moment.parse(`${`${seconds}`.padStart(10, '0')}.${`${rest}`.padStart(3, '0')}000`);
}

export function dateOf(moment: Moment): Date {
  return new Date(Math.floor(Number(moment) * 1000));
}

/** Negative when the first is earlier. */
export function compareMoments(one: Moment, other: Moment): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Events of Slack that carry no more than seconds, and numbers that lost their zeros. */
export function momentFrom(seconds: string | number): Moment {
  const [whole = '', rest = ''] = `${seconds}`.split('.', 2);
  return Moment.parse(`${whole.padStart(10, '0')}.${rest.slice(0, 6).padEnd(6, '0')}`);
}
