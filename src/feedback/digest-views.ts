import type { KnownBlock } from '@slack/types';
import { button, context, section } from '../slack/blocks.ts';
import { escapeMrkdwn } from '../slack/escape.ts';
import type { Rendered } from '../slack/renderer.ts';
import { type CommentFacts, title } from './comment-views.ts';
import { LONGEST_ENTRY } from './digest.ts';
import type { Feedback } from './feedback.ts';
import { clock, DISCUSS, pageName, RATING_WORDS } from './views.ts';

export type DigestEntry = Pick<CommentFacts, 'feedback' | 'token'>;

/** Comments of one page and rating, because more came than Slack takes one by one. */
export function digestMessage(first: Feedback, entries: readonly DigestEntry[]): Rendered {
  const what = `${entries.length} comments - ${RATING_WORDS[first.rating]} - ${pageName(first.page)}`;
  return {
    text: `Member feedback · ${what}`,
    blocks: [
      section(`*${what}*`),
      ...entries.map(entryBlock),
      context('Together, because many came at once. *Discuss* brings one out as its own message.'),
    ],
  };
}

function entryBlock(entry: DigestEntry): KnownBlock {
  const { id, responseId, comment, submittedAt, postId } = entry.feedback;
  const words = comment === null ? '_Rated without a comment_' : escapeMrkdwn(comment, LONGEST_ENTRY);
  const out = postId === null ? '' : ' · :arrow_down: has its own message';
  const text = `${title(entry)} · ${escapeMrkdwn(responseId)} · ${clock(submittedAt)}${out}\n${words}`;
  return section(text, button({ label: 'Discuss', action: DISCUSS, value: id }));
}
