/** The door of announcements: what is announced, and who has acknowledged it. */
export { ANNOUNCE_BUTTON } from './announce-listeners.ts';
export { EDIT } from './desk-views.ts';
export { listen } from './listeners.ts';
export { type OverviewPage, overviewPage } from './overview-of.ts';
export { postRejected } from './post-rejected.ts';
export { requestCatchUp } from './read.ts';
export { renderers } from './renderers.ts';
export { OPEN_REPORT } from './report-button-views.ts';
export { changedJob } from './report-jobs.ts';
export { schedules, workers } from './workers.ts';
