import { escapeMrkdwn } from '../slack/escape.ts';
import type { ClockKind } from './clock-plan.ts';
import { age } from './words.ts';

/** What happens when nothing happens. `to`: the place it goes to, or the people who are asked. */
export type NextDeed =
  | { readonly deed: 'ping' | 'remind' | 'breach'; readonly at: Date }
  | { readonly deed: 'escalate' | 'call'; readonly at: Date; readonly to: string };

/** The clock that somebody looking at a question wants to know of. */
export type ClockFacts = {
  readonly kind: ClockKind;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly next: NextDeed | null;
};

const DAY_MS = 24 * 3_600_000;

/** "Unclaimed for 4 min, goes to Claims experts in 6 min". */
export function clockLine({ kind, startedAt, dueAt, next }: ClockFacts, now: Date): string {
  const isOver = dueAt <= now;
  const what = kind === 'claim' ? sinceWhen('Unclaimed', startedAt, now) : answerBy(dueAt, now);
  const mark = isOver ? ':warning: *Over its time:* ' : ':stopwatch: ';
  return `${mark}${[what, ...(next ? [nextWords(next, now)] : [])].join(', ')}`;
}

function answerBy(dueAt: Date, now: Date): string {
  if (dueAt > now) return `An answer is due ${atWhen(dueAt, now)}`;
  return sinceWhen('without an answer that was due', dueAt, now, `an answer was due ${span(dueAt, now)} ago`);
}

function nextWords(next: NextDeed, now: Date): string {
  const when = atWhen(next.at, now);
  switch (next.deed) {
    case 'escalate':
      return `goes to ${escapeMrkdwn(next.to, 200)} ${when}`;
    case 'call':
      return `${escapeMrkdwn(next.to, 200)} are asked ${when}`;
    case 'ping':
      return `those on duty are called ${when}`;
    case 'remind':
      return `a reminder comes ${when}`;
    case 'breach':
      return `over its time ${when}`;
  }
}

/** Slack shows a time of day, which stays right; where it doesn't, the words are as of the drawing. */
function sinceWhen(what: string, at: Date, now: Date, fallback = `${what} for ${span(at, now)}`): string {
  return `<!date^${seconds(at)}^${what} since ${clock(at, now)}|${fallback}>`;
}

function atWhen(at: Date, now: Date): string {
  const fallback = at > now ? `in ${span(now, at)}` : 'now';
  return `<!date^${seconds(at)}^at ${clock(at, now)}|${fallback}>`;
}

function clock(at: Date, now: Date): string {
  return Math.abs(at.getTime() - now.getTime()) < DAY_MS / 2 ? '{time}' : '{time} {date_short_pretty}';
}

function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1_000);
}

/** Who waits on the line counts in seconds. */
export function span(from: Date, to: Date): string {
  const passed = Math.max(0, Math.round((to.getTime() - from.getTime()) / 1_000));
  return passed < 120 ? `${passed} s` : age(from, to);
}
