import { z } from 'zod';
import { button, feedbackButtons, iconButton, imageElement } from './buttons.ts';
import { layoutBlocks } from './layout-blocks.ts';
import { richText } from './rich-text.ts';
import { table } from './tables.ts';
import { anyText, blockId, mrkdwn, plainText, string, url } from './text.ts';

const named = { block_id: blockId.optional() };

const card = z.strictObject({
  type: z.literal('card'),
  ...named,
  hero_image: imageElement.optional(),
  icon: imageElement.optional(),
  title: mrkdwn(150).optional(),
  subtitle: mrkdwn(150).optional(),
  body: mrkdwn(200).optional(),
  actions: z.array(button).min(1).optional(),
});

const task = z.strictObject({
  type: z.literal('task_card'),
  ...named,
  task_id: string(255),
  title: string(3000),
  details: richText.optional(),
  output: richText.optional(),
  sources: z.array(z.strictObject({ type: z.literal('url'), url, text: string(3000) })).optional(),
  status: z.enum(['pending', 'in_progress', 'complete', 'error']),
});

const container = z
  .strictObject({
    type: z.literal('container'),
    ...named,
    title: plainText(150).optional(),
    rich_text_title: richText.optional(),
    subtitle: anyText(150).optional(),
    child_blocks: z
      .array(z.discriminatedUnion('type', [...layoutBlocks, table]))
      .min(1)
      .max(10),
    width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
    icon: imageElement.optional(),
    is_collapsible: z.boolean().optional(),
    default_collapsed: z.boolean().optional(),
    has_header_divider: z.boolean().optional(),
  })
  .refine(({ title, rich_text_title }) => title === undefined || rich_text_title === undefined, {
    error: 'A container has a title or a rich_text_title, and only one of them.',
  });

/** `file` is missing on purpose (apps can't send it), and `data_visualization`, whose shape is not published. */
export const newerBlocks = [
  card,
  task,
  container,
  z.strictObject({
    type: z.literal('alert'),
    ...named,
    text: anyText(),
    level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
  }),
  z.strictObject({ type: z.literal('carousel'), ...named, elements: z.array(card).min(1).max(10) }),
  z.strictObject({
    type: z.literal('context_actions'),
    ...named,
    elements: z
      .array(z.discriminatedUnion('type', [feedbackButtons, iconButton]))
      .min(1)
      .max(5),
  }),
  z.strictObject({ type: z.literal('markdown'), ...named, text: string(12_000) }),
  z.strictObject({
    type: z.literal('plan'),
    ...named,
    title: string(3000),
    tasks: z.array(task).optional(),
  }),
] as const;
