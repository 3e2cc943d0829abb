import { z } from 'zod';
import type { SlackUserId } from '../shared/ids.ts';
import type { RedactedText } from '../shared/text.ts';
import type { Feedback, Status } from './feedback.ts';
import type { ThemeId } from './theme.ts';
import type { TicketLink } from './ticket.ts';

/** One row of a comment's history. */
export const FeedbackEventId = z.uuid().brand<'FeedbackEventId'>();
export type FeedbackEventId = z.infer<typeof FeedbackEventId>;

export type Theme = { readonly id: ThemeId; readonly name: RedactedText };

/** What product managers have made of a comment. */
export type Work = Pick<Feedback, 'status' | 'owner' | 'ticket'> & { readonly themes: readonly ThemeId[] };

/** One thing that changed. */
export type WorkEvent =
  | { readonly kind: 'discussed' }
  | { readonly kind: 'owned'; readonly owner: SlackUserId | null }
  | { readonly kind: 'status'; readonly from: Status; readonly to: Status }
  | { readonly kind: 'ticket'; readonly ticket: TicketLink | null }
  | { readonly kind: 'themes'; readonly added: readonly ThemeId[]; readonly removed: readonly ThemeId[] };

/** What has to happen for one state to become the other. None when nothing would be different. */
export function changesBetween(before: Work, after: Work): readonly WorkEvent[] {
  const added = after.themes.filter((theme) => !before.themes.includes(theme));
  const removed = before.themes.filter((theme) => !after.themes.includes(theme));
  const events: (WorkEvent | null)[] = [
    after.owner === before.owner ? null : { kind: 'owned', owner: after.owner },
    after.ticket === before.ticket ? null : { kind: 'ticket', ticket: after.ticket },
    added.length + removed.length === 0 ? null : { kind: 'themes', added, removed },
    after.status === before.status ? null : { kind: 'status', from: before.status, to: after.status },
  ];
  return events.filter((event) => event !== null);
}
