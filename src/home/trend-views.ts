import type { KnownBlock } from '@slack/types';
import { RATINGS } from '../feedback/feedback.ts';
import { pageName, RATING_WORDS, TREND_WEEKS, type WeekCount } from '../feedback/index.ts';
import { context, header, section } from '../slack/blocks.ts';

const MOST_PAGES = 12;

/** A bar for each of the last weeks, by rating and by page. */
export function trendPart(trend: readonly WeekCount[], isEverything: boolean): KnownBlock[] {
  const title = isEverything ? `The last ${TREND_WEEKS} weeks` : `The last ${TREND_WEEKS} weeks of these`;
  if (trend.length === 0) return [header(title), context('Nothing came in.')];
  const pages = busiest(trend);
  const more = pages.length > MOST_PAGES ? [`and ${pages.length - MOST_PAGES} more pages`] : [];
  return [
    header(title),
    section(RATINGS.map((rating) => line(RATING_WORDS[rating], of(trend, { rating }))).join('\n')),
    section(
      [...pages.slice(0, MOST_PAGES).map((page) => pageLine(page, of(trend, { page }))), ...more].join('\n'),
    ),
    context('Each bar is a week, the last one ends now.'),
  ];
}

function busiest(trend: readonly WeekCount[]): WeekCount['page'][] {
  const totals = new Map<WeekCount['page'], number>();
  for (const { page, count } of trend) totals.set(page, (totals.get(page) ?? 0) + count);
  return [...totals].toSorted(([, one], [, other]) => other - one).map(([page]) => page);
}

function of(trend: readonly WeekCount[], wanted: Partial<Pick<WeekCount, 'page' | 'rating'>>): WeekCount[] {
  return trend.filter(
    ({ page, rating }) => (wanted.page ?? page) === page && (wanted.rating ?? rating) === rating,
  );
}

function line(label: string, counts: readonly WeekCount[]): string {
  const weeks = byWeek(counts);
  const last = weeks.at(-1) ?? 0;
  return `\`${sparkline(weeks)}\` ${label}: *${last}* this week, ${weeks.at(-2) ?? 0} the week before`;
}

function pageLine(page: WeekCount['page'], counts: readonly WeekCount[]): string {
  const bad = sum(byWeek(counts.filter(({ rating }) => rating === 'bad')));
  const share = Math.round((bad / sum(byWeek(counts))) * 100);
  return `${line(pageName(page), counts)} · ${share}% bad`;
}

/** The oldest week first. */
function byWeek(counts: readonly WeekCount[]): readonly number[] {
  const weeks = Array.from({ length: TREND_WEEKS }, () => 0);
  for (const { week, count } of counts) {
    const at = TREND_WEEKS - 1 - week;
    weeks[at] = (weeks[at] ?? 0) + count;
  }
  return weeks;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** The tallest bar is the largest; nothing at all is the lowest. */
export function sparkline(counts: readonly number[]): string {
  const most = Math.max(...counts, 1);
  return counts.map((count) => BARS[Math.ceil((count / most) * (BARS.length - 1))] ?? BARS[0]).join('');
}
