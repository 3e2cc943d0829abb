import type { LiveDirectory } from '../directory/directory.ts';
import { membersOfGroup } from '../directory/index.ts';
import { type Act, type ActDeps, act } from './act.ts';
import { callNext } from './call-next.ts';
import { onDutyAt } from './circle.ts';
import { liveDirectory } from './live-directory.ts';
import { decline, hangUp, isDeclinedByAll } from './live-lane.ts';
import { stale } from './moves.ts';
import type { ActOutcome } from './outcome.ts';
import type { Question } from './question.ts';
import { lockQuestion } from './store.ts';

/** "Not me". When everybody on duty has said so, the next circle is asked at once. */
export async function declineQuestion(deps: ActDeps, input: Act): Promise<ActOutcome> {
  const outcome = await act(deps, input, (question, actor) => ({
    outcome: stale(question, input.seen) ?? decline(question, actor),
  }));
  if (outcome.kind === 'done' && outcome.event) {
    await widenIfAllDeclined(deps, outcome.question, await liveDirectory(deps));
  }
  return outcome;
}

async function widenIfAllDeclined(
  deps: ActDeps,
  { id, workspaceId, placement }: Question,
  live: LiveDirectory,
): Promise<void> {
  const handle = onDutyAt(live.directory, placement);
  const onDuty = handle === null ? [] : await membersOfGroup(deps.db, workspaceId, handle);
  await deps.db.transaction().execute(async (trx) => {
    const question = await lockQuestion(trx, workspaceId, id);
    if (!question || !isDeclinedByAll(question, onDuty)) return;
    await callNext(trx, deps, { question, live, now: deps.now(), first: true });
  });
}

/** "The member has hung up": it leaves the live lane. */
export async function hangUpQuestion(deps: ActDeps, input: Act): Promise<ActOutcome> {
  return await act(deps, input, (question, actor, at) => ({ outcome: hangUp(question, actor, at) }));
}
