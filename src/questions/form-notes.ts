import { z } from 'zod';
import { ChannelId, MessageTs } from '../shared/ids.ts';
import type { Source } from './question.ts';

/** What the form carries along unseen. Slack keeps it, so ids and flags, never text. */
export type FormNotes = {
  /** The message that the form was opened from. */
  readonly source: Source | null;
  /** It was opened on the App Home, which must show the new question afterwards. */
  readonly fromHome: boolean;
  /** The seal of the review that the form shows. Its words are nowhere but on the screen. */
  readonly seen: string | null;
};

export const NO_NOTES: FormNotes = { source: null, fromHome: false, seen: null };

const Notes = z.object({
  source: z.object({ channel: ChannelId, ts: MessageTs }).nullable().catch(null),
  fromHome: z.boolean().catch(false),
  seen: z.string().max(64).nullable().catch(null),
});

/** Reads `private_metadata`. A form whose notes can't be read was opened from nowhere in particular. */
export function notesOf(metadata: unknown): FormNotes {
  try {
    return Notes.catch(NO_NOTES).parse(JSON.parse(z.string().parse(metadata)));
  } catch {
    return NO_NOTES;
  }
}
