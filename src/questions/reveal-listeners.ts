import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { RevealViewId, reasonIn, revealedView, revealForm, tokenOf } from '../members/index.ts';
import type { Log } from '../platform/log.ts';
import { QuestionId } from '../shared/ids.ts';
import { unreachable } from '../shared/unreachable.ts';
import { inTime } from '../slack/deadline.ts';
import { entriesOf } from '../slack/entries.ts';
import { openThenFill } from '../slack/fill-view.ts';
import { personOf } from '../slack/person.ts';
import { ButtonValue } from './click-listeners.ts';
import { REVEAL, REVEAL_FORM } from './member-views.ts';
import { pleaseWait, wordsOnly } from './modals.ts';
import { reply } from './refusal-views.ts';
import {
  considerReveal,
  type Look,
  type RevealOutcome,
  type RevealQuestionDeps,
  revealMember,
} from './reveal.ts';

export type RevealListenerDeps = RevealQuestionDeps & {
  readonly log: Log;
  readonly settings: { readonly revealNeedsReason: boolean };
};

const TITLE = 'Member ID';
const NO_REASON = 'Choose a reason from the list.';

const Trigger = z.object({ trigger_id: z.string() });
const Notes = z.object({ questionId: QuestionId });
const Submitted = z.object({
  view: z.object({ id: RevealViewId, private_metadata: z.string(), state: z.unknown() }),
});

export function listenForReveals(app: App, deps: RevealListenerDeps): void {
  app.action(REVEAL, async ({ ack, action, body, client }) => {
    await ack();
    const { questionId } = ButtonValue.parse(action).value;
    const look = { questionId, by: personOf(body, deps.workspace.id) };
    await openThenFill(deps, client, {
      trigger: Trigger.parse(body).trigger_id,
      first: pleaseWait(TITLE),
      fill: async ({ id }) =>
        deps.settings.revealNeedsReason
          ? await form(deps, look)
          : shown(deps, await revealMember(deps, { ...look, reason: null, viewId: RevealViewId.parse(id) })),
      instead: (advice) => wordsOnly(TITLE, advice),
    });
  });

  app.view(REVEAL_FORM, async ({ ack, body }) => {
    const { view } = Submitted.parse(body);
    const { questionId } = Notes.parse(JSON.parse(view.private_metadata));
    const reason = reasonIn(entriesOf(view.state));
    if (!reason) {
      await ack({ response_action: 'update', view: wordsOnly(TITLE, NO_REASON) });
      return;
    }
    const by = personOf(body, deps.workspace.id);
    const outcome = await inTime(revealMember(deps, { questionId, by, reason, viewId: view.id }));
    await ack({ response_action: 'update', view: shown(deps, outcome) });
  });
}

/** Asks for the reason, or says why there is nothing to ask. */
async function form(deps: RevealListenerDeps, look: Look): Promise<ModalView> {
  const considered = await considerReveal(deps, look);
  if (considered.kind !== 'may') return shown(deps, considered);
  const token = await tokenOf(deps.db, deps.workspace.id, considered.member);
  if (token === undefined) return shown(deps, { kind: 'gone' });
  return revealForm({ token, callback: REVEAL_FORM, metadata: { questionId: look.questionId } });
}

function shown({ settings }: RevealListenerDeps, outcome: RevealOutcome): ModalView {
  switch (outcome.kind) {
    case 'revealed':
      return revealedView({ ...outcome, seconds: settings.revealSeconds });
    case 'refused':
    case 'gone':
      return wordsOnly(TITLE, reply(outcome) ?? '');
    default:
      return unreachable(outcome);
  }
}
