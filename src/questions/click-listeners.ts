import type { App } from '@slack/bolt';
import { z } from 'zod';
import { ChannelId, MessageTs, SlackUserId } from '../shared/ids.ts';
import { personOf } from '../slack/person.ts';
import { type Clicked, tell } from '../slack/tell.ts';
import type { Act, ActDeps } from './act.ts';
import { markAnswer } from './answer.ts';
import type { HomeChanged } from './ask-listeners.ts';
import { NOT_YET, REOPEN } from './asker-views.ts';
import { RESOLVE } from './card-views.ts';
import { claimQuestion } from './claim.ts';
import { type Click, ClickValue } from './click.ts';
import { RELEASE_ALL } from './held.ts';
import { declineQuestion, hangUpQuestion } from './live.ts';
import { CLAIM, DECLINE, HANG_UP } from './live-views.ts';
import type { ActOutcome } from './outcome.ts';
import { markedReply, reply } from './refusal-views.ts';
import { releaseAll } from './release-all.ts';
import { answerIsNotEnough, reopenQuestion } from './reopen.ts';
import { resolveQuestion } from './resolve.ts';

const MARK_ANSWER = 'mark_answer';

export type ClickDeps = ActDeps & { readonly workspace: { readonly botUserId: SlackUserId } };

export type Move = (deps: ClickDeps, input: Act) => Promise<ActOutcome>;

/** Buttons that need no more than the click. */
const MOVES: readonly (readonly [string, Move])[] = [
  [CLAIM, claimQuestion],
  [RESOLVE, resolveQuestion],
  [NOT_YET, answerIsNotEnough],
  [REOPEN, reopenQuestion],
  [DECLINE, declineQuestion],
  [HANG_UP, hangUpQuestion],
];

export const ButtonValue = z.object({ value: ClickValue });
const OnHome = z.object({ view: z.object({ type: z.literal('home') }) });

export function listenForClicks(app: App, deps: ClickDeps, homeChanged: HomeChanged): void {
  for (const [id, move] of MOVES) {
    app.action(id, async ({ ack, action, body, client, respond }) => {
      await ack();
      await makeMove(deps, { body, client, respond }, { click: ButtonValue.parse(action).value, move });
      if (OnHome.safeParse(body).success) await homeChanged(personOf(body, deps.workspace.id).user);
    });
  }

  app.action(RELEASE_ALL, async ({ ack, body }) => {
    await ack();
    const by = personOf(body, deps.workspace.id);
    await releaseAll(deps, by);
    await homeChanged(by.user);
  });

  app.shortcut(MARK_ANSWER, async ({ ack, body, client, respond }) => {
    await ack();
    const by = personOf(body, deps.workspace.id);
    const outcome = await markAnswer(deps, { by, ...markedIn(body) });
    await tell({ body, client, respond }, markedReply(outcome, by.user));
  });
}

/** Whoever can't make the move is told why; the changed card tells the rest. */
export async function makeMove(
  deps: ClickDeps,
  clicked: Clicked,
  { click, move }: { readonly click: Click; readonly move: Move },
): Promise<void> {
  const words = reply(await move(deps, actOf(deps, clicked.body, click)));
  if (words !== undefined) await tell(clicked, words);
}

export function actOf(
  { workspace }: Pick<ClickDeps, 'workspace'>,
  body: unknown,
  { questionId, seen }: Click,
): Act {
  return { questionId, seen, by: personOf(body, workspace.id) };
}

const Marked = z.object({
  channel: z.object({ id: ChannelId }),
  message: z.object({
    ts: MessageTs,
    thread_ts: MessageTs.optional(),
    user: SlackUserId.optional(),
    bot_id: z.string().optional(),
  }),
});

function markedIn(body: unknown) {
  const { channel, message } = Marked.parse(body);
  const { ts, thread_ts: threadTs = null, user, bot_id: bot } = message;
  return { channel: channel.id, ts, threadTs, author: bot === undefined ? (user ?? null) : null };
}
