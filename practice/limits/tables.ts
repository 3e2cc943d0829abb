import { z } from 'zod';
import { richText } from './rich-text.ts';
import { blockId, string } from './text.ts';

const cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: string(10_000) }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: string(10_000) }),
  richText,
]);
const row = z.array(cell).min(1).max(20);

export const table = z.strictObject({
  type: z.literal('table'),
  block_id: blockId.optional(),
  rows: z.array(row).min(1).max(100),
  column_settings: z
    .array(
      z.strictObject({
        align: z.enum(['left', 'center', 'right']).optional(),
        is_wrapped: z.boolean().optional(),
      }),
    )
    .max(20)
    .optional(),
});

export const dataTable = z
  .strictObject({
    type: z.literal('data_table'),
    block_id: blockId.optional(),
    caption: string(3000),
    /** A header and up to 100 rows: Slack's pages say 101, its validator 201. */
    rows: z.array(row).min(2).max(101),
    page_size: z.number().int().min(1).max(100).optional(),
    row_header_column_index: z.number().int().min(0).max(19).optional(),
  })
  .refine(({ rows }) => rows.every(({ length }) => length === rows[0]?.length), {
    path: ['rows'],
    error: 'All rows must have the same number of cells.',
  })
  .refine(({ rows }) => rows[0]?.every(({ type }) => type !== 'rich_text'), {
    path: ['rows', 0],
    error: 'The header row may not hold rich text.',
  });
