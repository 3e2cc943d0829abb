import { z } from 'zod';
import { ChannelId, MessageTs } from '../shared/ids.ts';
import type { Source } from './question.ts';

/** What the form carries along unseen: the message it was opened from, by its ids. Slack keeps this, so never text. */
const Notes = z.object({ source: z.object({ channel: ChannelId, ts: MessageTs }).nullable() });
export type FormNotes = { readonly source: Source | null };

/** Reads `private_metadata`. A form without notes is a form that was opened from nowhere in particular. */
export function notesOf(metadata: unknown): FormNotes {
  try {
    return Notes.catch({ source: null }).parse(JSON.parse(z.string().parse(metadata)));
  } catch {
    return { source: null };
  }
}
