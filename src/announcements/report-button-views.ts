import type { Button } from '@slack/types';
import type { AnnouncementId } from '../shared/ids.ts';
import { button } from '../slack/blocks.ts';

export const OPEN_REPORT = 'announcements.open-report';

/** On whatever speaks of an announcement. Whoever may not see the report is told who can. */
export function reportButton(id: AnnouncementId, label = 'Who has read it'): Button {
  return button({ label, action: OPEN_REPORT, value: id });
}
