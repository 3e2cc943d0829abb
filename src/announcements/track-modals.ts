import type { ModalView } from '@slack/types';
import type { Directory } from '../directory/directory.ts';
import { context, modal } from '../slack/blocks.ts';
import { input, select, textBox } from '../slack/form.ts';
import { ANNOUNCE, AUDIENCES, type Draft, deadlineInputs, LONGEST_TITLE, whichInput } from './form-inputs.ts';
import type { FormNotes } from './form-notes.ts';

export const TRACK_FORM = 'announcements.track';
/** Its own name, so that choosing redraws this form and not the other. */
export const TRACK_AUDIENCE = 'announcements.track-audience';

type Shown = { readonly draft: Draft; readonly notes: FormNotes };

/** What it takes to keep the receipts of a message that is there already. */
export function trackForm(directory: Directory, { draft, notes }: Shown): ModalView {
  const which = whichInput(directory, draft);
  return modal({
    callback: TRACK_FORM,
    title: 'Track receipts',
    submit: 'Track',
    metadata: notes,
    blocks: [
      context(
        "The teams' emoji are added to the message, and its thread shows how it stands. Reactions from before count, too.",
      ),
      input({
        name: ANNOUNCE.title,
        label: 'What it is called in lists',
        element: textBox({ max: LONGEST_TITLE, initial: draft.title }),
        hint: 'The message itself stays in Slack.',
      }),
      input({
        name: TRACK_AUDIENCE,
        label: 'For whom',
        element: select({ options: AUDIENCES }, 'For whom is it?', draft.audience),
        tellsAtOnce: true,
      }),
      ...(which ? [which] : []),
      ...deadlineInputs(draft),
    ],
  });
}
