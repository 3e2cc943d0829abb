import type { KnownBlock } from '@slack/types';
import { actions, button, section } from '../slack/blocks.ts';
import type { Rendered } from '../slack/renderer.ts';
import type { Announcement } from './announcement.ts';
import { ACKNOWLEDGE, ANSWER } from './message-views.ts';
import type { Group } from './receipts.ts';
import { groupNames, time, titled } from './words.ts';

type NoteFacts = { readonly announcement: Announcement; readonly link: string | null };

/** To somebody who joined a team after an announcement to it. */
export function joinedMessage({ announcement, link }: NoteFacts): Rendered {
  const { deadline } = announcement;
  const until = deadline === null ? '' : ` It waits for your receipt until ${time(deadline)}.`;
  const words = `You joined after this announcement, and it is for you, too: ${titled(announcement, link)}.${until}`;
  return { text: 'An announcement waits for you.', blocks: [section(words), ...receiptButton(announcement)] };
}

/** To somebody who used the emoji of a team that isn't theirs. */
export function ownEmojiMessage({
  announcement,
  link,
  groups,
}: NoteFacts & { readonly groups: readonly Group[] }): Rendered {
  const own = groups.map(({ emoji, name }) => `:${emoji}: (${groupNames([{ name }])})`).join(', ');
  const counts = announcement.ownEmojiOnly
    ? `It doesn't count as your receipt: please add yours, ${own}.`
    : `It counts as your receipt all the same. Yours is ${own}.`;
  const words = `You signed ${titled(announcement, link)} with the emoji of another team. ${counts}`;
  return { text: 'About the emoji that you used.', blocks: [section(words)] };
}

/** To somebody who reacted where a question waits for an answer. */
export function answerWaitsMessage({ announcement, link }: NoteFacts): Rendered {
  const words = `Thank you for reading ${titled(announcement, link)}. It asks a question: your receipt is the right answer to it.`;
  return {
    text: 'An announcement has a question for you.',
    blocks: [section(words), ...receiptButton(announcement)],
  };
}

/** In the thread, after a change that asks everybody again. */
export function changedMessage({ announcement }: Pick<NoteFacts, 'announcement'>): Rendered {
  const { importance } = announcement;
  const how =
    importance === 'check'
      ? 'Please answer its question once more.'
      : 'Please acknowledge it once more: take your emoji back and add it again, or press *I have read this*.';
  return {
    text: 'The announcement was changed.',
    blocks: [section(`This announcement was *changed*, and earlier receipts don't count any more. ${how}`)],
  };
}

/** What makes a receipt, wherever a message asks for one. */
export function receiptButton({ id, importance, status }: Announcement): KnownBlock[] {
  if (importance === 'information' || status.name !== 'published') return [];
  return actions([
    importance === 'check'
      ? button({ label: 'Answer the question', action: ANSWER, value: id, style: 'primary' })
      : button({ label: 'I have read this', action: ACKNOWLEDGE, value: id, style: 'primary' }),
  ]);
}
