import type { WebClient } from '@slack/web-api';
import { NotYet, type Run } from '../platform/jobs.ts';
import type { Log } from '../platform/log.ts';
import type { SlackUserId } from '../shared/ids.ts';
import { waitForTurn } from '../slack/outbox/pace.ts';
import { judge } from '../slack/outbox/verdict.ts';
import { type FactsDeps, homeFacts } from './facts.ts';
import { homeView } from './home-views.ts';
import { lookFrom } from './look.ts';
import { noteShown, storedLook, takeDrawing } from './store.ts';

export type HomeDeps = FactsDeps & {
  readonly log: Log;
  readonly slack: { readonly posting: WebClient };
};

/** `views.publish` is Tier 4: 100 a minute in the whole workspace. */
const PACE = { scope: 'home', everyMs: 650, burst: 20 };

/**
 * Draws a person's App Home from the state of the moment. A job that comes back goes on although nothing is due any
 * more: it took what was due when it came first.
 */
export async function publishHome(
  deps: HomeDeps,
  user: SlackUserId,
  run: Pick<Run, 'retries' | 'signal'>,
): Promise<void> {
  const { db, log, slack, workspace } = deps;
  const key = { workspaceId: workspace.id, user };
  if (!(await takeDrawing(db, key)) && run.retries === 0) return;
  if (!(await waitForTurn(db, workspace.id, PACE, run.signal))) throw new NotYet();
  const facts = await homeFacts(deps, user, lookFrom(await storedLook(db, key)));
  await noteShown(db, key, { hasBoard: facts.board !== null, hasNews: facts.news !== null });
  try {
    await slack.posting.views.publish({ user_id: user, view: homeView(facts) });
  } catch (error) {
    // Nobody is there any more, or the Home is switched off: that will be no different in a minute.
    if (judge(error)?.kind !== 'refused') throw error;
    log.failure('home.not-published', error);
  }
}
