import type { Schedule, Worker } from '../platform/jobs.ts';
import { worker } from '../platform/jobs.ts';
import type { AnnouncementId } from '../shared/ids.ts';
import { patiently } from './add-emoji.ts';
import { type SendFileDeps, sendFile } from './file-workers.ts';
import { sendLists } from './lead-lists.ts';
import { reachMilestones } from './milestones.ts';
import { askingOf, remind } from './remind.ts';
import { announcementsToRemindOf } from './reminder-store.ts';
import { fileJob, remindJob, remindOneJob } from './report-jobs.ts';
import { findAnnouncement } from './store.ts';

export function reportWorkers(deps: SendFileDeps): readonly Worker[] {
  return [
    worker(remindJob, async () => await remindOfAll(deps), { concurrency: 1 }),
    worker(remindOneJob, async ({ announcementId }) => await patiently(remindOfOne(deps, announcementId))),
    worker(fileJob, async ({ fileId }) => await sendFile(deps, fileId)),
  ];
}

export const reportSchedules: readonly Schedule[] = [{ name: remindJob.name, cron: '* * * * *' }];

/** Each in a job of its own: one that can't be done holds up no other. */
export async function remindOfAll(deps: SendFileDeps): Promise<void> {
  const { db, jobs, now, workspace } = deps;
  const announcements = await announcementsToRemindOf(db, workspace.id, now());
  await db.transaction().execute(async (trx) => {
    for (const { id } of announcements) await jobs.enqueue(trx, remindOneJob, { announcementId: id });
  });
  await reachMilestones(deps);
}

export async function remindOfOne(deps: SendFileDeps, id: AnnouncementId): Promise<void> {
  const { db, directory, workspace } = deps;
  const announcement = await findAnnouncement(db, workspace.id, id);
  const asking = announcement?.status.name === 'published' ? askingOf(announcement) : undefined;
  const live = await directory.load(workspace.id);
  if (!asking || !live) return;
  await remind(deps, asking, live.directory.hours);
  await sendLists(deps, asking, live.directory.hours);
}
