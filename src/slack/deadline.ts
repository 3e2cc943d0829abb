import { ConciergeError } from '../platform/errors.ts';

/** Not stored within the time that Slack leaves for an answer; it may be a moment later. */
export class TookTooLong extends ConciergeError {
  readonly code = 'took_too_long';
  readonly advice =
    'This took longer than it should and could not be stored in time. Please try again: nothing will be stored twice.';
}

/** Slack shows its own error after three seconds, and what was typed with it is gone for some people. */
const SUBMISSION_MS = 2_500;

/** Gives up waiting, not the work: it may still end well, so it must be one that can be repeated. */
export async function inTime<Result>(work: Promise<Result>, withinMs = SUBMISSION_MS): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new TookTooLong()), withinMs);
  return await Promise.race([work, promise]).finally(() => clearTimeout(timer));
}
