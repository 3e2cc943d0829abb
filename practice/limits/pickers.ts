import { z } from 'zod';
import { confirm, placeholder } from './composition.ts';
import { actionId, string } from './text.ts';

const picker = {
  action_id: actionId.optional(),
  confirm: confirm.optional(),
  focus_on_load: z.boolean().optional(),
};

const TEN_DIGITS = 'This must be a Unix time of ten digits, in seconds.';

export const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  ...picker,
  placeholder: placeholder.optional(),
  initial_date: z.iso.date({ error: 'This must be a date, YYYY-MM-DD.' }).optional(),
});

export const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  ...picker,
  placeholder: placeholder.optional(),
  initial_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'This must be a time, HH:mm.')
    .optional(),
  timezone: string(255).optional(),
});

export const datetimepicker = z.strictObject({
  type: z.literal('datetimepicker'),
  ...picker,
  initial_date_time: z
    .number()
    .int()
    .min(1_000_000_000, TEN_DIGITS)
    .max(9_999_999_999, TEN_DIGITS)
    .optional(),
});
