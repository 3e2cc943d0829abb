import { type Act, type ActDeps, act } from './act.ts';
import { notYet, reopen } from './moves.ts';
import type { ActOutcome } from './outcome.ts';

export async function reopenQuestion(deps: ActDeps, input: Act): Promise<ActOutcome> {
  return await act(deps, input, (question, actor, at) => ({ outcome: reopen(question, actor, at) }));
}

/** The asker's "Not yet". */
export async function answerIsNotEnough(deps: ActDeps, input: Act): Promise<ActOutcome> {
  return await act(deps, input, (question, actor, at) => ({ outcome: notYet(question, actor, at) }));
}
