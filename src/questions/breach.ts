import type { LiveDirectory } from '../directory/directory.ts';
import { groupIdOf } from '../directory/index.ts';
import type { Trx } from '../platform/database.ts';
import { unreachable } from '../shared/unreachable.ts';
import { callNext } from './call-next.ts';
import { onDutyAt } from './circle.ts';
import type { ClockKind, PlannedDeed, RunningClock } from './clock-plan.ts';
import type { EventDetail } from './event.ts';
import { appendEvent } from './history-store.ts';
import { claimerOf, type Question } from './question.ts';
import { type RecordDeps, record } from './record.ts';
import { redraw } from './redraw.ts';
import { escalateOverdue } from './relocate.ts';
import { escalation } from './route.ts';

export type BreachDeps = RecordDeps;

export type Due = {
  readonly question: Question;
  readonly clock: RunningClock;
  readonly deed: PlannedDeed;
  /** The next step is due as well, and will draw the messages anew. */
  readonly isFollowed: boolean;
  readonly now: Date;
};

/** One step of a clock's plan, in the transaction that ticked it off. Answers with the question as it is then. */
export async function carryOut(trx: Trx, deps: BreachDeps, due: Due): Promise<Question> {
  const { question, deed, now } = due;
  switch (deed) {
    case 'look':
      await redraw(trx, deps.jobs, question);
      return question;
    case 'breach':
      return await breach(trx, deps, due);
    case 'remind':
      return await remind(trx, deps, question, now);
    case 'ping':
    case 'escalate':
    case 'call': {
      const live = await deps.directory.load(question.workspaceId, trx);
      return live ? await callForHelp(trx, deps, { ...due, deed, live }) : question;
    }
    default:
      return unreachable(deed);
  }
}

type Help = Due & { readonly deed: 'ping' | 'escalate' | 'call'; readonly live: LiveDirectory };

async function callForHelp(trx: Trx, deps: BreachDeps, help: Help): Promise<Question> {
  const { question, live, now, deed } = help;
  switch (deed) {
    case 'ping':
      return await ping(trx, deps, help);
    case 'escalate':
      return await escalate(trx, deps, help);
    case 'call':
      await callNext(trx, deps, { question, live, now });
      return question;
    default:
      return unreachable(deed);
  }
}

async function breach(
  trx: Trx,
  deps: BreachDeps,
  { question, clock, isFollowed, now }: Due,
): Promise<Question> {
  const event = { kind: 'breached', clock: clock.kind, lane: clock.lane } as const;
  if (!isFollowed) return await note(trx, deps, question, event, now);
  const statusBefore = question.status.name;
  await appendEvent(trx, question, { by: null, at: now, statusBefore, note: null, detail: event });
  return question;
}

async function note(
  trx: Trx,
  deps: BreachDeps,
  question: Question,
  event: EventDetail,
  at: Date,
): Promise<Question> {
  await record(trx, deps, { before: question, after: question, event, by: null, at });
  return question;
}

/** Nobody to remind where nobody has claimed it: its other clock sees to that. */
async function remind(trx: Trx, deps: BreachDeps, question: Question, now: Date): Promise<Question> {
  const claimer = claimerOf(question);
  if (claimer === null) return question;
  return await note(trx, deps, question, { kind: 'reminded', claimer }, now);
}

async function ping(trx: Trx, deps: BreachDeps, { question, live, clock, now }: Help): Promise<Question> {
  const handle = onDutyAt(live.directory, question.placement);
  const group = handle === null ? undefined : await groupIdOf(trx, question.workspaceId, handle);
  return await note(trx, deps, question, { kind: 'pinged', clock: clock.kind, group: group ?? null }, now);
}

/** Where there is nowhere to go, those on duty are called instead, unless they have been. */
async function escalate(trx: Trx, deps: BreachDeps, help: Help): Promise<Question> {
  const { question, live, clock, now } = help;
  const way = escalation(question, live, undefined, WHY[clock.kind]);
  if (way.kind === 'noWay') {
    const isPinged = clock.plan.slice(0, clock.step).some(({ deed }) => deed === 'ping');
    return isPinged ? question : await ping(trx, deps, help);
  }
  const outcome = escalateOverdue(question, way, clock.kind, now);
  if (outcome.kind !== 'done' || !outcome.event) return question;
  const { question: after, event } = outcome;
  const { unpostable } = way;
  await record(trx, deps, { before: question, after, event, by: null, at: now, unpostable });
  return after;
}

const WHY: Readonly<Record<ClockKind, string>> = {
  claim: 'nobody claimed it in time',
  answer: 'nobody answered it in time',
};
