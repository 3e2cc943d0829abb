import type { App } from '@slack/bolt';
import { z } from 'zod';
import { personOf } from '../slack/person.ts';
import { tell } from '../slack/tell.ts';
import { threadEvent } from '../slack/thread-event.ts';
import { type FollowDeps, followReply } from './follow-replies.ts';
import { HotThreadId } from './hot.ts';
import { HOT_KNOWN, HOT_OPEN, HOT_OWN, HOT_ROOM } from './hot-views.ts';
import { hotReply } from './hot-words.ts';
import { feedbackChannel } from './place.ts';
import { askForRoom, type HotDeps, knowThread, ownThread } from './stand-by-thread.ts';

export type HotListenerDeps = HotDeps & FollowDeps;

const Button = z.object({ value: HotThreadId });

/** Buttons that need no more than the click. */
const CLICKS = [
  [HOT_OWN, ownThread],
  [HOT_KNOWN, knowThread],
  [HOT_ROOM, askForRoom],
] as const;

export function listenForHotThreads(app: App, deps: HotListenerDeps): void {
  app.event('message', async ({ event }) => {
    const found = threadEvent(event);
    // Who edits a reply adds none.
    if (!found || found.kind === 'edited') return;
    await followReply(deps, found.reply, found.kind === 'deleted' ? found.at : null);
  });

  for (const [id, click] of CLICKS) {
    app.action(id, async ({ ack, action, body, client, respond }) => {
      await ack();
      const by = personOf(body, deps.workspace.id);
      const outcome = await click(deps, { hotThreadId: Button.parse(action).value, by });
      const words = hotReply(outcome, await feedbackChannel(deps));
      if (words !== undefined) await tell({ body, client, respond }, words);
    });
  }

  // A link opens by itself; Slack sends the click all the same.
  app.action(HOT_OPEN, async ({ ack }) => await ack());
}
