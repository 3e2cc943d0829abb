import { z } from 'zod';

/** One row of a question's history. */
export const QuestionEventId = z.uuid().brand<'QuestionEventId'>();
export type QuestionEventId = z.infer<typeof QuestionEventId>;

/** One channel of the directory that could not be posted to, from when it was found until it can be used again. */
export const UnpostableId = z.uuid().brand<'UnpostableId'>();
export type UnpostableId = z.infer<typeof UnpostableId>;

/** Slack's id of one opened form: two submissions of it are one question. */
export const ViewId = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,64}$/)
  .brand<'ViewId'>();
export type ViewId = z.infer<typeof ViewId>;

/** One run of a question's clock, from its start until it is stopped. */
export const ClockId = z.uuid().brand<'ClockId'>();
export type ClockId = z.infer<typeof ClockId>;

/** One circle of people that was called because nobody had taken a live question. */
export const CallId = z.uuid().brand<'CallId'>();
export type CallId = z.infer<typeof CallId>;
