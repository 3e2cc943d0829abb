import { z } from 'zod';
import { confirm, hasOnePicture, linkedOption, ONE_PICTURE, picture } from './composition.ts';
import { actionId, plainText, string, url } from './text.ts';

const caption = {
  text: plainText(75),
  accessibility_label: string(75).optional(),
};

const pressable = { action_id: actionId.optional(), confirm: confirm.optional() };

/** Unlike an option's, a button's value may be empty. */
const value = z.string().max(2000);

export const button = z.strictObject({
  type: z.literal('button'),
  ...caption,
  ...pressable,
  value: value.optional(),
  url: url.optional(),
  style: z.enum(['primary', 'danger']).optional(),
});

export const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...pressable,
  options: z.array(linkedOption).min(1).max(5),
});

const workflowInput = z.strictObject({ name: string(255), value: z.string() });

export const workflowButton = z.strictObject({
  type: z.literal('workflow_button'),
  ...caption,
  ...pressable,
  style: z.enum(['primary', 'danger']).optional(),
  workflow: z.strictObject({
    trigger: z.strictObject({ url, customizable_input_parameters: z.array(workflowInput).optional() }),
  }),
});

export const iconButton = z.strictObject({
  type: z.literal('icon_button'),
  ...caption,
  ...pressable,
  icon: string(75),
  value: value.optional(),
  visible_to_user_ids: z.array(string(255)).optional(),
});

const opinion = z.strictObject({ ...caption, value });

export const feedbackButtons = z.strictObject({
  type: z.literal('feedback_buttons'),
  action_id: actionId.optional(),
  positive_button: opinion,
  negative_button: opinion,
});

/** The image inside a section or context; the block of that name is in `layout-blocks.ts`. */
export const imageElement = z
  .strictObject({ type: z.literal('image'), alt_text: string(2000), ...picture })
  .refine(hasOnePicture, ONE_PICTURE);
