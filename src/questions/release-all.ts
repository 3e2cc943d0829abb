import type { ActDeps } from './act.ts';
import type { Person } from './people.ts';
import { releaseQuestion } from './release.ts';
import { questionsHeldBy } from './store.ts';

/** The end of somebody's shift: everything they have in hand goes back to its channel. Answers with how much it was. */
export async function releaseAll(deps: ActDeps, by: Person): Promise<number> {
  if (by.isExternal) return 0;
  let released = 0;
  for (const { id } of await questionsHeldBy(deps.db, deps.workspace.id, by.user)) {
    const outcome = await releaseQuestion(deps, { questionId: id, by, seen: null });
    if (outcome.kind === 'done' && outcome.event) released += 1;
  }
  return released;
}
