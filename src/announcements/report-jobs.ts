import { z } from 'zod';
import { defineJob } from '../platform/jobs.ts';
import { defineView } from '../platform/outbox.ts';
import { AnnouncementId, SlackUserId } from '../shared/ids.ts';
import { AnnouncementFileId, GroupKey, ReminderPoint } from './ids.ts';

/** To somebody who hasn't acknowledged it yet. */
export const reminderView = defineView(
  'announcements.reminder',
  z.object({ announcementId: AnnouncementId, user: SlackUserId, point: ReminderPoint }),
);
/** To a lead: who of the team misses it. Null: those of all teams that have no lead, to its author. */
export const listView = defineView(
  'announcements.list',
  z.object({ announcementId: AnnouncementId, group: GroupKey.nullable() }),
);
/** To those who announce: questions before and after it. */
export const effectView = defineView('announcements.effect', z.object({ announcementId: AnnouncementId }));

/** To whoever asked for a table or picture that Slack would not take. */
export const fileTroubleView = defineView(
  'announcements.file-trouble',
  z.object({ fileId: AnnouncementFileId }),
);

/** Something about an announcement is different now: rooms above see who should see that. */
export const changedJob = defineJob('announcements.changed', z.object({ announcementId: AnnouncementId }));

/** Each minute: who is to be reminded, and what has come to its time. */
export const remindJob = defineJob('announcements.remind', z.object({}));

/** Looks after one of them: reminders, lists for leads. */
export const remindOneJob = defineJob(
  'announcements.remind-one',
  z.object({ announcementId: AnnouncementId }),
  {
    retryLimit: 5,
    retryDelay: 2,
  },
);

/** Makes a table or picture and hands it to Slack. */
export const fileJob = defineJob('announcements.file', z.object({ fileId: AnnouncementFileId }), {
  retryLimit: 200,
  retryDelay: 2,
  retryDelayMax: 60,
});
