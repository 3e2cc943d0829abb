import type { ModalView } from '@slack/types';
import { certainOnes, type Reviewed, ticks } from '../redaction/index.ts';
import { modal, section, typedText } from '../slack/blocks.ts';
import { ASK_FORM, type Draft, type FormFacts, otherInputs, questionInput } from './form.ts';
import type { FormNotes } from './form-notes.ts';

/**
 * The form with what will be posted above it. It is the same form to Slack: whatever was typed stands in it, can be
 * changed in it, and is sent with it again, so no other place has to remember it.
 */
export function reviewForm(facts: FormFacts, draft: Draft, notes: FormNotes, reviewed: Reviewed): ModalView {
  const { text, excerpts, seal } = reviewed;
  return modal({
    callback: ASK_FORM,
    title: 'Check before posting',
    submit: 'Post redacted',
    metadata: { ...notes, seen: seal },
    blocks: [
      section(headline(excerpts.length)),
      typedText('Will be posted', text, 20_000),
      ...certainOnes(excerpts),
      questionInput(
        draft.question,
        'To edit, change it here. What is taken out of it then is shown before it is posted.',
      ),
      ...ticks(excerpts, seal),
      ...otherInputs(facts, draft),
    ],
  });
}

function headline(count: number): string {
  const what = count === 1 ? 'One part' : `${count} parts`;
  return `*${what} of your question ${count === 1 ? 'looks' : 'look'} like PHI.* This is how others will see it.`;
}
