import { z } from 'zod';

/** Which announcements a list shows. `missing`: the deadline is over, and somebody misses it. */
export const OverviewFilter = z.literal(['all', 'open', 'missing', 'planned', 'withdrawn']);
export type OverviewFilter = z.infer<typeof OverviewFilter>;
export const OVERVIEW_FILTERS: readonly OverviewFilter[] = [...OverviewFilter.values];
