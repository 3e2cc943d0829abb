import { blocksIn, elementsIn, type Placed } from './parts.ts';
import { type Flaw, pointer } from './violation.ts';

/** A block_id names one block of the surface, an action_id one element of its block. */
export function repeatedIds(blocks: unknown): readonly Flaw[] {
  const all = blocksIn(blocks);
  return [
    ...repeated(all, 'block_id', 'Another block here has this block_id.'),
    ...all.flatMap((block) =>
      repeated(elementsIn(block), 'action_id', 'Another element of this block has this action_id.'),
    ),
  ];
}

export function repeatedFocus(blocks: unknown): readonly Flaw[] {
  const focused = blocksIn(blocks)
    .flatMap(elementsIn)
    .filter(({ part }) => part.focus_on_load === true);
  return focused.slice(1).map(({ steps }) => ({
    path: pointer([...steps, 'focus_on_load']),
    rule: 'Only one element of a view may have the focus.',
  }));
}

/** The first holder of an id is right; each later one is reported. */
function repeated(parts: readonly Placed[], field: string, rule: string): readonly Flaw[] {
  const seen = new Set<string>();
  return parts.flatMap(({ part, steps }) => {
    const id = part[field];
    if (typeof id !== 'string') return [];
    if (seen.has(id)) return [{ path: pointer([...steps, field]), rule }];
    seen.add(id);
    return [];
  });
}
