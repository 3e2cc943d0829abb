import { peopleWith } from '../directory/index.ts';
import { post } from '../platform/outbox.ts';
import { uuidv7 } from '../platform/uuid.ts';
import { type Announcement, publicationOf } from './announcement.ts';
import { EFFECT_HOURS } from './effect.ts';
import { awaitingEffect, awaitingPicture, reachMilestone } from './effect-store.ts';
import { insertFile } from './file-store.ts';
import { AnnouncementFileId } from './ids.ts';
import type { RemindDeps } from './remind.ts';
import { effectView, fileJob } from './report-jobs.ts';

/** At the deadline the picture goes into the thread; three days after it went out, its effect to those who announce. */
export async function reachMilestones(deps: RemindDeps): Promise<void> {
  const { db, now, workspace } = deps;
  for (const announcement of await awaitingPicture(db, workspace.id, now())) {
    await postPicture(deps, announcement);
  }
  for (const announcement of await awaitingEffect(db, workspace.id, now())) {
    await tellEffect(deps, announcement);
  }
}

async function postPicture({ db, jobs, now }: RemindDeps, announcement: Announcement): Promise<void> {
  const { id: announcementId, workspaceId, deadline } = announcement;
  if (deadline === null) return;
  await db.transaction().execute(async (trx) => {
    const at = now();
    if (!(await reachMilestone(trx, announcement, { what: 'picture', dueAt: deadline, at }))) return;
    const id = AnnouncementFileId.parse(uuidv7());
    await insertFile(trx, {
      id,
      workspaceId,
      announcementId,
      kind: 'picture',
      groups: null,
      forUser: null,
      askedBy: null,
      askedAt: at,
    });
    await jobs.enqueue(trx, fileJob, { fileId: id });
  });
}

async function tellEffect({ db, jobs, now }: RemindDeps, announcement: Announcement): Promise<void> {
  const { id: announcementId, workspaceId, author } = announcement;
  const publication = publicationOf(announcement);
  if (!publication) return;
  const dueAt = new Date(publication.at.getTime() + EFFECT_HOURS * 3_600_000);
  const comms = await peopleWith(db, workspaceId, 'comms');
  await db.transaction().execute(async (trx) => {
    if (!(await reachMilestone(trx, announcement, { what: 'effect', dueAt, at: now() }))) return;
    for (const user of new Set([author, ...comms])) {
      await post(trx, jobs, { workspaceId, to: { user }, view: effectView, payload: { announcementId } });
    }
  });
}
