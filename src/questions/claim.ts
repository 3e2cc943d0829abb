import { type Act, type ActDeps, act } from './act.ts';
import { claim, stale } from './moves.ts';
import type { ActOutcome } from './outcome.ts';

export async function claimQuestion(deps: ActDeps, input: Act): Promise<ActOutcome> {
  return await act(deps, input, (question, actor, at) => ({
    outcome: stale(question, input.seen) ?? claim(question, actor, at),
  }));
}
