import { z } from 'zod';

/** Slack's id of one opened form: two submissions of it are one announcement. */
export const FormId = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,64}$/)
  .brand<'FormId'>();
export type FormId = z.infer<typeof FormId>;

/** A group of the directory that an announcement is for: a care team, or the experts of a topic. */
export const GroupKey = z
  .string()
  .regex(/^(team|topic):[a-z0-9][a-z0-9_-]{0,39}$/)
  .brand<'GroupKey'>();
export type GroupKey = z.infer<typeof GroupKey>;

/** A table or picture that is made of the receipts of an announcement. */
export const AnnouncementFileId = z.uuid().brand<'AnnouncementFileId'>();
export type AnnouncementFileId = z.infer<typeof AnnouncementFileId>;

/** Which of the reminders of one person: the one at half of the time, or that of a day. */
export const ReminderPoint = z
  .string()
  .regex(/^(half|day:\d{4}-\d{2}-\d{2})$/)
  .brand<'ReminderPoint'>();
export type ReminderPoint = z.infer<typeof ReminderPoint>;
