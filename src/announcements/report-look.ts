import { z } from 'zod';
import { AnnouncementId } from '../shared/ids.ts';
import { GroupKey } from './ids.ts';
import { PEOPLE_FILTERS } from './report.ts';

/** What of a report somebody looks at. It rests in the window itself: ids and numbers. */
export const ReportLook = z.object({
  announcementId: AnnouncementId,
  tab: z.literal(['teams', 'states', 'people']).catch('teams'),
  team: GroupKey.nullable().catch(null),
  filter: z.literal(PEOPLE_FILTERS).catch('all'),
  page: z.int().min(0).max(100_000).catch(0),
});
export type ReportLook = z.infer<typeof ReportLook>;

export function firstLook(announcementId: AnnouncementId): ReportLook {
  return { announcementId, tab: 'teams', team: null, filter: 'all', page: 0 };
}

/** Anything but another page begins on the first. */
export function turned(look: ReportLook, changes: Partial<ReportLook>): ReportLook {
  return { ...look, page: 0, ...changes };
}
