import { section } from '../slack/blocks.ts';
import type { Rendered } from '../slack/renderer.ts';
import type { Feedback } from './feedback.ts';
import { RATINGS } from './feedback.ts';
import type { PageCount } from './posting-store.ts';
import { pageName, RATING_WORDS } from './views.ts';

const MOST_PAGES = 15;
const HOUR_MS = 3_600_000;

/** How many members rated without a word in an hour, by page. */
export function tallyMessage({ receivedAt }: Feedback, counts: readonly PageCount[]): Rendered {
  const all = sum(counts);
  const members = all === 1 ? '1 member rated' : `${all} members rated`;
  const pages = [...new Set(counts.map(({ page }) => page))]
    .map((page) => ({ page, counts: counts.filter((each) => each.page === page) }))
    .toSorted((a, b) => sum(b.counts) - sum(a.counts));
  const more = pages.length - MOST_PAGES;
  return {
    text: `${members} without a comment`,
    blocks: [
      section(
        [
          `*${members} without a comment* ${hourOf(receivedAt)}`,
          ...pages.slice(0, MOST_PAGES).map((each) => `${pageName(each.page)}: ${byRating(each.counts)}`),
          ...(more > 0 ? [more === 1 ? 'and 1 page more' : `and ${more} pages more`] : []),
        ].join('\n'),
      ),
    ],
  };
}

const sum = (counts: readonly PageCount[]): number => counts.reduce((all, { count }) => all + count, 0);

function byRating(counts: readonly PageCount[]): string {
  return RATINGS.flatMap((rating) => {
    const count = sum(counts.filter((each) => each.rating === rating));
    return count === 0 ? [] : [`${count} ${RATING_WORDS[rating]}`];
  }).join(' · ');
}

function hourOf(at: Date): string {
  const from = at.getTime() - (at.getTime() % HOUR_MS);
  return `between ${time(from)} and ${time(from + HOUR_MS)}`;
}

function time(ms: number): string {
  return `<!date^${ms / 1000}^{time}|${new Date(ms).toISOString().slice(11, 16)} UTC>`;
}
