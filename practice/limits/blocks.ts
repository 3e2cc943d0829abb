import { z } from 'zod';
import { layoutBlocks } from './layout-blocks.ts';
import { newerBlocks } from './newer-blocks.ts';
import { MOST_BLOCKS, misplaced, misplacedResponseUrls, type Surface } from './surfaces.ts';
import { dataTable, table } from './tables.ts';
import { repeatedFocus, repeatedIds } from './uniqueness.ts';
import { type Flaw, flawsOf } from './violation.ts';

const Block = z.discriminatedUnion('type', [...layoutBlocks, ...newerBlocks, table, dataTable]);

/** What is wrong with a list of blocks on this surface. Paths begin at the list. */
export function blockFlaws(blocks: unknown, surface: Surface): readonly Flaw[] {
  return [
    ...flawsOf(z.array(Block).max(MOST_BLOCKS[surface]), blocks),
    ...misplaced(blocks, surface),
    ...misplacedResponseUrls(blocks, surface),
    ...repeatedIds(blocks),
    ...repeatedFocus(blocks),
  ];
}

/** The same flaws, told from further up: `field` is where the list stands. */
export function below(field: string, flaws: readonly Flaw[]): readonly Flaw[] {
  return flaws.map(({ path, rule }) => ({ path: `${field}${path}`, rule }));
}
