import type { Selectable } from 'kysely';
import type { ClockName } from '../directory/directory.ts';
import type { Database, Trx } from '../platform/database.ts';
import type { Schema } from '../platform/schema.ts';
import { uuidv7 } from '../platform/uuid.ts';
import type { QuestionId, WorkspaceId } from '../shared/ids.ts';
import { type ClockKind, Plan, type RunningClock } from './clock-plan.ts';
import { ClockId } from './ids.ts';
import type { Question } from './question.ts';

/** A clock with whose it is. */
export type QuestionClock = RunningClock & { readonly questionId: QuestionId };

export async function runningClocks(
  db: Database,
  workspaceId: WorkspaceId,
  questionId: QuestionId,
): Promise<readonly QuestionClock[]> {
  const rows = await running(db, workspaceId).where('questionId', '=', questionId).orderBy('kind').execute();
  return rows.map(toClock);
}

/** Undefined once it is stopped. Whoever holds the lock on its question knows that it isn't stopped meanwhile. */
export async function findRunningClock(
  db: Database,
  workspaceId: WorkspaceId,
  id: ClockId,
): Promise<QuestionClock | undefined> {
  const row = await running(db, workspaceId).where('id', '=', id).executeTakeFirst();
  return row && toClock(row);
}

/** Those whose next step should have been taken by then, the latest first come first. */
export async function overdueClocks(
  db: Database,
  workspaceId: WorkspaceId,
  before: Date,
  limit: number,
): Promise<
  readonly { readonly id: ClockId; readonly questionId: QuestionId; readonly nextAt: Date | null }[]
> {
  return await db
    .selectFrom('questionClocks')
    .select(['id', 'questionId', 'nextAt'])
    .where('workspaceId', '=', workspaceId)
    .where('stoppedAt', 'is', null)
    .where('nextAt', '<=', before)
    .orderBy('nextAt')
    .limit(limit)
    .execute();
}

export type NewClock = {
  readonly kind: ClockKind;
  readonly lane: ClockName;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly plan: RunningClock['plan'];
  readonly nextAt: Date;
};

export async function startClock(
  trx: Trx,
  { workspaceId, id: questionId, placement }: Question,
  { plan, ...clock }: NewClock,
): Promise<ClockId> {
  const id = ClockId.parse(uuidv7());
  await trx
    .insertInto('questionClocks')
    .values({
      id,
      workspaceId,
      questionId,
      move: placement.move,
      ...clock,
      plan: JSON.stringify(plan.map(({ deed, at }) => ({ deed, at: at.getTime() }))),
      step: 0,
      breachedAt: null,
      stoppedAt: null,
    })
    .execute();
  return id;
}

export async function stopClocks(trx: Trx, ids: readonly ClockId[], stoppedAt: Date): Promise<void> {
  if (ids.length === 0) return;
  await trx.updateTable('questionClocks').set({ stoppedAt }).where('id', 'in', ids).execute();
}

/** False when somebody else has taken this step: each is taken once. */
export async function takeStep(
  trx: Trx,
  { id, step, plan }: RunningClock,
  breachedAt: Date | null,
): Promise<boolean> {
  const row = await trx
    .updateTable('questionClocks')
    .set({ step: step + 1, nextAt: plan[step + 1]?.at ?? null, ...(breachedAt && { breachedAt }) })
    .where('id', '=', id)
    .where('step', '=', step)
    .where('stoppedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

function running(db: Database, workspaceId: WorkspaceId) {
  return db
    .selectFrom('questionClocks')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('stoppedAt', 'is', null);
}

function toClock(row: Selectable<Schema['questionClocks']>): QuestionClock {
  const { id, questionId, kind, lane, move, startedAt, dueAt, step, nextAt, breachedAt } = row;
  const plan = Plan.parse(row.plan);
  return { id, questionId, kind, lane, move, startedAt, dueAt, plan, step, nextAt, breachedAt };
}
