import type { App } from '@slack/bolt';
import type { ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import type { Log } from '../platform/log.ts';
import { SlackUserId } from '../shared/ids.ts';
import { unreachable } from '../shared/unreachable.ts';
import { option } from '../slack/blocks.ts';
import { inTime } from '../slack/deadline.ts';
import { type Entries, entriesOf } from '../slack/entries.ts';
import { openThenFill } from '../slack/fill-view.ts';
import { personOf } from '../slack/person.ts';
import { tell } from '../slack/tell.ts';
import { pagesLike } from './browse-store.ts';
import { type DecideDeps, type DecideOutcome, type Decision, decide } from './decide.ts';
import { type DiscussDeps, discuss } from './discuss.ts';
import { FeedbackId, Status } from './feedback.ts';
import { FILTER } from './filter.ts';
import { type LinkDeps, linkTo } from './links.ts';
import { mayWork } from './may-work.ts';
import { ownFeedback } from './own.ts';
import { feedbackChannel } from './place.ts';
import {
  DECISION,
  pleaseWait,
  STATUS_FORM,
  StatusNotes,
  statusForm,
  WRONG_AT,
  wordsOnly,
} from './status-modals.ts';
import { findFeedback } from './store.ts';
import { normalTheme, ThemeId } from './theme.ts';
import { knownThemes, themesLike } from './theme-store.ts';
import { DISCUSS, MORE, OWN, STATUS } from './views.ts';
import { countEvents, themesOf } from './work-store.ts';
import { CHANGED_MEANWHILE, discussReply, GONE, ownReply, refusalWords, WRONG_WORDS } from './work-words.ts';
import { type Person, workerFor } from './worker.ts';

export type WorkListenerDeps = DiscussDeps & DecideDeps & LinkDeps & { readonly log: Log };

const Button = z.object({ value: FeedbackId });
/** Slack shows no more. */
const MOST_OFFERED = 100;

const Trigger = z.object({ trigger_id: z.string() });
const Submitted = z.object({ view: z.object({ private_metadata: z.string(), state: z.unknown() }) });

export function listenForWork(app: App, deps: WorkListenerDeps): void {
  app.action(DISCUSS, async ({ ack, action, body, client, respond }) => {
    await ack();
    const by = personOf(body, deps.workspace.id);
    const outcome = await discuss(deps, { feedbackId: Button.parse(action).value, by });
    const link = outcome.kind === 'openAlready' ? await linkTo(deps, outcome.message) : null;
    const words = discussReply(outcome, { link, channel: await feedbackChannel(deps) });
    if (words !== undefined) await tell({ body, client, respond }, words);
  });

  app.action(OWN, async ({ ack, action, body, client, respond }) => {
    await ack();
    const by = personOf(body, deps.workspace.id);
    const outcome = await ownFeedback(deps, { feedbackId: Button.parse(action).value, by });
    const words = ownReply(outcome, await feedbackChannel(deps));
    if (words !== undefined) await tell({ body, client, respond }, words);
  });

  app.action(STATUS, async ({ ack, action, body, client }) => {
    await ack();
    const by = personOf(body, deps.workspace.id);
    await openThenFill(deps, client, {
      trigger: Trigger.parse(body).trigger_id,
      first: pleaseWait(),
      fill: async () => await fillForm(deps, Button.parse(action).value, by),
      instead: wordsOnly,
    });
  });

  app.view(STATUS_FORM, async ({ ack, body }) => {
    const answer = await inTime(submit(deps, body));
    await (answer === undefined ? ack() : ack(answer));
  });

  for (const id of [DECISION.themes, FILTER.theme]) {
    app.options(id, async ({ ack, body }) => await ack({ options: await offeredThemes(deps, body) }));
  }
  app.options(FILTER.page, async ({ ack, body }) => await ack({ options: await offeredPages(deps, body) }));

  // A link opens by itself; Slack sends the click all the same.
  app.action(MORE, async ({ ack }) => await ack());
}

const Typed = z.object({ value: z.string().default('') });

/** None for those who may not decide: a theme says something about comments. */
async function offeredThemes(deps: WorkListenerDeps, body: unknown): Promise<PlainTextOption[]> {
  const { db, workspace } = deps;
  if (mayWork(await workerFor(deps, personOf(body, workspace.id)), 'decide')) return [];
  const typed = normalTheme(Typed.parse(body).value) ?? '';
  const themes = await themesLike(db, workspace.id, typed, MOST_OFFERED);
  return themes.map(({ id, name }) => option(name, id));
}

/** Pages that were heard of in the last weeks. */
const PAGES_DAYS = 90;

async function offeredPages(deps: WorkListenerDeps, body: unknown): Promise<PlainTextOption[]> {
  const { db, now, workspace } = deps;
  if (mayWork(await workerFor(deps, personOf(body, workspace.id)), 'look')) return [];
  const since = new Date(now().getTime() - PAGES_DAYS * 24 * 3_600_000);
  const typed = Typed.parse(body).value;
  const pages = await pagesLike(db, workspace.id, { typed, since, limit: MOST_OFFERED });
  return pages.map((page) => option(page, page));
}

/** The refusal, if there is one, stands in the window that the form would have been in. */
async function fillForm(deps: WorkListenerDeps, id: FeedbackId, by: Person): Promise<ModalView> {
  const { db, workspace } = deps;
  const refusal = mayWork(await workerFor(deps, by), 'decide');
  if (refusal) return wordsOnly(refusalWords(refusal, await feedbackChannel(deps)));
  const [feedback, chosen, seen] = await Promise.all([
    findFeedback(db, workspace.id, id),
    themesOf(db, id),
    countEvents(db, id),
  ]);
  if (!feedback) return wordsOnly(GONE);
  const themes = await knownThemes(db, workspace.id, chosen);
  return statusForm({ feedback, themes, seen });
}

type Answer =
  | { response_action: 'update'; view: ModalView }
  | { response_action: 'errors'; errors: Record<string, string> };

/** Undefined once it is done. */
async function submit(deps: WorkListenerDeps, body: unknown): Promise<Answer | undefined> {
  const { view } = Submitted.parse(body);
  const notes = StatusNotes.parse(JSON.parse(view.private_metadata));
  const by = personOf(body, deps.workspace.id);
  const entries = decisionIn(entriesOf(view.state));
  if (entries === undefined) {
    return { response_action: 'errors', errors: { [DECISION.status]: 'Choose one.' } };
  }
  const outcome = await decide(deps, { ...notes, ...entries, by });
  return await answerTo(deps, outcome);
}

function decisionIn(entries: Entries): Omit<Decision, 'feedbackId' | 'seen' | 'by'> | undefined {
  const status = Status.safeParse(entries.choice(DECISION.status));
  if (!status.success) return undefined;
  const owner = SlackUserId.safeParse(entries.person(DECISION.owner));
  return {
    status: status.data,
    owner: owner.success ? owner.data : null,
    ticket: entries.text(DECISION.ticket),
    themes: entries.choices(DECISION.themes).flatMap((id) => ThemeId.safeParse(id).data ?? []),
    newThemes: entries.text(DECISION.newThemes),
  };
}

async function answerTo(deps: WorkListenerDeps, outcome: DecideOutcome): Promise<Answer | undefined> {
  switch (outcome.kind) {
    case 'decided':
      return undefined;
    case 'wrong':
      return {
        response_action: 'errors',
        errors: { [WRONG_AT[outcome.what]]: WRONG_WORDS[outcome.what] },
      };
    case 'changedMeanwhile':
      return { response_action: 'update', view: wordsOnly(CHANGED_MEANWHILE) };
    case 'gone':
      return { response_action: 'update', view: wordsOnly(GONE) };
    case 'refused':
      return {
        response_action: 'update',
        view: wordsOnly(refusalWords(outcome.refusal, await feedbackChannel(deps))),
      };
    default:
      return unreachable(outcome);
  }
}
