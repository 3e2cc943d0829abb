export { ASK_BUTTON, type HomeChanged } from './ask-listeners.ts';
export { type AskedQuestion, askedBy } from './asked-by.ts';
export { askerButtons } from './asker-views.ts';
export { postRejected } from './card-rejected.ts';
export { requestCatchUp } from './catch-up.ts';
export { listen } from './listeners.ts';
export { renderers } from './renderers.ts';
export { age, ago, channel, linked, person, standing } from './words.ts';
export { workers } from './workers.ts';
