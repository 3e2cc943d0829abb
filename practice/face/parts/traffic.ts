import type { Workspace } from '../../core/workspace.ts';
import type { Passed } from '../scene.ts';

const SHOWN = 120;

/** Latest first. */
export function trafficIn({ traffic }: Workspace): Passed[] {
  return traffic.passed
    .slice(-SHOWN)
    .toReversed()
    .map(({ limits, ...entry }) => ({ ...entry, limits: limits ?? null, answer: entry.answer ?? null }));
}
