import type { SlackUserId } from '../shared/ids.ts';
import { type Act, type ActDeps, act } from './act.ts';
import { handOver, stale } from './moves.ts';
import type { ActOutcome } from './outcome.ts';
import { actorFor } from './people.ts';
import { findQuestion } from './store.ts';

/** The directory knows no membership or role of people of other companies, so they can't be handed anything. */
export async function handOverQuestion(
  deps: ActDeps,
  input: Act & { readonly to: SlackUserId },
): Promise<ActOutcome> {
  const seen = await findQuestion(deps.db, deps.workspace.id, input.questionId);
  if (!seen) return { kind: 'gone' };
  const to = await actorFor(deps, seen, { user: input.to, isExternal: false });
  return await act(deps, input, (question, actor, at) => ({
    outcome: stale(question, input.seen ?? seen.placement.move) ?? handOver(question, actor, to, at),
  }));
}
