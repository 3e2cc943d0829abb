import type { KnownBlock, ModalView } from '@slack/types';
import type { Directory } from '../directory/directory.ts';
import { actions, button, context, modal, section } from '../slack/blocks.ts';
import {
  againInput,
  audienceInputs,
  type Draft,
  deadlineInputs,
  importanceInput,
  laterInputs,
  linksInput,
  questionInputs,
  textInput,
  titleInput,
} from './form-inputs.ts';
import type { FormNotes } from './form-notes.ts';

export const ANNOUNCE_FORM = 'announcements.form';
/** In a form that could not be filled: try again. */
export const FILL_AGAIN = 'announcements.fill-again';

export type FormFacts = { readonly directory: Directory; readonly needsApproval: boolean };

type Shown = { readonly draft: Draft; readonly notes: FormNotes };

export function announceForm(
  facts: FormFacts,
  { draft, notes }: Shown,
  above: readonly KnownBlock[] = [],
): ModalView {
  return modal({
    callback: ANNOUNCE_FORM,
    title: titleOf(notes),
    submit: notes.seen === null ? 'Preview' : submitWords(facts, draft, notes),
    metadata: notes,
    blocks: [...above, ...inputs(facts, draft, notes)],
  });
}

/** What opens at once: it needs no database, and what is typed into it stays when the rest arrives. */
export function loadingForm({ draft, notes }: Shown): ModalView {
  const blocks = [titleInput(draft), textInput(draft), context('Loading care teams and topics …')];
  return modal({
    callback: ANNOUNCE_FORM,
    title: titleOf(notes),
    submit: 'Preview',
    metadata: notes,
    blocks,
  });
}

/** The rest could not be had. What was typed stays. */
export function troubledForm({ draft, notes }: Shown, advice: string): ModalView {
  const again = actions([button({ label: 'Try again', action: FILL_AGAIN })]);
  const blocks = [titleInput(draft), textInput(draft), section(advice), ...again];
  return modal({
    callback: ANNOUNCE_FORM,
    title: titleOf(notes),
    submit: 'Preview',
    metadata: notes,
    blocks,
  });
}

function titleOf({ editing }: FormNotes): string {
  return editing === null ? 'Announce' : 'Edit announcement';
}

function submitWords(
  { needsApproval }: FormFacts,
  { intent, scheduledFor }: Draft,
  { editing }: FormNotes,
): string {
  if (editing?.isOut === true) return 'Post the change';
  if (intent === 'draft') return 'Save draft';
  if (needsApproval) return 'Hand in';
  return scheduledFor === null ? 'Post' : 'Schedule';
}

function inputs(facts: FormFacts, draft: Draft, { editing }: FormNotes): readonly KnownBlock[] {
  const isOut = editing?.isOut === true;
  const asks = draft.importance !== 'information';
  return [
    titleInput(draft),
    textInput(draft),
    linksInput(draft),
    ...(isOut ? [] : audienceInputs(facts.directory, draft)),
    ...(isOut ? [] : [importanceInput(draft)]),
    ...(draft.importance === 'check' ? questionInputs(draft) : []),
    ...(asks ? deadlineInputs(draft) : []),
    ...(isOut ? [againInput()] : laterInputs(facts.directory, draft, editing === null || editing.isDraft)),
  ];
}
