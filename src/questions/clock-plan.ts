import { z } from 'zod';
import { type Clock, type ClockName, DEEDS, type Directory, type Hours } from '../directory/directory.ts';
import { afterOpenTime } from '../directory/open-time.ts';
import type { ClockId } from './ids.ts';
import { isLive, isWaiting, type Question } from './question.ts';

/** What a question waits for: that somebody claims it, that it is answered. */
export const ClockKind = z.literal(['claim', 'answer']);
export type ClockKind = z.infer<typeof ClockKind>;

/** `look`: the messages are drawn anew. `call`: the next wider circle is asked to take a live question. */
export const PlannedDeed = z.literal(['look', 'breach', 'call', ...DEEDS]);
export type PlannedDeed = z.infer<typeof PlannedDeed>;

/** What is done when, in this order. */
export const Plan = z.array(z.object({ deed: PlannedDeed, at: z.int().transform((ms) => new Date(ms)) }));
export type Plan = readonly { readonly deed: PlannedDeed; readonly at: Date }[];

export type RunningClock = {
  readonly id: ClockId;
  readonly kind: ClockKind;
  readonly lane: ClockName;
  /** On which of the question's cards it runs. */
  readonly move: number;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly plan: Plan;
  /** How much of the plan is done. */
  readonly step: number;
  readonly nextAt: Date | null;
  readonly breachedAt: Date | null;
};

/** More circles there are not: the channel, the next tier or the supervisors. */
const MOST_CALLS = 2;
/** Nobody looks at a message that changes more often. */
const SHORTEST_TO_LOOK_AT_SECONDS = 60;

/** A live question's clock is the live one, wherever it stands. */
export function laneOf(question: Question): ClockName {
  return isLive(question) ? 'live' : `tier${question.placement.tier}`;
}

/** Which clocks run for a question. One that waits for the answer to another question has none of its own. */
export function clocksOf(question: Question): readonly ClockKind[] {
  if (!isWaiting(question) || question.duplicateOf !== null) return [];
  return question.status.name === 'open' ? ['claim', 'answer'] : ['answer'];
}

/** What a change means for the clocks that run: they go on where lane and card are the same. */
export function rewind(
  running: readonly RunningClock[],
  question: Question,
): { readonly stop: readonly RunningClock[]; readonly start: readonly ClockKind[] } {
  const wanted = clocksOf(question);
  const isKept = ({ kind, lane, move }: RunningClock): boolean =>
    wanted.includes(kind) && lane === laneOf(question) && move === question.placement.move;
  return {
    stop: running.filter((clock) => !isKept(clock)),
    start: wanted.filter((kind) => !running.some((clock) => clock.kind === kind && isKept(clock))),
  };
}

export type Start = { readonly kind: ClockKind; readonly lane: ClockName; readonly startedAt: Date };

/** When it is due, and all that is done until then and after. Undefined where there are no hours in which it could run. */
export function planFor(
  { clocks, hours }: Directory,
  { kind, lane, startedAt }: Start,
): { readonly dueAt: Date; readonly plan: Plan } | undefined {
  const clock = clocks[lane];
  const within: Hours | null = lane === 'live' ? null : (clock.hours ?? hours);
  const planned = [
    ...(clock[kind] >= SHORTEST_TO_LOOK_AT_SECONDS
      ? [{ deed: 'look' as const, seconds: clock[kind] / 2 }]
      : []),
    { deed: 'breach' as const, seconds: clock[kind] },
    ...afterwards(clock, kind, lane),
  ];
  const plan = planned
    .toSorted((one, other) => one.seconds - other.seconds)
    .flatMap(({ deed, seconds }) => {
      const at = afterOpenTime(within, startedAt, seconds);
      return at ? [{ deed, at }] : [];
    });
  const due = plan.find(({ deed }) => deed === 'breach');
  return due && { dueAt: due.at, plan };
}

function afterwards(clock: Clock, kind: ClockKind, lane: ClockName) {
  const allowed = clock[kind];
  if (lane === 'live' && kind === 'claim') {
    return Array.from({ length: MOST_CALLS }, (_, index) => ({
      deed: 'call' as const,
      seconds: allowed * (index + 1),
    }));
  }
  return stepsOf(clock, kind).map(({ deed, after }) => ({ deed, seconds: allowed + after }));
}

/** What is usual where the directory doesn't say. */
function stepsOf(clock: Clock, kind: ClockKind): NonNullable<Clock['unclaimed']> {
  return kind === 'claim'
    ? (clock.unclaimed ?? [{ deed: 'ping', after: 0 }])
    : (clock.unanswered ?? [{ deed: 'remind', after: 0 }]);
}
