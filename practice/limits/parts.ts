export type Part = { readonly type: string; readonly [field: string]: unknown };

/** A block or element, and the way to it from the list of blocks. */
export type Placed = { readonly part: Part; readonly steps: readonly (string | number)[] };

/** Where blocks hold blocks of their own, each with a block_id. */
const BLOCKS_INSIDE: Readonly<Record<string, string>> = {
  container: 'child_blocks',
  carousel: 'elements',
  plan: 'tasks',
};

const ELEMENTS_INSIDE: Readonly<Record<string, readonly string[]>> = {
  section: ['accessory'],
  input: ['element'],
  actions: ['elements'],
  context: ['elements'],
  context_actions: ['elements'],
  card: ['actions'],
};

/** All blocks, those inside others after the one that holds them. What isn't a block is passed over: shapes are judged elsewhere. */
export function blocksIn(blocks: unknown): readonly Placed[] {
  return partsAt(blocks, []).flatMap((placed) => {
    const field = BLOCKS_INSIDE[placed.part.type];
    return field === undefined
      ? [placed]
      : [placed, ...partsAt(placed.part[field], [...placed.steps, field])];
  });
}

/** What stands in a block and may be clicked, filled in or looked at. */
export function elementsIn({ part, steps }: Placed): readonly Placed[] {
  const fields = ELEMENTS_INSIDE[part.type] ?? [];
  return fields.flatMap((field) => partsAt(part[field], [...steps, field]));
}

function partsAt(value: unknown, steps: Placed['steps']): readonly Placed[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => partAt(item, [...steps, index]));
  return partAt(value, steps);
}

function partAt(value: unknown, steps: Placed['steps']): readonly Placed[] {
  return isPart(value) ? [{ part: value, steps }] : [];
}

/** Written out rather than parsed: every message is walked several times over. */
function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
