export { checkMessage } from './message.ts';
export { checkOptions } from './options.ts';
export { checkView } from './view.ts';
export { checkViewResponse } from './view-response.ts';
export type { Violation } from './violation.ts';
