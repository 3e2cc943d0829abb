import type { KnownBlock, ModalView } from '@slack/types';
import { certainOnes, type Reviewed, ticks } from '../redaction/index.ts';
import { context, divider, section } from '../slack/blocks.ts';
import type { Announcement } from './announcement.ts';
import { question } from './desk-views.ts';
import { announceForm, type FormFacts } from './form.ts';
import type { Draft } from './form-inputs.ts';
import type { FormNotes } from './form-notes.ts';
import { said } from './message-views.ts';

export type Preview = Pick<Announcement, 'title' | 'text' | 'links' | 'checkQuestion'> & {
  /** How many places in its other parts look like PHI. */
  readonly elsewhere: number;
  readonly reviewed: Reviewed;
};

/**
 * The form with the announcement above it as others will see it. It is the same form to Slack: whatever was typed
 * stands in it, can be changed in it, and is sent with it again.
 */
export function previewForm(
  facts: FormFacts,
  { draft, notes }: { readonly draft: Draft; readonly notes: FormNotes },
  preview: Preview,
): ModalView {
  const { excerpts, seal } = preview.reviewed;
  const seen = { ...notes, seen: seal };
  return announceForm(facts, { draft, notes: seen }, [
    section(headline(excerpts.length + preview.elsewhere)),
    divider(),
    ...said(preview),
    ...question(preview),
    divider(),
    ...warnings(preview),
    ...ticks(excerpts, seal),
    context('To change something, change it below: you will see it here again before it is posted.'),
  ]);
}

function headline(count: number): string {
  const shown = '*This is how others will see it.*';
  if (count === 0) return shown;
  const what = count === 1 ? 'One part of it looks' : `${count} parts of it look`;
  return `${shown} ${what} like PHI and ${count === 1 ? 'is' : 'are'} taken out.`;
}

function warnings({ elsewhere, reviewed }: Preview): KnownBlock[] {
  const words =
    'What was taken out of the title, the links or the check question can only be written otherwise.';
  return [...certainOnes(reviewed.excerpts), ...(elsewhere > 0 ? [section(words)] : [])];
}
