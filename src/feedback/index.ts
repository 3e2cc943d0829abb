/** The door of the feedback: what members say on the website, and what product managers make of it. */
export { postRejected } from './rejected.ts';
export { renderers } from './renderers.ts';
export { type FeedbackOptions, feedbackSettings } from './settings.ts';
export { routes } from './webhook.ts';
export { schedules, workers } from './workers.ts';
