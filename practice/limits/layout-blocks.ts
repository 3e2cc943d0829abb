import { z } from 'zod';
import { button, imageElement, overflow, workflowButton } from './buttons.ts';
import { checkboxes, radioButtons } from './choices.ts';
import { hasOnePicture, ONE_PICTURE, picture } from './composition.ts';
import { emailInput, fileInput, numberInput, plainTextInput, richTextInput, urlInput } from './inputs.ts';
import { datepicker, datetimepicker, timepicker } from './pickers.ts';
import { richText } from './rich-text.ts';
import { multiSelects, selects } from './selects.ts';
import { anyText, blockId, mrkdwn, plainText, string, url } from './text.ts';

const named = { block_id: blockId.optional() };

const accessory = z.discriminatedUnion('type', [
  button,
  imageElement,
  overflow,
  workflowButton,
  checkboxes,
  radioButtons,
  datepicker,
  timepicker,
  ...selects,
  ...multiSelects,
]);

const section = z
  .strictObject({
    type: z.literal('section'),
    ...named,
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine(({ text, fields }) => text !== undefined || fields !== undefined, {
    error: 'A section needs text or fields.',
  });

/** Slack's types let multi-selects stand here; Slack answers "unsupported element: multiselect". */
const actionsElement = z.discriminatedUnion('type', [
  button,
  overflow,
  workflowButton,
  checkboxes,
  radioButtons,
  datepicker,
  timepicker,
  datetimepicker,
  richTextInput,
  ...selects,
]);

const inputElement = z.discriminatedUnion('type', [
  plainTextInput,
  numberInput,
  emailInput,
  urlInput,
  richTextInput,
  fileInput,
  checkboxes,
  radioButtons,
  datepicker,
  timepicker,
  datetimepicker,
  ...selects,
  ...multiSelects,
]);

const actions = z.strictObject({
  type: z.literal('actions'),
  ...named,
  elements: z.array(actionsElement).min(1).max(25),
});

const context = z.strictObject({
  type: z.literal('context'),
  ...named,
  elements: z
    .array(z.discriminatedUnion('type', [plainText(), mrkdwn(), imageElement]))
    .min(1)
    .max(10),
});

const input = z.strictObject({
  type: z.literal('input'),
  ...named,
  label: plainText(2000),
  hint: plainText(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: inputElement,
});

const image = z
  .strictObject({
    type: z.literal('image'),
    ...named,
    alt_text: string(2000),
    title: plainText(2000).optional(),
    ...picture,
  })
  .refine(hasOnePicture, ONE_PICTURE);

const video = z.strictObject({
  type: z.literal('video'),
  ...named,
  video_url: url,
  thumbnail_url: url,
  alt_text: string(2000),
  title: plainText(200),
  title_url: url.optional(),
  author_name: string(50).optional(),
  provider_name: string(255).optional(),
  provider_icon_url: url.optional(),
  description: plainText(200).optional(),
});

/** The blocks that have long been there, and that may also stand inside a container. */
export const layoutBlocks = [
  section,
  actions,
  context,
  input,
  image,
  video,
  richText,
  z.strictObject({ type: z.literal('divider'), ...named }),
  z.strictObject({ type: z.literal('header'), ...named, text: plainText(150) }),
] as const;
