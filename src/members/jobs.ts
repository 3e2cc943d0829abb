import { z } from 'zod';
import { defineJob } from '../platform/jobs.ts';
import { MemberToken } from '../shared/ids.ts';

/** Slack's id of the window in which an ID is shown. */
export const RevealViewId = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,64}$/)
  .brand<'RevealViewId'>();
export type RevealViewId = z.infer<typeof RevealViewId>;

/** Takes an ID out of the window again. Tried until Slack has done it, or says that the window is closed. */
export const wipeJob = defineJob('members.wipe', z.object({ viewId: RevealViewId, token: MemberToken }), {
  retryLimit: 100,
  retryDelay: 1,
  retryDelayMax: 60,
});
