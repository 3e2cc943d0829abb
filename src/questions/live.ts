import { membersOfGroup } from '../directory/index.ts';
import type { Database } from '../platform/database.ts';
import type { QuestionId } from '../shared/ids.ts';
import { type Act, type ActDeps, act } from './act.ts';
import { callNext } from './call-next.ts';
import { onDutyAt } from './circle.ts';
import { type DirectoryDeps, liveDirectory } from './live-directory.ts';
import { decline, hangUp, isDeclinedByAll } from './live-lane.ts';
import { stale } from './moves.ts';
import type { ActOutcome } from './outcome.ts';
import type { RecordDeps } from './record.ts';
import { lockQuestion } from './store.ts';

/** "Not me". A job that is queued with it sees whether anybody on duty is left. */
export async function declineQuestion(deps: ActDeps, input: Act): Promise<ActOutcome> {
  return await act(deps, input, (question, actor) => ({
    outcome: stale(question, input.seen) ?? decline(question, actor),
  }));
}

type WidenDeps = RecordDeps & DirectoryDeps & { readonly db: Database; readonly now: () => Date };

/** When everybody on duty has said "Not me", the next circle is asked at once. Can be run again. */
export async function widenIfAllDeclined(deps: WidenDeps, id: QuestionId): Promise<void> {
  const workspaceId = deps.workspace.id;
  const live = await liveDirectory(deps);
  await deps.db.transaction().execute(async (trx) => {
    const question = await lockQuestion(trx, workspaceId, id);
    if (!question) return;
    const handle = onDutyAt(live.directory, question.placement);
    const onDuty = handle === null ? [] : await membersOfGroup(trx, workspaceId, handle);
    if (!isDeclinedByAll(question, onDuty)) return;
    await callNext(trx, deps, { question, live, now: deps.now(), first: true });
  });
}

/** "The member has hung up": it leaves the live lane. */
export async function hangUpQuestion(deps: ActDeps, input: Act): Promise<ActOutcome> {
  return await act(deps, input, (question, actor, at) => ({ outcome: hangUp(question, actor, at) }));
}
