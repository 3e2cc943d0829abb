/** The door of the feedback: what members say on the website, and what product managers make of it. */
export { browse, inParts, MOST_COUNTED, TREND_WEEKS, trendOf, type WeekCount } from './browse-store.ts';
export { exportLines } from './export-lines.ts';
export { FILTER_FORM, filterForm } from './filter-modals.ts';
export { deleteFilter, filtersOf, type SavedFilter } from './filter-store.ts';
export { feedbackLink } from './links.ts';
export { listen } from './listeners.ts';
export { readFilter } from './read-filter.ts';
export { postRejected } from './rejected.ts';
export { renderers } from './renderers.ts';
export { type FeedbackOptions, feedbackSettings } from './settings.ts';
export { knownThemes, themesByComment } from './theme-store.ts';
export { clock as feedbackClock, DISCUSS, pageName, RATING_WORDS, STATUS, STATUS_WORDS } from './views.ts';
export { routes } from './webhook.ts';
export { changedJob } from './work-jobs.ts';
export { mayLook } from './worker.ts';
export { schedules, workers } from './workers.ts';
