import type { KnownBlock } from '@slack/types';
import { context, section } from '../slack/blocks.ts';
import { escapeMrkdwn } from '../slack/escape.ts';
import type { Rendered } from '../slack/renderer.ts';
import type { RatingCount, Similar } from './brief-store.ts';
import { type Feedback, RATINGS } from './feedback.ts';
import { clock, pageName, RATING_WORDS, STATUS_WORDS } from './views.ts';

export const BRIEF_DAYS = 30;
export const MOST_SIMILAR = 5;
const MOST_STATES = 10;
const LONGEST_EXCERPT = 300;

export type BriefFacts = {
  readonly feedback: Feedback;
  readonly ratings: readonly RatingCount[];
  readonly similar: readonly (Similar & { readonly link: string | null })[];
};

/** What those who talk about a comment want to know first. */
export function briefMessage({ feedback, ratings, similar }: BriefFacts): Rendered {
  return {
    text: 'What else is known about this comment',
    blocks: [
      section(pageWords(feedback, ratings)),
      section(similar.length === 0 ? '*Similar comments*\nNone were found.' : '*Similar comments*'),
      ...similar.slice(0, MOST_SIMILAR).map(similarBlock),
      context('Reply here to talk about it. *Status* on the comment says what becomes of it.'),
    ],
  };
}

function pageWords({ page }: Feedback, ratings: readonly RatingCount[]): string {
  const total = sum(ratings);
  const lines = RATINGS.map((rating) => {
    const own = ratings.filter((each) => each.rating === rating);
    return `${RATING_WORDS[rating]} *${sum(own)}*${statesWords(own)}`;
  });
  return [`*${pageName(page)}, the last ${BRIEF_DAYS} days: ${total}*`, ...lines].join('\n');
}

/** " · FL 12, TX 4 and 3 from other states" */
function statesWords(ratings: readonly RatingCount[]): string {
  const largest = ratings.toSorted(
    (one, other) => other.count - one.count || (one.state < other.state ? -1 : 1),
  );
  const shown = largest.slice(0, MOST_STATES).map(({ state, count }) => `${state} ${count}`);
  if (shown.length === 0) return '';
  const others = sum(largest.slice(MOST_STATES));
  return ` · ${shown.join(', ')}${others === 0 ? '' : ` and ${others} from other states`}`;
}

function sum(ratings: readonly RatingCount[]): number {
  return ratings.reduce((total, { count }) => total + count, 0);
}

function similarBlock({
  rating,
  page,
  state,
  status,
  comment,
  submittedAt,
  link,
}: BriefFacts['similar'][number]): KnownBlock {
  const parts = [
    `${RATING_WORDS[rating]} - ${pageName(page)} - ${state}`,
    clock(submittedAt),
    ...(status === 'new' ? [] : [STATUS_WORDS[status]]),
    ...(link === null ? [] : [`<${link}|Open it>`]),
  ];
  return section(`${parts.join(' · ')}\n${escapeMrkdwn(comment, LONGEST_EXCERPT)}`);
}
