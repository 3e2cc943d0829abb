import { z } from 'zod';
import { dispatchActionConfig, placeholder } from './composition.ts';
import { richText } from './rich-text.ts';
import { actionId, codePoints, string } from './text.ts';

const field = { action_id: actionId.optional(), focus_on_load: z.boolean().optional() };
const typed = {
  ...field,
  placeholder: placeholder.optional(),
  dispatch_action_config: dispatchActionConfig.optional(),
};

/** What a person may type at most. */
const LONGEST_ANSWER = 3000;

export const plainTextInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    ...typed,
    initial_value: z.string().optional(),
    multiline: z.boolean().optional(),
    min_length: z.number().int().min(0).max(LONGEST_ANSWER).optional(),
    max_length: z.number().int().min(1).max(LONGEST_ANSWER).optional(),
  })
  .refine(({ min_length = 0, max_length = LONGEST_ANSWER }) => min_length <= max_length, {
    path: ['min_length'],
    error: 'min_length may not be more than max_length.',
  })
  .refine(({ initial_value = '', max_length = LONGEST_ANSWER }) => initial_value.length <= max_length, {
    path: ['initial_value'],
    error: 'The initial value is longer than max_length.',
  })
  .refine(({ initial_value, min_length = 0 }) => !initial_value || codePoints(initial_value) >= min_length, {
    path: ['initial_value'],
    error: 'The initial value is shorter than min_length.',
  });

/** Slack wants the bounds of a number as text. */
const numeral = z.string().regex(/^-?\d+(\.\d+)?$/, 'This must be a number, written as text.');

export const numberInput = z
  .strictObject({
    type: z.literal('number_input'),
    ...typed,
    is_decimal_allowed: z.boolean(),
    initial_value: numeral.optional(),
    min_value: numeral.optional(),
    max_value: numeral.optional(),
  })
  .refine(({ min_value = '-Infinity', max_value = 'Infinity' }) => Number(min_value) <= Number(max_value), {
    path: ['min_value'],
    error: 'min_value may not be more than max_value.',
  });

const oneLine = { ...typed, initial_value: z.string().max(LONGEST_ANSWER).optional() };
export const emailInput = z.strictObject({ type: z.literal('email_text_input'), ...oneLine });
export const urlInput = z.strictObject({ type: z.literal('url_text_input'), ...oneLine });

const lines = z.number().int().min(1).max(100);
export const richTextInput = z.strictObject({
  type: z.literal('rich_text_input'),
  ...typed,
  initial_value: richText.optional(),
  min_lines: lines.optional(),
  max_lines: lines.optional(),
});

export const fileInput = z.strictObject({
  type: z.literal('file_input'),
  action_id: actionId.optional(),
  filetypes: z.array(string(255)).optional(),
  max_files: z.number().int().min(1).max(10).optional(),
});
