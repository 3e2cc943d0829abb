import type { LiveDirectory } from '../directory/directory.ts';
import { groupIdOf } from '../directory/index.ts';
import type { Trx } from '../platform/database.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import { unreachable } from '../shared/unreachable.ts';
import { callNext } from './call-next.ts';
import { onDutyAt } from './circle.ts';
import type { ClockKind, PlannedDeed, RunningClock } from './clock-plan.ts';
import type { EventDetail } from './event.ts';
import { claimerOf, type Question } from './question.ts';
import { type RecordDeps, record } from './record.ts';
import { redraw } from './redraw.ts';
import { escalateOverdue } from './relocate.ts';
import { escalation } from './route.ts';
import { lockQuestion } from './store.ts';

export type BreachDeps = RecordDeps & { readonly workspace: { readonly id: WorkspaceId } };

export type Due = {
  readonly live: LiveDirectory;
  readonly clock: RunningClock & { readonly questionId: Question['id'] };
  readonly deed: PlannedDeed;
  readonly now: Date;
};

/** One step of a clock's plan, in the transaction that ticked it off. */
export async function carryOut(trx: Trx, deps: BreachDeps, { live, clock, deed, now }: Due): Promise<void> {
  const question = await lockQuestion(trx, deps.workspace.id, clock.questionId);
  if (!question) return;
  switch (deed) {
    case 'look':
      return await redraw(trx, deps.jobs, question);
    case 'breach':
      return await note(trx, deps, question, { kind: 'breached', clock: clock.kind, lane: clock.lane }, now);
    case 'remind':
      return await remind(trx, deps, question, now);
    case 'ping':
      return await ping(trx, deps, { question, live, kind: clock.kind, now });
    case 'escalate':
      return await escalate(trx, deps, { question, live, kind: clock.kind, now }, clock);
    case 'call':
      return await callNext(trx, deps, { question, live, now });
    default:
      return unreachable(deed);
  }
}

type Overdue = {
  readonly question: Question;
  readonly live: LiveDirectory;
  readonly kind: ClockKind;
  readonly now: Date;
};

async function note(
  trx: Trx,
  deps: BreachDeps,
  question: Question,
  event: EventDetail,
  at: Date,
): Promise<void> {
  await record(trx, deps, { before: question, after: question, event, by: null, at });
}

/** Nobody to remind where nobody has claimed it: its other clock sees to that. */
async function remind(trx: Trx, deps: BreachDeps, question: Question, now: Date): Promise<void> {
  const claimer = claimerOf(question);
  if (claimer) await note(trx, deps, question, { kind: 'reminded', claimer }, now);
}

async function ping(trx: Trx, deps: BreachDeps, { question, live, kind, now }: Overdue): Promise<void> {
  const handle = onDutyAt(live.directory, question.placement);
  const group = handle === null ? undefined : await groupIdOf(trx, question.workspaceId, handle);
  await note(trx, deps, question, { kind: 'pinged', clock: kind, group: group ?? null }, now);
}

/** Where there is nowhere to go, those on duty are called instead, unless they have been. */
async function escalate(
  trx: Trx,
  deps: BreachDeps,
  overdue: Overdue,
  { plan, step }: RunningClock,
): Promise<void> {
  const { question, live, kind, now } = overdue;
  const way = escalation(question, live, undefined, WHY[kind]);
  if (way.kind === 'noWay') {
    if (!plan.slice(0, step).some(({ deed }) => deed === 'ping')) await ping(trx, deps, overdue);
    return;
  }
  const outcome = escalateOverdue(question, way, kind, now);
  if (outcome.kind !== 'done' || !outcome.event) return;
  const { question: after, event } = outcome;
  const { unpostable } = way;
  await record(trx, deps, { before: question, after, event, by: null, at: now, unpostable });
}

const WHY: Readonly<Record<ClockKind, string>> = {
  claim: 'nobody claimed it in time',
  answer: 'nobody answered it in time',
};
