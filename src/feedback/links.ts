import type { Database } from '../platform/database.ts';
import type { OutboxId } from '../shared/ids.ts';
import { type LinkReader, permalinkOf } from '../slack/permalink.ts';
import type { Feedback } from './feedback.ts';
import { messageAt } from './work-store.ts';

export type LinkDeps = { readonly db: Database; readonly slack: { readonly reads: LinkReader } };

/** The address of a message of ours; null before Slack has it. */
export async function linkTo({ db, slack }: LinkDeps, message: OutboxId | null): Promise<string | null> {
  const place = message === null ? undefined : await messageAt(db, message);
  if (!place?.channel || place.ts === null) return null;
  return await permalinkOf(slack.reads, { channel: place.channel, ts: place.ts });
}

/** Where a comment stands: in its own message, or else among others. */
export async function feedbackLink(
  deps: LinkDeps,
  { postId, digestId }: Pick<Feedback, 'postId' | 'digestId'>,
): Promise<string | null> {
  return await linkTo(deps, postId ?? digestId);
}
