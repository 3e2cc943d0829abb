import type { BreachStep } from './directory.ts';

const SECONDS = { s: 1, m: 60, h: 3_600 } as const;
const LONGEST = 7 * 24 * SECONDS.h;

/** The seconds in `90s`, `10m` or `2h`; `undefined` for any other form and for more than a week. */
export function parseDuration(text: string): number | undefined {
  const [, amount, unit] = /^([1-9]\d{0,6})([smh])$/.exec(text) ?? [];
  if (amount === undefined || (unit !== 's' && unit !== 'm' && unit !== 'h')) return undefined;
  const seconds = Number(amount) * SECONDS[unit];
  return seconds <= LONGEST ? seconds : undefined;
}

/** The shortest exact form: 7200 is `2h`, 90 is `90s`. */
export function durationText(seconds: number): string {
  if (seconds % SECONDS.h === 0) return `${seconds / SECONDS.h}h`;
  if (seconds % SECONDS.m === 0) return `${seconds / SECONDS.m}m`;
  return `${seconds}s`;
}

/** As the file says it: `ping`, `escalate after 10m`. */
export function stepText({ deed, after }: BreachStep): string {
  return after === 0 ? deed : `${deed} after ${durationText(after)}`;
}
