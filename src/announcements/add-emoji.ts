import { WebAPIRateLimitedError } from '@slack/web-api';
import type { Database } from '../platform/database.ts';
import { type Jobs, NotYet } from '../platform/jobs.ts';
import type { Log } from '../platform/log.ts';
import type { AnnouncementId, ChannelId, WorkspaceId } from '../shared/ids.ts';
import type { MessagePlace } from '../slack/permalink.ts';
import { readJob } from './jobs.ts';
import { markEmojiDone, postsOf } from './post-store.ts';
import { addEmoji, type ReactionsWriter } from './slack-reactions.ts';

export type EmojiDeps = {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly log: Log;
  readonly now: () => Date;
  readonly workspace: { readonly id: WorkspaceId };
  readonly slack: { readonly posting: ReactionsWriter };
};

/**
 * Adds the teams' emoji to a message, once Slack has it. Whoever reacted before its place was known here is found by
 * the reading that follows.
 */
export async function addTeamEmoji(
  deps: EmojiDeps,
  { announcementId, channel }: { readonly announcementId: AnnouncementId; readonly channel: ChannelId },
): Promise<void> {
  const { db, jobs, now, workspace } = deps;
  const posts = await postsOf(db, { workspaceId: workspace.id, id: announcementId });
  const post = posts.find(({ key }) => key === channel);
  if (!post || post.emojiDoneAt !== null || post.isLost) return;
  if (post.ts === null) throw new NotYet();
  await addAll(deps, { channel: post.channel, ts: post.ts }, post.emoji);
  await db.transaction().execute(async (trx) => {
    await markEmojiDone(trx, post, now());
    await jobs.enqueue(trx, readJob, { announcementId });
  });
}

/** A message has room for so many emoji and no more: the others' people use the button, or add theirs to one of them. */
async function addAll(
  { slack, log }: EmojiDeps,
  place: MessagePlace,
  names: readonly string[],
): Promise<void> {
  for (const name of names) {
    const outcome = await patiently(addEmoji(slack.posting, place, name));
    if (outcome === 'impossible') log.warn('announcements.no-such-emoji', { channel: place.channel });
    if (outcome === 'full') log.warn('announcements.no-room-for-emoji', { channel: place.channel });
    if (outcome === 'full' || outcome === 'pointless') return;
  }
}

/** Being asked by Slack to slow down is no failure: the emoji that stand already are found to be there. */
export async function patiently<Answer>(work: Promise<Answer>): Promise<Answer> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof WebAPIRateLimitedError) throw new NotYet('ratelimited', { cause: error });
    throw error;
  }
}
