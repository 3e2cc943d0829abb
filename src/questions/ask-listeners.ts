import type { App } from '@slack/bolt';
import { z } from 'zod';
import { careTeamsOf } from '../directory/index.ts';
import type { Log } from '../platform/log.ts';
import { ChannelId, MessageTs, type SlackUserId } from '../shared/ids.ts';
import { inTime } from '../slack/deadline.ts';
import { entriesOf } from '../slack/entries.ts';
import { fillView, openThenFill, type ViewClient } from '../slack/fill-view.ts';
import { personOf } from '../slack/person.ts';
import { readable } from '../slack/readable.ts';
import { type AskDeps, askQuestion } from './ask.ts';
import {
  ASK,
  ASK_FORM,
  askForm,
  type Draft,
  FILL_AGAIN,
  type FormFacts,
  loadingForm,
  troubledForm,
} from './form.ts';
import { type FieldErrors, parseAsk, showable } from './form-entries.ts';
import { type FormNotes, NO_NOTES, notesOf } from './form-notes.ts';
import { ViewId } from './ids.ts';
import { liveDirectory } from './live-directory.ts';
import { preferencesOf } from './memory-store.ts';
import { askRefusal, STILL_LOADING } from './refusal-views.ts';

const ASK_SHORTCUT = 'ask';
const ASK_ABOUT_MESSAGE = 'ask_about_message';
const ASK_COMMAND = '/ask';
/** On the App Home. */
export const ASK_BUTTON = 'questions.ask-button';

export type AskListenerDeps = AskDeps & {
  readonly log: Log;
  readonly settings: { readonly memberIdPattern: RegExp; readonly memberIdHint: string };
};

/** Told after somebody did something on their App Home, which should then show it. */
export type HomeChanged = (user: SlackUserId) => Promise<void>;

const Trigger = z.object({ trigger_id: z.string() });
const AboutMessage = Trigger.extend({
  channel: z.object({ id: ChannelId }),
  message: z.object({ ts: MessageTs, text: z.string().optional() }),
});
const Typed = Trigger.extend({ text: z.string().default('') });
const InView = z.object({
  view: z.object({
    id: ViewId,
    hash: z.string().optional(),
    private_metadata: z.string().optional(),
    state: z.unknown(),
    blocks: z.array(z.looseObject({ block_id: z.string().optional() })),
  }),
});

export function listenForQuestions(app: App, deps: AskListenerDeps, homeChanged: HomeChanged): void {
  app.shortcut(ASK_SHORTCUT, async ({ ack, body, client }) => {
    await ack();
    await openForm(deps, client, body, { question: '', notes: NO_NOTES });
  });
  app.shortcut(ASK_ABOUT_MESSAGE, async ({ ack, body, client }) => {
    await ack();
    const { channel, message } = AboutMessage.parse(body);
    const source = { channel: channel.id, ts: message.ts };
    await openForm(deps, client, body, {
      question: readable(message.text ?? ''),
      notes: { ...NO_NOTES, source },
    });
  });
  app.command(ASK_COMMAND, async ({ ack, body, client }) => {
    await ack();
    await openForm(deps, client, body, { question: readable(Typed.parse(body).text), notes: NO_NOTES });
  });
  app.action(ASK_BUTTON, async ({ ack, body, client }) => {
    await ack();
    await openForm(deps, client, body, { question: '', notes: { ...NO_NOTES, fromHome: true } });
  });

  app.action(FILL_AGAIN, async ({ ack, body, client }) => {
    await ack();
    const { view } = InView.parse(body);
    const start = {
      question: entriesOf(view.state).text(ASK.question) ?? '',
      notes: notesOf(view.private_metadata),
    };
    await fillView(deps, client, view, filling(deps, personOf(body, deps.workspace.id).user, start));
  });
  app.action(ASK.topic, async ({ ack, body, client }) => {
    await ack();
    const { view } = InView.parse(body);
    const { user } = personOf(body, deps.workspace.id);
    const notes = notesOf(view.private_metadata);
    await fillView(deps, client, view, {
      fill: async () => askForm(await formFacts(deps, user), draftIn(view.state), notes),
    });
  });

  app.view(ASK_FORM, async ({ ack, body }) => {
    const errors = await inTime(submit(deps, body));
    if (errors) {
      await ack({ response_action: 'errors', errors: { ...errors } });
      return;
    }
    await ack();
    const { user } = personOf(body, deps.workspace.id);
    if (notesOf(InView.parse(body).view.private_metadata).fromHome) await homeChanged(user);
  });
}

type Start = { readonly question: string; readonly notes: FormNotes };

async function openForm(
  deps: AskListenerDeps,
  client: ViewClient,
  body: unknown,
  start: Start,
): Promise<void> {
  const { trigger_id: trigger } = Trigger.parse(body);
  const { user } = personOf(body, deps.workspace.id);
  const first = loadingForm(start.question, start.notes);
  await openThenFill(deps, client, { trigger, first, ...filling(deps, user, start) });
}

function filling(deps: AskListenerDeps, user: SlackUserId, { question, notes }: Start) {
  return {
    fill: async () => {
      const [facts, last] = await Promise.all([
        formFacts(deps, user),
        preferencesOf(deps.db, deps.workspace.id, user),
      ]);
      return askForm(facts, { question, ...last }, notes);
    },
    instead: (advice: string) => troubledForm(question, notes, advice),
  };
}

async function formFacts(deps: AskListenerDeps, user: SlackUserId): Promise<FormFacts> {
  const [{ directory }, teams] = await Promise.all([
    liveDirectory(deps),
    careTeamsOf(deps.db, deps.workspace.id, user),
  ]);
  return { directory, teams, memberIdHint: deps.settings.memberIdHint };
}

function draftIn(state: unknown): Draft {
  const entries = entriesOf(state);
  return {
    question: entries.text(ASK.question) ?? '',
    topic: entries.choice(ASK.topic),
    state: entries.choice(ASK.state),
  };
}

/** Undefined once the question is stored. Submitting the same form again stores nothing more. */
async function submit(deps: AskListenerDeps, body: unknown): Promise<FieldErrors | undefined> {
  const { view } = InView.parse(body);
  const by = personOf(body, deps.workspace.id);
  const shown = new Set(view.blocks.flatMap(({ block_id }) => block_id ?? []));
  if (!shown.has(ASK.topic)) return { [ASK.question]: STILL_LOADING };

  const facts = await formFacts(deps, by.user);
  const parsed = parseAsk(entriesOf(view.state), { ...facts, ...deps.settings });
  if (parsed.kind === 'incomplete') return showable(parsed.errors, shown);
  const { source } = notesOf(view.private_metadata);
  const outcome = await askQuestion(deps, { by, viewId: view.id, source, ...parsed.entries });
  return outcome.kind === 'refused' ? showable(askRefusal(outcome.refusal), shown) : undefined;
}
