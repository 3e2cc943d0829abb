import type { App } from '@slack/bolt';
import { z } from 'zod';
import { AnnouncementId, type SlackUserId } from '../shared/ids.ts';
import { inTime } from '../slack/deadline.ts';
import { fillView, openThenFill, type ViewClient } from '../slack/fill-view.ts';
import { personOf } from '../slack/person.ts';
import { readable } from '../slack/readable.ts';
import { refusalFor } from './announce.ts';
import { publicationOf } from './announcement.ts';
import { considerChange } from './change.ts';
import { told } from './check-modals.ts';
import { EDIT } from './desk-views.ts';
import { ANNOUNCE_FORM, announceForm, FILL_AGAIN, loadingForm, troubledForm } from './form.ts';
import { draftOf } from './form-entries.ts';
import { ANNOUNCE, EMPTY } from './form-inputs.ts';
import { NO_NOTES, notesOf } from './form-notes.ts';
import { refusalWords } from './refusal-views.ts';
import { type AnnounceListenerDeps, filledIn, formFacts, InView, submit } from './submit-listeners.ts';

const ANNOUNCE_SHORTCUT = 'announce';
const ANNOUNCE_COMMAND = '/announce';
/** On the App Home. */
export const ANNOUNCE_BUTTON = 'announcements.announce-button';

/** Told after somebody did something on their App Home, which should then show it. */
export type HomeChanged = (user: SlackUserId) => Promise<void>;

const Trigger = z.object({ trigger_id: z.string() });
const Command = Trigger.extend({ text: z.string().default('') });
const Button = z.object({ value: AnnouncementId });
export function listenForAnnouncing(app: App, deps: AnnounceListenerDeps, homeChanged: HomeChanged): void {
  app.shortcut(ANNOUNCE_SHORTCUT, async ({ ack, body, client }) => {
    await ack();
    await openNew(deps, client, body, { title: '', fromHome: false });
  });
  app.command(ANNOUNCE_COMMAND, async ({ ack, body, client }) => {
    await ack();
    await openNew(deps, client, body, { title: readable(Command.parse(body).text), fromHome: false });
  });
  app.action(ANNOUNCE_BUTTON, async ({ ack, body, client }) => {
    await ack();
    await openNew(deps, client, body, { title: '', fromHome: true });
  });
  app.action(EDIT, async ({ ack, action, body, client }) => {
    await ack();
    await openEdit(deps, client, body, Button.parse(action).value);
  });
  listenInForm(app, deps);
  app.view(ANNOUNCE_FORM, async ({ ack, body }) => {
    const notYet = await inTime(submit(deps, body));
    if (notYet) {
      await ack(notYet);
      return;
    }
    await ack();
    const { user } = personOf(body, deps.workspace.id);
    if (notesOf(InView.parse(body).view.private_metadata).fromHome) await homeChanged(user);
  });
}

/** What is chosen decides what else is asked. */
function listenInForm(app: App, deps: AnnounceListenerDeps): void {
  for (const chooser of [ANNOUNCE.audience, ANNOUNCE.importance]) {
    app.action(chooser, async ({ ack, body, client }) => {
      await ack();
      const { view } = InView.parse(body);
      await fillView(deps, client, view, {
        fill: async () => {
          const notes = { ...notesOf(view.private_metadata), seen: null };
          return announceForm(await formFacts(deps), { draft: filledIn(view.state), notes });
        },
      });
    });
  }
  app.action(FILL_AGAIN, async ({ ack, body, client }) => {
    await ack();
    const { view } = InView.parse(body);
    const shown = { draft: filledIn(view.state), notes: notesOf(view.private_metadata) };
    await fillView(deps, client, view, {
      fill: async () => announceForm(await formFacts(deps), shown),
      instead: (advice) => troubledForm(shown, advice),
    });
  });
}

/** A few days are what most have; the hour that begins then is easier to read. */
const USUAL_DAYS = 3;
const HOUR_MS = 3_600_000;

async function openNew(
  deps: AnnounceListenerDeps,
  client: ViewClient,
  body: unknown,
  { title, fromHome }: { readonly title: string; readonly fromHome: boolean },
): Promise<void> {
  const by = personOf(body, deps.workspace.id);
  const then = deps.now().getTime() + USUAL_DAYS * 24 * HOUR_MS;
  const deadline = new Date(Math.ceil(then / HOUR_MS) * HOUR_MS);
  const shown = { draft: { ...EMPTY, title, deadline }, notes: { ...NO_NOTES, fromHome } };
  await openThenFill(deps, client, {
    trigger: Trigger.parse(body).trigger_id,
    first: loadingForm(shown),
    fill: async () => {
      const refusal = await refusalFor(deps, by);
      return refusal ? told('Announce', refusalWords(refusal)) : announceForm(await formFacts(deps), shown);
    },
    instead: (advice) => troubledForm(shown, advice),
  });
}

async function openEdit(
  deps: AnnounceListenerDeps,
  client: ViewClient,
  body: unknown,
  id: AnnouncementId,
): Promise<void> {
  const by = personOf(body, deps.workspace.id);
  await openThenFill(deps, client, {
    trigger: Trigger.parse(body).trigger_id,
    first: told('Edit announcement', 'Loading …'),
    fill: async () => {
      const outcome = await considerChange(deps, { id, by });
      if (outcome.kind === 'refused') return told('Edit announcement', refusalWords(outcome.refusal));
      const { announcement } = outcome;
      const { version, status } = announcement;
      const isOut = publicationOf(announcement) !== null;
      const editing = { id, version, isOut, isDraft: status.name === 'draft' };
      return announceForm(await formFacts(deps), {
        draft: draftOf(announcement),
        notes: { ...NO_NOTES, editing },
      });
    },
    instead: (advice) => told('Edit announcement', advice),
  });
}
