import { z } from 'zod';
import type { Database } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import { refresh } from '../platform/outbox.ts';
import { AnnouncementId, type WorkspaceId } from '../shared/ids.ts';
import { announcementView } from './jobs.ts';
import { deskMessages } from './told-store.ts';

type Deps = {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly workspace: { readonly id: WorkspaceId };
};

/** Slack refused an announcement for good: whoever can do something about it sees where. */
export async function postRejected(
  { db, jobs, workspace }: Deps,
  { view, payload }: { readonly view: string; readonly payload: unknown },
): Promise<void> {
  if (view !== announcementView.name) return;
  const { announcementId } = z.object({ announcementId: AnnouncementId }).parse(payload);
  await db.transaction().execute(async (trx) => {
    for (const message of await deskMessages(trx, { workspaceId: workspace.id, id: announcementId })) {
      await refresh(trx, jobs, { workspaceId: workspace.id, message });
    }
  });
}
