import { z } from 'zod';
import type { ChannelId, MessageTs, OutboxId, QuestionId, SlackUserId, WorkspaceId } from '../shared/ids.ts';
import type { FeedbackId } from './feedback.ts';
import type { Heat, ThreadCount } from './heat.ts';

/** One thread that was brought to the product channel. */
export const HotThreadId = z.uuid().brand<'HotThreadId'>();
export type HotThreadId = z.infer<typeof HotThreadId>;

/** What a thread of ours is about. */
export type Subject =
  | { readonly kind: 'question'; readonly questionId: QuestionId }
  | { readonly kind: 'feedback'; readonly feedbackId: FeedbackId };

export type RoomState = 'none' | 'wanted' | 'made' | 'refused';

/** The channel of its own that a thread may get. */
export type ThreadRoom =
  | { readonly state: 'none' }
  | { readonly state: 'wanted'; readonly by: SlackUserId; readonly channel: ChannelId | null }
  | { readonly state: 'made'; readonly by: SlackUserId; readonly channel: ChannelId }
  | { readonly state: 'refused'; readonly by: SlackUserId; readonly error: string };

export type HotThread = {
  readonly id: HotThreadId;
  readonly workspaceId: WorkspaceId;
  readonly channel: ChannelId;
  readonly threadTs: MessageTs;
  readonly subject: Subject;
  readonly rootId: OutboxId;
  readonly heat: Heat;
  readonly foundAt: Date;
  readonly postId: OutboxId;
  readonly owner: SlackUserId | null;
  readonly knownBy: SlackUserId | null;
  readonly room: ThreadRoom;
};

/** One reply that still stands. */
export type StandingReply = { readonly ts: MessageTs; readonly author: SlackUserId };

const HOUR_MS = 3_600_000;

/** Counts a thread's replies by the times at which Slack got them, in whatever order they were heard of. */
export function countReplies(replies: readonly StandingReply[], now: Date): ThreadCount {
  const recent = replies.filter(({ ts }) => Number(ts) * 1_000 > now.getTime() - HOUR_MS);
  return {
    replies: replies.length,
    inLastHour: recent.length,
    peopleInLastHour: new Set(recent.map(({ author }) => author)).size,
  };
}

export type Writer = { readonly user: SlackUserId; readonly replies: number };

/** Who writes in a thread, the most active first. */
export function writersOf(replies: readonly StandingReply[]): readonly Writer[] {
  const counts = new Map<SlackUserId, number>();
  for (const { author } of replies) counts.set(author, (counts.get(author) ?? 0) + 1);
  return [...counts]
    .map(([user, count]) => ({ user, replies: count }))
    .toSorted((one, other) => other.replies - one.replies || (one.user < other.user ? -1 : 1));
}

/** Slack's names of channels: a day and a few letters of the thread's id, which nobody else will take. */
export function roomName({ id, foundAt }: Pick<HotThread, 'id' | 'foundAt'>): string {
  return `hot-${foundAt.toISOString().slice(0, 10)}-${id.slice(-8)}`;
}
