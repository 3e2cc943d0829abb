import type { App } from '@slack/bolt';
import { type AskListenerDeps, type HomeChanged, listenForQuestions } from './ask-listeners.ts';
import { type ClickDeps, listenForClicks } from './click-listeners.ts';
import type { ThreadDeps } from './follow-thread.ts';
import { listenForMoves, type MoveDeps } from './move-listeners.ts';
import { listenForReveals, type RevealListenerDeps } from './reveal-listeners.ts';
import { listenForSteps, type StepListenerDeps } from './step-listeners.ts';
import { listenForReplies } from './thread-listeners.ts';

type Deps = AskListenerDeps & ClickDeps & MoveDeps & RevealListenerDeps & StepListenerDeps & ThreadDeps;

/** `homeChanged` draws a person's App Home anew after they did something there. */
export function listen(app: App, deps: Deps, homeChanged: HomeChanged = async () => {}): void {
  listenForQuestions(app, deps, homeChanged);
  listenForClicks(app, deps, homeChanged);
  listenForMoves(app, deps);
  listenForReveals(app, deps);
  listenForReplies(app, deps);
  listenForSteps(app, deps);
}
