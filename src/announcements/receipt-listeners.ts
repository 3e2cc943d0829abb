import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Log } from '../platform/log.ts';
import { AnnouncementId, ChannelId, MessageTs, SlackUserId } from '../shared/ids.ts';
import { unreachable } from '../shared/unreachable.ts';
import { inTime } from '../slack/deadline.ts';
import { entriesOf } from '../slack/entries.ts';
import { openThenFill } from '../slack/fill-view.ts';
import { personOf } from '../slack/person.ts';
import { tell } from '../slack/tell.ts';
import { type AcknowledgeDeps, acknowledge, answerCheck, openFor, personIn } from './acknowledge.ts';
import type { Announcement } from './announcement.ts';
import { CHECK_FORM, CHOSEN, checkForm, told, tryAgain, waiting } from './check-modals.ts';
import { aliasesJob } from './jobs.ts';
import { ACKNOWLEDGE, ANSWER } from './message-views.ts';
import { Moment } from './moment.ts';
import { type ReactDeps, type Reacted, recordReaction } from './react.ts';
import { acknowledgedReply } from './refusal-views.ts';

export type ReceiptListenerDeps = AcknowledgeDeps & ReactDeps & { readonly log: Log };

const ReactionEvent = z.object({
  user: SlackUserId,
  reaction: z.string().min(1).max(200),
  item: z.object({ type: z.literal('message'), channel: ChannelId, ts: MessageTs }),
  event_ts: Moment,
});
const Pressed = z.object({ value: AnnouncementId, action_ts: Moment });
const Button = z.object({ value: AnnouncementId });
const Trigger = z.object({ trigger_id: z.string() });
const Submitted = z.object({ view: z.object({ private_metadata: z.string(), state: z.unknown() }) });
const Notes = z.object({ id: AnnouncementId, version: z.int() });

export function listenForReceipts(app: App, deps: ReceiptListenerDeps): void {
  app.event('reaction_added', async ({ event }) => await follow(deps, event, 'added'));
  app.event('reaction_removed', async ({ event }) => await follow(deps, event, 'removed'));
  app.event('emoji_changed', async () => {
    await deps.db.transaction().execute(async (trx) => await deps.jobs.enqueue(trx, aliasesJob, {}));
  });

  app.action(ACKNOWLEDGE, async ({ ack, action, body, client, respond }) => {
    await ack();
    const { value: id, action_ts: at } = Pressed.parse(action);
    const outcome = await acknowledge(deps, { id, by: personOf(body, deps.workspace.id), at });
    await tell({ body, client, respond }, acknowledgedReply(outcome));
  });
  app.action(ANSWER, async ({ ack, action, body, client }) => {
    await ack();
    const { value: id } = Button.parse(action);
    await openThenFill(deps, client, {
      trigger: Trigger.parse(body).trigger_id,
      first: waiting(),
      fill: async () => await questionFor(deps, id, body),
      instead: (advice) => told('Check question', advice),
    });
  });
  app.view(CHECK_FORM, async ({ ack, body }) => {
    await ack({ response_action: 'update', view: await inTime(answer(deps, body)) });
  });
}

/** Reactions to files and to anything else than messages fall through the parse. */
async function follow(deps: ReactDeps, event: unknown, kind: Reacted['kind']): Promise<void> {
  const { data } = ReactionEvent.safeParse(event);
  if (!data) return;
  const { user, reaction, item, event_ts: at } = data;
  await recordReaction(deps, { kind, user, reaction, at, channel: item.channel, ts: item.ts });
}

async function questionFor(deps: ReceiptListenerDeps, id: AnnouncementId, body: unknown): Promise<ModalView> {
  const by = personOf(body, deps.workspace.id);
  const found = await openFor(deps, id, by);
  if (found.kind !== 'open') return told('Check question', acknowledgedReply(found));
  const { announcement } = found;
  const person = await personIn(deps, announcement, by);
  if (person?.receipt)
    return told('Check question', 'You have answered this already. Your receipt is noted.');
  return questionOf(announcement) ?? told('Check question', NO_QUESTION);
}

const NO_QUESTION = 'This announcement asks no question any more.';

function questionOf({ id, version, checkQuestion }: Announcement): ModalView | undefined {
  return checkQuestion === null ? undefined : checkForm({ id, version, checkQuestion });
}

/** What the window shows after an answer. */
async function answer(deps: ReceiptListenerDeps, body: unknown): Promise<ModalView> {
  const { view } = Submitted.parse(body);
  const { id, version } = Notes.parse(JSON.parse(view.private_metadata));
  const option = Number(entriesOf(view.state).choice(CHOSEN) ?? -1);
  const by = personOf(body, deps.workspace.id);
  const outcome = await answerCheck(deps, { id, version, option, by });
  switch (outcome.kind) {
    case 'wrong': {
      const { checkQuestion } = outcome.announcement;
      return checkQuestion === null
        ? told('Check question', NO_QUESTION)
        : tryAgain({ id, version, checkQuestion }, option);
    }
    case 'changed':
      return questionOf(outcome.announcement) ?? told('Check question', NO_QUESTION);
    case 'noted':
      return told('Check question', `*Right.* ${acknowledgedReply(outcome)}`);
    case 'external':
    case 'gone':
    case 'withdrawn':
      return told('Check question', acknowledgedReply(outcome));
    default:
      return unreachable(outcome);
  }
}
