import { type Act, type ActDeps, act } from './act.ts';
import { release, stale } from './moves.ts';
import type { ActOutcome } from './outcome.ts';

export async function releaseQuestion(deps: ActDeps, input: Act): Promise<ActOutcome> {
  return await act(deps, input, (question, actor) => ({
    outcome: stale(question, input.seen) ?? release(question, actor),
  }));
}
