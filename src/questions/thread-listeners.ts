import type { App } from '@slack/bolt';
import { unreachable } from '../shared/unreachable.ts';
import { threadEvent } from '../slack/thread-event.ts';
import { recordReply, replyDeleted, replyEdited, type ThreadDeps } from './follow-thread.ts';

/** What happens in threads. Events come more than once and in any order, and these use cases don't mind. */
export function listenForReplies(app: App, deps: ThreadDeps): void {
  app.event('message', async ({ event }) => {
    const found = threadEvent(event);
    switch (found?.kind) {
      case undefined:
        return;
      case 'written':
        await recordReply(deps, found.reply);
        return;
      case 'edited':
        await replyEdited(deps, { ...found.reply, at: found.at });
        return;
      case 'deleted':
        await replyDeleted(deps, { ...found.reply, at: found.at });
        return;
      default:
        unreachable(found);
    }
  });
}
