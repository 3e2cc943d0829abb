import type { Database, Trx } from '../platform/database.ts';
import { NotYet } from '../platform/jobs.ts';
import type { QuestionId, WorkspaceId } from '../shared/ids.ts';
import { type BreachDeps, carryOut } from './breach.ts';
import { findRunningClock, overdueClocks, type QuestionClock, takeStep } from './clock-store.ts';
import type { ClockId } from './ids.ts';
import { clockJob } from './jobs.ts';
import type { Question } from './question.ts';
import { lockQuestion } from './store.ts';
import { awaitStep } from './wind-clocks.ts';

export type FireDeps = BreachDeps & {
  readonly db: Database;
  readonly now: () => Date;
  readonly workspace: { readonly id: WorkspaceId };
};

export type Firing = {
  readonly questionId: QuestionId;
  readonly clockId: ClockId;
  /** When the step that this job is for was due, in milliseconds. */
  readonly at: number;
};

/** The database wakes jobs by its own clock, which may be ahead of ours by so much. */
const CLOCKS_DIFFER_MS = 1_000;

/**
 * Takes every step of a clock that is due. A job for a clock that was stopped, or for a step that was taken, does
 * nothing; so it doesn't matter how many come, or when.
 */
export async function fireClock(deps: FireDeps, { questionId, clockId, at }: Firing): Promise<void> {
  const { db, workspace } = deps;
  const now = deps.now();
  if (at > now.getTime() + CLOCKS_DIFFER_MS) throw new NotYet();
  if (!(await isNext(db, deps, { clockId, at }))) return;
  await db.transaction().execute(async (trx) => {
    // Everything that stops a clock holds this lock too.
    const question = await lockQuestion(trx, workspace.id, questionId);
    const clock = question && (await findRunningClock(trx, workspace.id, clockId));
    if (!clock || clock.nextAt?.getTime() !== at) return;
    await takeDueSteps(trx, deps, question, clock, new Date(Math.max(now.getTime(), at)));
  });
}

/** Most clocks are stopped long before they are due: a look without a lock is enough for those. */
async function isNext(
  db: Database,
  { workspace }: FireDeps,
  { clockId, at }: Pick<Firing, 'clockId' | 'at'>,
): Promise<boolean> {
  return (await findRunningClock(db, workspace.id, clockId))?.nextAt?.getTime() === at;
}

async function takeDueSteps(
  trx: Trx,
  deps: FireDeps,
  question: Question,
  clock: QuestionClock,
  now: Date,
): Promise<void> {
  const { id: clockId, questionId, plan } = clock;
  for (let { step } = clock; step < plan.length; step += 1) {
    const [planned, next] = plan.slice(step);
    if (!planned) return;
    if (planned.at > now) return await awaitStep(trx, deps.jobs, { questionId, clockId, nextAt: planned.at });
    const atStep = { ...clock, step };
    const { deed } = planned;
    if (!(await takeStep(trx, atStep, deed === 'breach' ? now : null))) return;
    const isFollowed = next !== undefined && next.at <= now;
    const after = await carryOut(trx, deps, { question, clock: atStep, deed, isFollowed, now });
    // It has moved, and its clocks were wound anew.
    if (after !== question) return;
  }
}

/** So late a step may be before it is looked for; its own job should have come by then. */
const PATIENCE_MS = 2_000;
const MOST_AT_ONCE = 1_000;

/** Queues jobs for steps that are due and were not taken, should theirs have been lost. */
export async function sweepClocks({ db, jobs, now, workspace }: FireDeps): Promise<void> {
  const before = new Date(now().getTime() - PATIENCE_MS);
  const overdue = await overdueClocks(db, workspace.id, before, MOST_AT_ONCE);
  if (overdue.length === 0) return;
  await db.transaction().execute(async (trx) => {
    for (const { id: clockId, questionId, nextAt } of overdue) {
      if (nextAt) await jobs.enqueue(trx, clockJob, { questionId, clockId, at: nextAt.getTime() });
    }
  });
}
