import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Log } from '../platform/log.ts';
import { unreachable } from '../shared/unreachable.ts';
import { inTime } from '../slack/deadline.ts';
import { type Entries, entriesOf } from '../slack/entries.ts';
import { openThenFill, type ViewClient } from '../slack/fill-view.ts';
import type { Act } from './act.ts';
import type { Action } from './actor.ts';
import { ESCALATE, MORE } from './card-views.ts';
import { type Click, MenuValue } from './click.ts';
import { actOf, ButtonValue, type ClickDeps, makeMove } from './click-listeners.ts';
import { considerMove } from './consider.ts';
import { DUPLICATE_FORM, duplicateForm, MOST_ORIGINALS } from './duplicate-modals.ts';
import { escalateQuestion } from './escalate.ts';
import { handOverQuestion } from './hand-over.ts';
import { type DirectoryDeps, liveDirectory } from './live-directory.ts';
import { markDuplicateOf, partQuestion } from './mark-duplicate.ts';
import {
  BLANK,
  ESCALATE_FORM,
  escalateForm,
  HAND_OVER_FORM,
  handOverForm,
  MOVE,
  type MoveDraft,
  type MoveFacts,
  MoveNotes,
  pleaseWait,
  RETARGET_FORM,
  retargetForm,
  wordsOnly,
} from './modals.ts';
import { draftOf, noteIn, originalIn, personIn, pickedIn, targetIn } from './move-entries.ts';
import { offeredOriginals } from './offered-originals.ts';
import type { ActOutcome } from './outcome.ts';
import type { Person } from './people.ts';
import { reply } from './refusal-views.ts';
import { releaseQuestion } from './release.ts';
import { reopenQuestion } from './reopen.ts';
import { retargetQuestion } from './retarget.ts';

export type MoveDeps = ClickDeps & DirectoryDeps & { readonly log: Log };

/** `by`: who looks at it. */
type FormFacts = MoveFacts & { readonly by: Person };

/** A move that needs a form: what it is called, how it is asked for, and what is done with the entries. */
type FormedMove = {
  readonly action: Action;
  readonly title: string;
  readonly callback: string;
  readonly form: (facts: FormFacts, draft: MoveDraft, deps: MoveDeps) => ModalView | Promise<ModalView>;
  /** The input without which there is nothing to do. */
  readonly needs: string;
  /** Undefined when that input is empty. */
  readonly make: (deps: MoveDeps, input: Act, entries: Entries) => Promise<ActOutcome> | undefined;
};

const ESCALATION: FormedMove = {
  action: 'escalate',
  title: 'Escalate',
  callback: ESCALATE_FORM,
  form: escalateForm,
  needs: MOVE.tier,
  make: (deps, input, entries) => {
    const picked = pickedIn(entries);
    return picked && escalateQuestion(deps, { ...input, picked });
  },
};

const HAND_OVER: FormedMove = {
  action: 'handOver',
  title: 'Hand over',
  callback: HAND_OVER_FORM,
  form: handOverForm,
  needs: MOVE.person,
  // Nobody in particular: it goes back to the channel.
  make: (deps, input, entries) => {
    const to = personIn(entries);
    return to ? handOverQuestion(deps, { ...input, to }) : releaseQuestion(deps, input);
  },
};

const DUPLICATION: FormedMove = {
  action: 'markDuplicate',
  title: 'Duplicate of …',
  callback: DUPLICATE_FORM,
  form: async ({ question, click, by }, draft, { db, now }) => {
    const others = await offeredOriginals(db, question, { user: by.user, limit: MOST_ORIGINALS });
    return duplicateForm({ click, others, now: now() }, draft);
  },
  needs: MOVE.link,
  make: (deps, input, entries) => {
    const original = originalIn(entries);
    return original && markDuplicateOf(deps, { ...input, original });
  },
};

