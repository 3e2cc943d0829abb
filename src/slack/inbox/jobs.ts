import { z } from 'zod';
import { defineJob } from '../../platform/jobs.ts';

/** Works on one stored event; tried again for about half an hour. */
export const processEvent = defineJob('slack.process-event', z.object({ eventId: z.string() }), {
  retryLimit: 25,
  retryDelay: 1,
  retryDelayMax: 120,
});

export const tidySlack = defineJob('slack.tidy', z.object({}));
