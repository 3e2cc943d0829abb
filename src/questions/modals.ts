import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { Directory } from '../directory/directory.ts';
import { QuestionId } from '../shared/ids.ts';
import { unreachable } from '../shared/unreachable.ts';
import { context, modal, option, section } from '../slack/blocks.ts';
import { input, personSelect, radio, select, textBox } from '../slack/form.ts';
import type { Click } from './click.ts';
import { stateChoices, topicOptions } from './form.ts';
import type { Question, Tier } from './question.ts';
import { standing } from './words.ts';

export const ESCALATE_FORM = 'questions.escalate-form';
export const HAND_OVER_FORM = 'questions.hand-over-form';
export const RETARGET_FORM = 'questions.retarget-form';
const WORDS_ONLY = 'questions.words-only';

export const MOVE = {
  tier: 'questions.move-tier',
  topic: 'questions.move-topic',
  state: 'questions.move-state',
  person: 'questions.move-person',
  original: 'questions.move-original',
  link: 'questions.move-link',
  note: 'questions.move-note',
} as const;

/** What these forms carry along unseen: ids. */
export const MoveNotes = z.object({ questionId: QuestionId, seen: z.int().nullable() });

/** What was chosen and typed before, when a form is shown again with what is wrong. */
export type MoveDraft = {
  readonly tier: string | null;
  readonly topic: string | null;
  readonly state: string | null;
  readonly person: string | null;
  readonly original: string | null;
  readonly link: string;
  readonly note: string;
  readonly problem: string | null;
};
export const BLANK: MoveDraft = {
  tier: null,
  topic: null,
  state: null,
  person: null,
  original: null,
  link: '',
  note: '',
  problem: null,
};

export type MoveFacts = {
  readonly question: Question;
  readonly click: Click;
  readonly directory: Directory;
};

export function escalateForm({ question, click, directory }: MoveFacts, draft: MoveDraft): ModalView {
  const { placement, topic, state } = question;
  return modal({
    callback: ESCALATE_FORM,
    title: 'Escalate',
    submit: 'Escalate',
    metadata: click,
    blocks: [
      ...problem(draft),
      context(`Now at ${standing(placement)}. The card here stays, and says where the question went.`),
      input({
        name: MOVE.tier,
        label: 'To',
        element: radio(tiersFor(placement.tier), draft.tier ?? nextTier(question)),
      }),
      // At the top the question needs other experts: its own topic leads nowhere new.
      topicInput(directory, draft.topic ?? (placement.tier === 3 ? null : topic)),
      stateInput(directory, draft.state ?? state),
      noteInput(draft.note, 'Why', 'What has been tried, and what is missing.'),
    ],
  });
}

/** Up, or straight to the top; at the top there are only other experts to go to. */
function tiersFor(tier: Tier) {
  const region = option('Tier 2: the region of the state', '2');
  const experts = option('Tier 3: the experts of the topic', '3');
  switch (tier) {
    case 1:
      return [region, experts];
    case 2:
      return [experts];
    case 3:
      return [option('Tier 3: the experts of another topic', '3')];
    default:
      return unreachable(tier);
  }
}

/** The next tier, or the one after it when only that can be reached with what is known. */
function nextTier({ placement, state, topic }: Question): string {
  const isTopic = topic !== 'general' && topic !== 'state_rule';
  return placement.tier === 1 && (state !== null || !isTopic) ? '2' : '3';
}

export function handOverForm({ question, click }: Omit<MoveFacts, 'directory'>, draft: MoveDraft): ModalView {
  return modal({
    callback: HAND_OVER_FORM,
    title: 'Hand over',
    submit: 'Hand over',
    metadata: click,
    blocks: [
      ...problem(draft),
      context(`Now at ${standing(question.placement)}. Whoever gets it is told in the card's thread.`),
      input({
        name: MOVE.person,
        label: 'To',
        element: personSelect('A member of the channel, or a supervisor', draft.person),
        hint: 'Leave it empty to give the question back to the channel.',
        optional: true,
      }),
      noteInput(draft.note, 'Note', 'What they should know.'),
    ],
  });
}

export function retargetForm({ question, click, directory }: MoveFacts, draft: MoveDraft): ModalView {
  return modal({
    callback: RETARGET_FORM,
    title: 'Change topic or state',
    submit: 'Change',
    metadata: click,
    blocks: [
      ...problem(draft),
      context('If they lead to another channel, the question moves there.'),
      topicInput(directory, draft.topic ?? question.topic),
      stateInput(directory, draft.state ?? question.state),
      noteInput(draft.note, 'Why', 'What made this clear.'),
    ],
  });
}

/** Opens at once; what it says is replaced when the records have been read. */
export function pleaseWait(title: string): ModalView {
  return wordsOnly(title, 'Loading …');
}

export function wordsOnly(title: string, words: string): ModalView {
  return modal({ callback: WORDS_ONLY, title, blocks: [section(words)] });
}

export function problem(draft: MoveDraft): KnownBlock[] {
  return draft.problem === null ? [] : [section(`:warning: ${draft.problem}`)];
}

/** A topic that the directory no longer has is offered as it was, so that the form doesn't change it by itself. */
function topicInput(directory: Directory, chosen: string | null) {
  const known = topicOptions(directory);
  const isGone = chosen !== null && !known.some(({ value }) => value === chosen);
  const options = isGone ? [option(`${chosen} (no longer in the directory)`, chosen), ...known] : known;
  return input({
    name: MOVE.topic,
    label: 'Topic',
    element: select({ options }, 'What is it about?', chosen),
  });
}

function stateInput(directory: Directory, chosen: string | null) {
  return input({
    name: MOVE.state,
    label: 'State',
    element: select(stateChoices(directory, []), 'Type to search', chosen),
    optional: true,
  });
}

export function noteInput(typed: string, label: string, hint: string) {
  return input({
    name: MOVE.note,
    label,
    element: textBox({ multiline: true, max: 1000, initial: typed }),
    hint: `${hint} It is shown in the thread.`,
    optional: true,
  });
}
