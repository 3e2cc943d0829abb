import { type Act, type ActDeps, act } from './act.ts';
import { type DirectoryDeps, liveDirectory } from './live-directory.ts';
import { stale } from './moves.ts';
import type { ActOutcome } from './outcome.ts';
import { escalate } from './relocate.ts';
import { escalation, type Picked } from './route.ts';
import { unpostableOf } from './way.ts';

/** Up one tier, or to what was picked. */
export async function escalateQuestion(
  deps: ActDeps & DirectoryDeps,
  input: Act & { readonly picked?: Picked | undefined },
): Promise<ActOutcome> {
  const live = await liveDirectory(deps);
  return await act(deps, input, (question, actor, at) => {
    const way = escalation(question, live, input.picked);
    const outcome = stale(question, input.seen) ?? escalate(question, actor, way, at);
    return { outcome, unpostable: unpostableOf(way) };
  });
}
