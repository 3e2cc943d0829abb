import { z } from 'zod';
import { defineJob } from '../platform/jobs.ts';
import { SlackUserId } from '../shared/ids.ts';

/** Draws one person's App Home. One after the other for each person. */
export const drawJob = defineJob('home.draw', z.object({ user: SlackUserId }), {
  inOrder: true,
  // A job that has given up would hold up all later ones of the same person.
  retryLimit: 1_000_000,
  retryDelay: 1,
  retryDelayMax: 60,
});
