import { z } from 'zod';
import { defineJob } from '../platform/jobs.ts';
import { defineView } from '../platform/outbox.ts';
import { FeedbackId } from './feedback.ts';

/** One comment as its own message. Product managers talk about it in its thread. */
export const commentView = defineView('feedback.comment', z.object({ feedbackId: FeedbackId }));
/** Comments of one page and rating that stand together because more came than Slack takes. `first` is the oldest. */
export const digestView = defineView('feedback.digest', z.object({ first: FeedbackId }));
/** How many members rated without a word in an hour. `first` is the oldest of them. */
export const tallyView = defineView('feedback.tally', z.object({ first: FeedbackId }));

/** Queues the messages for all that waits, as fast as Slack takes them. One at a time, whatever the instances. */
export const postJob = defineJob('feedback.post', z.object({}), {
  inOrder: true,
  // What waits must not be given up: the job comes back until nothing does.
  retryLimit: 1_000_000,
  retryDelay: 1,
});
/** Each minute: counts silent ratings of hours that are over, and tidies. */
export const tallyJob = defineJob('feedback.count', z.object({}), { retryLimit: 2 });
