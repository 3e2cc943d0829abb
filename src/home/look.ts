import { z } from 'zod';
import { OverviewFilter } from '../announcements/overview.ts';
import { EVERYTHING, FeedbackFilter } from '../feedback/filter.ts';
import { BoardFilter } from '../questions/board.ts';

const page = z.int().min(0).max(100_000).catch(0);

/** What of their App Home somebody looks at: pages from 0, and the filters of its parts. */
export const Look = z.object({
  mine: page,
  board: page,
  filter: BoardFilter,
  /** Of announcements. A look that was stored by an earlier release has none. */
  news: page,
  newsFilter: OverviewFilter.catch('all'),
  /** Only product managers have a choice. */
  part: z.enum(['questions', 'feedback']).catch('feedback'),
  feedback: page,
  feedbackFilter: FeedbackFilter.catch(EVERYTHING),
});
export type Look = z.infer<typeof Look>;

export const FIRST_LOOK: Look = {
  mine: 0,
  board: 0,
  filter: { status: 'waiting', tier: null, topic: null },
  news: 0,
  newsFilter: 'all',
  part: 'feedback',
  feedback: 0,
  feedbackFilter: EVERYTHING,
};

/** What was stored or sent may be of another release: whatever doesn't fit is as at the beginning. */
export function lookFrom(stored: unknown): Look {
  const parsed = Look.safeParse(stored);
  return parsed.success ? parsed.data : FIRST_LOOK;
}

/** Another filter begins on the first page. */
export function filtered(look: Look, changes: Readonly<Record<string, unknown>>): Look {
  return { ...look, board: 0, filter: BoardFilter.parse({ ...look.filter, ...changes }) };
}

export function siftedBy(look: Look, feedbackFilter: FeedbackFilter): Look {
  return { ...look, part: 'feedback', feedback: 0, feedbackFilter };
}
