import type { LiveDirectory } from '../directory/directory.ts';
import type { Database, Trx } from '../platform/database.ts';
import { NotYet } from '../platform/jobs.ts';
import type { QuestionId, WorkspaceId } from '../shared/ids.ts';
import { type BreachDeps, carryOut } from './breach.ts';
import { findRunningClock, overdueClocks, type QuestionClock, takeStep } from './clock-store.ts';
import type { ClockId } from './ids.ts';
import { clockJob } from './jobs.ts';
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
  const { db, directory, workspace } = deps;
  const now = deps.now();
  if (at > now.getTime() + CLOCKS_DIFFER_MS) throw new NotYet();
  await db.transaction().execute(async (trx) => {
    // Everything that stops a clock holds this lock too.
    if (!(await lockQuestion(trx, workspace.id, questionId))) return;
    const clock = await findRunningClock(trx, workspace.id, clockId);
    if (clock?.nextAt?.getTime() !== at) return;
    const live = await directory.load(workspace.id, trx);
    if (live) await takeDueSteps(trx, deps, live, clock, new Date(Math.max(now.getTime(), at)));
  });
}

async function takeDueSteps(
  trx: Trx,
  deps: FireDeps,
  live: LiveDirectory,
  first: QuestionClock,
  now: Date,
): Promise<void> {
  let clock: QuestionClock | undefined = first;
  while (clock) {
    const planned: QuestionClock['plan'][number] | undefined = clock.plan[clock.step];
    if (!planned) return;
    const { id: clockId, questionId } = clock;
    if (planned.at > now) {
      await awaitStep(trx, deps.jobs, { questionId, clockId, nextAt: planned.at });
      return;
    }
    if (!(await takeStep(trx, clock, planned.deed === 'breach' ? now : null))) return;
    await carryOut(trx, deps, { live, clock, deed: planned.deed, now });
    // What was done may have stopped it.
    clock = await findRunningClock(trx, deps.workspace.id, clockId);
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
