import type { StateCode } from '../shared/states.ts';
import { type Act, type ActDeps, act } from './act.ts';
import { type DirectoryDeps, liveDirectory } from './live-directory.ts';
import { stale } from './moves.ts';
import type { ActOutcome } from './outcome.ts';
import type { TopicChoice } from './question.ts';
import { retarget } from './relocate.ts';
import { redirection } from './route.ts';
import { unpostableOf } from './way.ts';

/** Another topic or state: the question goes where they lead. */
export async function retargetQuestion(
  deps: ActDeps & DirectoryDeps,
  input: Act & { readonly topic: TopicChoice; readonly state: StateCode | null },
): Promise<ActOutcome> {
  const { topic, state } = input;
  const live = await liveDirectory(deps);
  return await act(deps, input, (question, actor, at) => {
    const way = redirection(question, live, { topic, state });
    const outcome = stale(question, input.seen) ?? retarget(question, actor, way, at);
    return { outcome, unpostable: unpostableOf(way) };
  });
}