const RETARGETING: FormedMove = {
  action: 'retarget',
  title: 'Change topic or state',
  callback: RETARGET_FORM,
  form: retargetForm,
  needs: MOVE.topic,
  make: (deps, input, entries) => {
    const target = targetIn(entries);
    return target && retargetQuestion(deps, { ...input, ...target });
  },
};

const MenuChosen = z.object({ selected_option: z.object({ value: MenuValue }) });
const Trigger = z.object({ trigger_id: z.string() });
const Submitted = z.object({ view: z.object({ private_metadata: z.string(), state: z.unknown() }) });

export function listenForMoves(app: App, deps: MoveDeps): void {
  app.action(ESCALATE, async ({ ack, action, body, client }) => {
    await ack();
    await open(deps, client, { body, click: ButtonValue.parse(action).value, move: ESCALATION });
  });
  app.action(MORE, async ({ ack, action, body, client, respond }) => {
    await ack();
    const { choice, click } = MenuChosen.parse(action).selected_option.value;
    switch (choice) {
      case 'release':
        return await makeMove(deps, { body, client, respond }, { click, move: releaseQuestion });
      case 'reopen':
        return await makeMove(deps, { body, client, respond }, { click, move: reopenQuestion });
      case 'hand-over':
        return await open(deps, client, { body, click, move: HAND_OVER });
      case 'part':
        return await makeMove(deps, { body, client, respond }, { click, move: partQuestion });
      case 'duplicate':
        return await open(deps, client, { body, click, move: DUPLICATION });
      case 'retarget':
        return await open(deps, client, { body, click, move: RETARGETING });
      default:
        return unreachable(choice);
    }
  });
  for (const move of [ESCALATION, HAND_OVER, RETARGETING, DUPLICATION]) {
    app.view(move.callback, async ({ ack, body }) => {
      const answer = await inTime(submit(deps, body, move));
      await (answer.kind === 'done' ? ack() : ack(answer.response));
    });
  }
}

type Opening = { readonly body: unknown; readonly click: Click; readonly move: FormedMove };

/** The refusal, if there is one, stands in the window that the form would have been in. */
async function open(deps: MoveDeps, client: ViewClient, { body, click, move }: Opening): Promise<void> {
  const { action, form, title } = move;
  await openThenFill(deps, client, {
    trigger: Trigger.parse(body).trigger_id,
    first: pleaseWait(title),
    fill: async () => {
      const act = actOf(deps, body, click);
      const [live, considered] = await Promise.all([liveDirectory(deps), considerMove(deps, act, action)]);
      if (considered.kind !== 'may') return wordsOnly(title, reply(considered) ?? '');
      return await form({ ...live, question: considered.question, click, by: act.by }, BLANK, deps);
    },
    instead: (advice) => wordsOnly(title, advice),
  });
}

type Answer =
  | { readonly kind: 'done' }
  | {
      readonly kind: 'again';
      readonly response:
        | { response_action: 'update'; view: ModalView }
        | { response_action: 'errors'; errors: Record<string, string> };
    };

/** A refusal is shown in the form as it was filled in, when another choice may help. */
async function submit(deps: MoveDeps, body: unknown, move: FormedMove): Promise<Answer> {
  const { view } = Submitted.parse(body);
  const click = MoveNotes.parse(JSON.parse(view.private_metadata));
  const entries = entriesOf(view.state);
  const act = actOf(deps, body, click);
  const outcome = await move.make(deps, { ...act, note: noteIn(entries) }, entries);
  if (outcome === undefined) {
    const errors = { [move.needs]: 'Choose one.' };
    return { kind: 'again', response: { response_action: 'errors', errors } };
  }
  const words = reply(outcome);
  if (words === undefined) return { kind: 'done' };

  const [live, considered] = await Promise.all([liveDirectory(deps), considerMove(deps, act, move.action)]);
  const next =
    considered.kind === 'may'
      ? await move.form(
          { ...live, question: considered.question, click, by: act.by },
          draftOf(entries, words),
          deps,
        )
      : wordsOnly(move.title, words);
  return { kind: 'again', response: { response_action: 'update', view: next } };
}
