import type { App } from '@slack/bolt';
import { z } from 'zod';
import { OutboxId, SlackUserId } from '../shared/ids.ts';
import { personOf } from '../slack/person.ts';
import { tell } from '../slack/tell.ts';
import { RETRY, retryReply } from './admin-views.ts';
import { EVERY, STATUS_FILTER, TIER_FILTER, TOPIC_FILTER } from './board-views.ts';
import { homeChanged } from './draw-later.ts';
import { type FeedbackHomeDeps, listenForFeedback } from './feedback-listeners.ts';
import { filtered, type Look } from './look.ts';
import { NEWS_FILTER } from './news-views.ts';
import { BOARD_BACK, BOARD_ON, MINE_NEWER, MINE_OLDER, NEWS_NEWER, NEWS_OLDER } from './pager-views.ts';
import { retryMessage } from './retry.ts';
import { turnLook } from './turn-look.ts';

const Opened = z.object({ user: SlackUserId, tab: z.string().optional() });
const Button = z.object({ value: OutboxId });
const PageButton = z.object({ value: z.coerce.number() });
const Choice = z.object({ selected_option: z.object({ value: z.string() }) });

type Turn = (look: Look, action: unknown) => unknown;

/** Pages and filters: what a click makes of what somebody looks at. */
const TURNS: readonly (readonly [string, Turn])[] = [
  ...[MINE_NEWER, MINE_OLDER].map((id): readonly [string, Turn] => [
    id,
    (look, action) => ({ ...look, mine: PageButton.parse(action).value }),
  ]),
  ...[BOARD_BACK, BOARD_ON].map((id): readonly [string, Turn] => [
    id,
    (look, action) => ({ ...look, board: PageButton.parse(action).value }),
  ]),
  ...[NEWS_NEWER, NEWS_OLDER].map((id): readonly [string, Turn] => [
    id,
    (look, action) => ({ ...look, news: PageButton.parse(action).value }),
  ]),
  [NEWS_FILTER, (look, action) => ({ ...look, news: 0, newsFilter: chosenIn(action) })],
  [STATUS_FILTER, (look, action) => filtered(look, { status: chosenIn(action) })],
  [TIER_FILTER, (look, action) => filtered(look, { tier: Number(chosenIn(action)) })],
  [TOPIC_FILTER, (look, action) => filtered(look, { topic: chosenIn(action) })],
];

export function listen(app: App, deps: FeedbackHomeDeps): void {
  listenForFeedback(app, deps);
  app.event('app_home_opened', async ({ event }) => {
    const { user, tab } = Opened.parse(event);
    if (tab === undefined || tab === 'home') await homeChanged(deps)(user);
  });

  app.action(RETRY, async ({ ack, action, body, client, respond }) => {
    await ack();
    const by = personOf(body, deps.workspace.id);
    const words = retryReply(await retryMessage(deps, { id: Button.parse(action).value, by }));
    await homeChanged(deps)(by.user);
    if (words !== undefined) await tell({ body, client, respond }, words);
  });

  for (const [id, turn] of TURNS) {
    app.action(id, async ({ ack, action, body }) => {
      await ack();
      const { user } = personOf(body, deps.workspace.id);
      await turnLook(deps, user, (look) => turn(look, action));
      await homeChanged(deps)(user);
    });
  }
}

/** Null takes the filter away, as does anything that was never offered. */
function chosenIn(action: unknown): string | null {
  const { value } = Choice.parse(action).selected_option;
  return value === EVERY ? null : value;
}
