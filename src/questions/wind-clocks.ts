import type { DirectoryReader } from '../directory/index.ts';
import type { Trx } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { QuestionId } from '../shared/ids.ts';
import { type ClockKind, laneOf, planFor, rewind } from './clock-plan.ts';
import { runningClocks, startClock, stopClocks } from './clock-store.ts';
import type { ClockId } from './ids.ts';
import { clockJob } from './jobs.ts';
import type { Question } from './question.ts';

export type ClockDeps = { readonly jobs: Jobs; readonly directory: DirectoryReader };

/**
 * Stops the clocks that have no more to wait for and starts those that have, in the transaction of the change. A job
 * that was queued for a stopped clock finds it stopped and does nothing.
 */
export async function windClocks(trx: Trx, deps: ClockDeps, question: Question, at: Date): Promise<void> {
  const { id: questionId, workspaceId } = question;
  const running = await runningClocks(trx, workspaceId, questionId);
  const { stop, start } = rewind(running, question);
  await stopClocks(
    trx,
    stop.map(({ id }) => id),
    at,
  );
  await startClocks(trx, deps, question, { kinds: start, at });
}

/** Those of a new question, which has none that run. */
export async function startClocks(
  trx: Trx,
  { jobs, directory }: ClockDeps,
  question: Question,
  { kinds, at }: { readonly kinds: readonly ClockKind[]; readonly at: Date },
): Promise<void> {
  const { id: questionId, workspaceId } = question;
  const live = kinds.length > 0 ? await directory.load(workspaceId, trx) : undefined;
  if (!live) return;
  for (const kind of kinds) {
    const clock = { kind, lane: laneOf(question), startedAt: at };
    const planned = planFor(live.directory, clock);
    const nextAt = planned?.plan[0]?.at;
    if (!planned || !nextAt) continue;
    const clockId = await startClock(trx, question, { ...clock, ...planned, nextAt });
    await awaitStep(trx, jobs, { questionId, clockId, nextAt });
  }
}

/** Queues the job that comes when the next step is due. */
export async function awaitStep(
  trx: Trx,
  jobs: Jobs,
  { questionId, clockId, nextAt }: { questionId: QuestionId; clockId: ClockId; nextAt: Date },
): Promise<void> {
  const payload = { questionId, clockId, at: nextAt.getTime() };
  await jobs.enqueue(trx, clockJob, payload, { startAfter: nextAt });
}
