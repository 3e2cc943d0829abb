import { type Act, type ActDeps, act } from './act.ts';
import { resolve } from './moves.ts';
import type { ActOutcome } from './outcome.ts';

/** An old card will do: where the question stands doesn't matter to its end. */
export async function resolveQuestion(deps: ActDeps, input: Act): Promise<ActOutcome> {
  return await act(deps, input, (question, actor, at) => ({ outcome: resolve(question, actor, at) }));
}
