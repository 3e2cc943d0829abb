import { z } from 'zod';
import { anyText, plainText, string, url } from './text.ts';

/**
 * Slack publishes 150 characters for an option's value; the comment in its own type declarations (75) is stale.
 * An empty value is refused.
 */
const OPTION = { value: string(150), description: plainText(75).optional() };

/** In selects: plain text only. */
export const option = z.strictObject({ text: plainText(75), ...OPTION });

/** In checkboxes and radio buttons: mrkdwn as well. */
export const markedOption = z.strictObject({ text: anyText(75), ...OPTION });

/** In overflow menus: may lead to a page. */
export const linkedOption = z.strictObject({ text: plainText(75), ...OPTION, url: url.optional() });

export const optionGroup = z.strictObject({
  label: plainText(75),
  options: z.array(option).min(1).max(100),
});

/** All four are required here: what Slack puts in place of a missing one is not published. */
export const confirm = z.strictObject({
  title: plainText(100),
  text: anyText(300),
  confirm: plainText(30),
  deny: plainText(30),
  style: z.enum(['primary', 'danger']).optional(),
});

export const placeholder = plainText(150);

export const dispatchActionConfig = z.strictObject({
  trigger_actions_on: z
    .array(z.enum(['on_enter_pressed', 'on_character_entered']))
    .min(1)
    .optional(),
});

export const conversationFilter = z
  .strictObject({
    include: z
      .array(z.enum(['im', 'mpim', 'private', 'public']))
      .min(1)
      .optional(),
    exclude_external_shared_channels: z.boolean().optional(),
    exclude_bot_users: z.boolean().optional(),
  })
  .refine((filter) => Object.keys(filter).length > 0, { error: 'A filter must filter by something.' });

/** Where a picture comes from: exactly one of the two. */
export const picture = {
  image_url: url.optional(),
  slack_file: z
    .strictObject({ id: string(255).optional(), url: url.optional() })
    .refine(({ id, url: from }) => (id === undefined) !== (from === undefined), {
      error: 'A Slack file is named by its id or its URL, and only one of them.',
    })
    .optional(),
};

export function hasOnePicture(image: { image_url?: unknown; slack_file?: unknown }): boolean {
  return (image.image_url === undefined) !== (image.slack_file === undefined);
}

export const ONE_PICTURE = { error: 'An image has an image_url or a slack_file, and only one of them.' };
