import { blocksIn } from './parts.ts';
import { type Flaw, pointer } from './violation.ts';

const MOST_MARKDOWN = 12_000;
const MOST_TABLE_TEXT = 10_000;

/** Slack publishes no figure for `msg_blocks_too_long`; reports from the field put it near 13.2 kB. */
const MOST_TEXT_BYTES = 13_000;

/** What is counted over all markdown blocks and tables of one message. */
export function overTotals(blocks: unknown): readonly Flaw[] {
  const tables = ofType(blocks, 'table');
  return [
    ...tables.slice(1).map(({ steps }) => ({
      path: pointer(steps),
      rule: 'A message may hold one table.',
    })),
    ...over(characters(tables), MOST_TABLE_TEXT, 'All tables of a message'),
    ...over(characters(ofType(blocks, 'markdown')), MOST_MARKDOWN, 'All markdown of a message'),
  ];
}

export function overTextBytes(blocks: unknown): readonly Flaw[] {
  const bytes = Buffer.byteLength(textsIn(blocks).join(''));
  if (bytes <= MOST_TEXT_BYTES) return [];
  return [
    { path: '', rule: `The text of all blocks takes ${bytes} bytes, and ${MOST_TEXT_BYTES} is the most.` },
  ];
}

function over(count: number, most: number, what: string): readonly Flaw[] {
  if (count <= most) return [];
  return [{ path: '', rule: `${what} may hold ${most} characters in total, not ${count}.` }];
}

function ofType(blocks: unknown, type: string) {
  return blocksIn(blocks).filter(({ part }) => part.type === type);
}

function characters(parts: readonly { readonly part: unknown }[]): number {
  return parts.flatMap(({ part }) => textsIn(part)).reduce((sum, text) => sum + text.length, 0);
}

/** Every string under the key `text`, however deep: text objects, rich text, markdown and table cells alike. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'text' && typeof inner === 'string' ? [inner] : textsIn(inner),
  );
}
