import { z } from 'zod';
import { defineJob, type JobQueue } from '../platform/jobs.ts';
import { ChannelId, SlackUserId, UserGroupId } from '../shared/ids.ts';

/** Slack asks us to slow down now and then: the work comes back until it is done, or the next day's takes its place. */
const queue: JobQueue = { retryLimit: 200, retryDelay: 2, retryDelayMax: 60 };

/** Reads every roster again, and who counts. */
export const refreshRosters = defineJob('directory.refresh-rosters', z.object({}), queue);

/** Reads the members of one user group or channel again. */
export const refreshRoster = defineJob(
  'directory.refresh-roster',
  z.object({ source: z.union([UserGroupId, ChannelId]) }),
  queue,
);

/** Somebody left a channel, was deactivated or went out of office: rooms above see what that means for them. */
export const absenceJob = defineJob('directory.absence', z.object({ user: SlackUserId }), queue);

/** A channel goes on under another id: rooms above see what of theirs stands there. */
export const channelMovedJob = defineJob(
  'directory.channel-moved',
  z.object({ from: ChannelId, to: ChannelId }),
  queue,
);

/** Looks at every channel of the directory: archived, shared, renamed, still ours? */
export const refreshChannels = defineJob('directory.refresh-channels', z.object({}), queue);

/** Somebody came to a user group or channel, or left it: rooms above keep rosters of their own. `at` is Slack's time. */
export const rosterJob = defineJob(
  'directory.roster',
  z.object({
    source: z.union([UserGroupId, ChannelId]),
    at: z.string().regex(/^\d{1,10}(\.\d{1,6})?$/),
    added: z.array(SlackUserId),
    removed: z.array(SlackUserId),
  }),
);

/** A roster was read as a whole: rooms above compare it with their own. Null: any of them, or who counts at all. */
export const rostersReadJob = defineJob(
  'directory.rosters-read',
  z.object({ source: z.union([UserGroupId, ChannelId]).nullable() }),
);
