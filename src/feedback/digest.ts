import type { Feedback } from './feedback.ts';

/** Slack takes 50 blocks a message, and about 13,000 bytes of text in all of them. */
const MOST_ENTRIES = 40;
const MOST_BYTES = 12_000;
/** Token, state, number and time. */
const ENTRY_BYTES = 150;
/** The start of a long comment; "Discuss" shows the rest. */
export const LONGEST_ENTRY = 400;

/** The first of these comments, as many as fit in one message. Always at least one. */
export function fitting<Each extends Pick<Feedback, 'comment'>>(comments: readonly Each[]): readonly Each[] {
  let bytes = 0;
  const over = comments.findIndex(({ comment }, index) => {
    bytes += ENTRY_BYTES + weight(comment ?? '');
    return index >= MOST_ENTRIES || bytes > MOST_BYTES;
  });
  return over < 0 ? comments : comments.slice(0, Math.max(1, over));
}

/** No less than what it takes once it is escaped and cut: a sign may become an entity of five bytes. */
function weight(comment: string): number {
  const signs = comment.match(/[&<>*_~`]/g)?.length ?? 0;
  return Math.min(Buffer.byteLength(comment) + 4 * signs, 3 * LONGEST_ENTRY);
}

/** For how many seconds of posting may wait before they are combined. */
const PATIENCE_SECONDS = 20;
/** How far ahead of Slack the outbox is filled: what is in it is combined no more. */
const AHEAD_SECONDS = 3;
const UNLIMITED_AHEAD = 50;

export type Pace = { readonly ahead: number; readonly mostWaiting: number };

/** How many messages may be under way to Slack, and how many comments may wait before they are combined. */
export function paceOf(postsPerSecond: number): Pace {
  if (postsPerSecond === 0) return { ahead: UNLIMITED_AHEAD, mostWaiting: Number.POSITIVE_INFINITY };
  return {
    ahead: Math.max(AHEAD_SECONDS, Math.ceil(AHEAD_SECONDS * postsPerSecond)),
    mostWaiting: Math.ceil(PATIENCE_SECONDS * postsPerSecond),
  };
}
