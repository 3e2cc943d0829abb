/** The door of announcements: what is announced, and who has acknowledged it. */
export { ANNOUNCE_BUTTON } from './announce-listeners.ts';
export { listen } from './listeners.ts';
export { postRejected } from './post-rejected.ts';
export { requestCatchUp } from './read.ts';
export { renderers } from './renderers.ts';
export { schedules, workers } from './workers.ts';
