import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { careTeamsOf } from '../directory/index.ts';
import type { Log } from '../platform/log.ts';
import { tickedIn } from '../redaction/index.ts';
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
import { type AskEntries, type FieldErrors, parseAsk, showable } from './form-entries.ts';
import { type FormNotes, NO_NOTES, notesOf } from './form-notes.ts';
import { reviewForm } from './form-review.ts';
import { ViewId } from './ids.ts';
import { liveDirectory } from './live-directory.ts';
import { preferencesOf } from './memory-store.ts';
import { createPreviewed } from './previewed.ts';
import { askRefusal, STILL_LOADING, UNCHECKABLE } from './refusal-views.ts';
import { type Review, reviewOf } from './review.ts';

const ASK_SHORTCUT = 'ask';
const ASK_ABOUT_MESSAGE = 'ask_about_message';
const ASK_COMMAND = '/ask';
/** On the App Home. */
export const ASK_BUTTON = 'questions.ask-button';

export type AskListenerDeps = AskDeps & {
  readonly log: Log;
  readonly settings: {
    readonly memberIdPattern: RegExp;
    readonly memberIdHint: string;
    /** Whether people see what is taken out of their questions before they are posted. */
    readonly redactionPreview: boolean;
  };
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
  const previewed = createPreviewed();
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
    const hadPreview = notesOf(view.private_metadata).seen !== null;
    if (hadPreview) previewed.remove(view.id);
    await fillView(deps, client, view, {
      fill: async () => redraw(view, deps, await formFacts(deps, user)),
      // Sent in meanwhile: what it shows now is of this topic already.
      isLate: () => !hadPreview && previewed.has(view.id),
    });
  });

  app.view(ASK_FORM, async ({ ack, body }) => {
    const notYet = await inTime(submit(deps, body));
    if (notYet) {
      if (notYet.response_action === 'update') previewed.add(InView.parse(body).view.id);
      await ack(notYet);
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
    memberId: entries.text(ASK.memberId),
    exchange: entries.choice(ASK.exchange),
    irl: entries.choice(ASK.irl),
    live: entries.choices(ASK.live),
    careTeam: entries.choice(ASK.careTeam),
  };
}

/** The same form for another topic. If it shows what will be posted, it goes on showing that. */
function redraw(view: SubmittedView, deps: AskListenerDeps, facts: FormFacts): ModalView {
  const [draft, notes] = [draftIn(view.state), notesOf(view.private_metadata)];
  const { question: text, memberId = null } = draft;
  const review =
    notes.seen === null ? undefined : reviewOf(deps, { viewId: view.id, text, memberId }, facts.directory);
  return review && review.findings.length > 0
    ? reviewForm(facts, draft, notes, review)
    : askForm(facts, draft, { ...notes, seen: null });
}

type SubmittedView = z.infer<typeof InView>['view'];
type NotYet =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ModalView };

/** Undefined once the question is stored. Submitting the same form again stores nothing more. */
async function submit(deps: AskListenerDeps, body: unknown): Promise<NotYet | undefined> {
  const { view } = InView.parse(body);
  const by = personOf(body, deps.workspace.id);
  const shown = new Set(view.blocks.flatMap(({ block_id }) => block_id ?? []));
  const errors = (found: FieldErrors): NotYet => ({
    response_action: 'errors',
    errors: { ...showable(found, shown) },
  });
  if (!shown.has(ASK.topic)) return errors({ [ASK.question]: STILL_LOADING });

  const facts = await formFacts(deps, by.user);
  const parsed = parseAsk(entriesOf(view.state), { ...facts, ...deps.settings });
  if (parsed.kind === 'incomplete') return errors(parsed.errors);
  const review = reviewOf(deps, { viewId: view.id, ...parsed.entries }, facts.directory);
  if (review.withheld) return errors({ [ASK.question]: UNCHECKABLE });

  const notes = notesOf(view.private_metadata);
  const hasSeen = notes.seen === review.seal;
  if (!hasSeen && asksFirst(deps, parsed.entries, review)) {
    return { response_action: 'update', view: reviewForm(facts, draftIn(view.state), notes, review) };
  }
  const reviewed = hasSeen ? { noPhi: tickedIn(entriesOf(view.state), review) } : null;
  const ask = { by, viewId: view.id, source: notes.source, reviewed, ...parsed.entries };
  const outcome = await askQuestion(deps, ask);
  return outcome.kind === 'refused' ? errors(askRefusal(outcome.refusal)) : undefined;
}

/** Nobody with a member on the line is held up: their question is posted redacted, and their message says so. */
function asksFirst({ settings }: AskListenerDeps, { live }: AskEntries, { findings }: Review): boolean {
  return settings.redactionPreview && !live && findings.length > 0;
}
