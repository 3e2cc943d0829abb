import { z } from 'zod';
import { STATE_CODES } from '../shared/states.ts';
import { Page, Rating, Status } from './feedback.ts';
import { ThemeId } from './theme.ts';

/** One filter that somebody saved. */
export const FilterId = z.uuid().brand<'FilterId'>();
export type FilterId = z.infer<typeof FilterId>;

export const LONGEST_SEARCH = 200;
export const LONGEST_FILTER_NAME = 60;

/** Which comments to show; null wherever it doesn't matter. Whatever no longer fits doesn't matter, either. */
export const FeedbackFilter = z.object({
  page: Page.nullable().catch(null),
  rating: Rating.nullable().catch(null),
  state: z.enum(STATE_CODES).nullable().catch(null),
  theme: ThemeId.nullable().catch(null),
  status: Status.nullable().catch(null),
  /** Words to search for, redacted before they came here. */
  text: z.string().min(1).max(LONGEST_SEARCH).brand<'RedactedText'>().nullable().catch(null),
});
export type FeedbackFilter = z.infer<typeof FeedbackFilter>;

export const EVERYTHING: FeedbackFilter = {
  page: null,
  rating: null,
  state: null,
  theme: null,
  status: null,
  text: null,
};

export function isEverything(filter: FeedbackFilter): boolean {
  return Object.values(filter).every((value) => value === null);
}

/** The names of the inputs of the form in which a filter is filled in. */
export const FILTER = {
  page: 'feedback.filter-page',
  rating: 'feedback.filter-rating',
  state: 'feedback.filter-state',
  theme: 'feedback.filter-theme',
  status: 'feedback.filter-status',
  text: 'feedback.filter-text',
  name: 'feedback.filter-name',
} as const;
