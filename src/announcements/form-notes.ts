import { z } from 'zod';
import { AnnouncementId, ChannelId, MessageTs } from '../shared/ids.ts';

/** What the form carries along unseen. Slack keeps it, so ids and flags, never text. */
export type FormNotes = {
  /** The announcement that is edited, and the version that the form shows. Null for a new one. */
  readonly editing: {
    readonly id: AnnouncementId;
    readonly version: number;
    /** Once it is out, only its words, its deadline and its reminders can change. */
    readonly isOut: boolean;
    readonly isDraft: boolean;
  } | null;
  /** The message whose receipts are to be tracked. */
  readonly message: { readonly channel: ChannelId; readonly ts: MessageTs } | null;
  readonly fromHome: boolean;
  /** The seal of the preview that the form shows. Its words are nowhere but on the screen. */
  readonly seen: string | null;
};

export const NO_NOTES: FormNotes = { editing: null, message: null, fromHome: false, seen: null };

const Notes = z.object({
  editing: z
    .object({ id: AnnouncementId, version: z.int(), isOut: z.boolean(), isDraft: z.boolean() })
    .nullable(),
  message: z.object({ channel: ChannelId, ts: MessageTs }).nullable(),
  fromHome: z.boolean(),
  seen: z.string().max(64).nullable(),
});

/** Reads `private_metadata`. It is ours: one that can't be read is no form of ours. */
export function notesOf(metadata: unknown): FormNotes {
  return Notes.parse(JSON.parse(z.string().parse(metadata)));
}
