import type { InputBlock, ModalView } from '@slack/types';
import { context, modal, option } from '../slack/blocks.ts';
import { input, select, textBox } from '../slack/form.ts';
import type { Click } from './click.ts';
import { MOVE, type MoveDraft, noteInput, problem } from './modals.ts';
import type { Question } from './question.ts';
import { age } from './words.ts';

export const DUPLICATE_FORM = 'questions.duplicate-form';
/** As many as Slack shows in a list. */
export const MOST_ORIGINALS = 100;

export type DuplicateFacts = {
  readonly click: Click;
  /** What may be meant, likeliest first. */
  readonly others: readonly Question[];
  readonly now: Date;
};

export function duplicateForm({ click, others, now }: DuplicateFacts, draft: MoveDraft): ModalView {
  return modal({
    callback: DUPLICATE_FORM,
    title: 'Duplicate of …',
    submit: 'Mark',
    metadata: click,
    blocks: [
      ...problem(draft),
      context('The answer to the other question settles this one too, and the person who asked is told.'),
      ...originalInput(others, draft.original, now),
      input({
        name: MOVE.link,
        label: others.length === 0 ? 'The link of its card' : 'Or the link of its card',
        element: textBox({ max: 500, initial: draft.link }),
        hint: 'On the card: More actions, Copy link.',
        optional: true,
      }),
      noteInput(draft.note, 'Note', 'What makes them the same.'),
    ],
  });
}

/** Slack takes no empty list. What is shown of a question is its redacted text. */
function originalInput(others: readonly Question[], chosen: string | null, now: Date): InputBlock[] {
  if (others.length === 0) return [];
  const options = others.map(({ id, askedAt, text }) => option(`${age(askedAt, now)} ago: ${text}`, id));
  return [
    input({
      name: MOVE.original,
      label: 'The other question',
      element: select({ options }, 'The latest ones', chosen),
      optional: true,
    }),
  ];
}
