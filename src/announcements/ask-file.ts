import { type AuditDeps, recordAudit } from '../audit/index.ts';
import type { Jobs } from '../platform/jobs.ts';
import { uuidv7 } from '../platform/uuid.ts';
import type { AnnouncementId } from '../shared/ids.ts';
import type { Person } from './announce.ts';
import { publicationOf } from './announcement.ts';
import { insertFile } from './file-store.ts';
import { AnnouncementFileId } from './ids.ts';
import { fileJob } from './report-jobs.ts';
import { type ReportDeps, scopeOf } from './report-of.ts';
import { findAnnouncement } from './store.ts';

export type FileDeps = AuditDeps & ReportDeps & { readonly jobs: Jobs };

export type WantedFile = {
  readonly id: AnnouncementId;
  readonly by: Person;
  readonly what: 'table' | 'picture' | 'pictureInThread';
};

export type FileOutcome = { readonly kind: 'coming' | 'external' | 'notEntitled' | 'notPublished' };

/** Somebody wants the receipts as a file. Who may see whose is settled here; the file shows how it is when it is made. */
export async function askForFile(deps: FileDeps, { id, by, what }: WantedFile): Promise<FileOutcome> {
  const { db, jobs, workspace } = deps;
  const scope = await scopeOf(deps, by);
  if (by.isExternal) return { kind: 'external' };
  if (scope === undefined || (what === 'pictureInThread' && scope !== 'all')) return { kind: 'notEntitled' };
  const announcement = await findAnnouncement(db, workspace.id, id);
  if (!announcement || !publicationOf(announcement)) return { kind: 'notPublished' };
  await db.transaction().execute(async (trx) => {
    const fileId = AnnouncementFileId.parse(uuidv7());
    await insertFile(trx, {
      id: fileId,
      workspaceId: workspace.id,
      announcementId: id,
      kind: what === 'table' ? 'table' : 'picture',
      groups: scope === 'all' ? null : scope,
      forUser: what === 'pictureInThread' ? null : by.user,
      askedBy: by.user,
      askedAt: deps.now(),
    });
    await jobs.enqueue(trx, fileJob, { fileId });
    await recordAudit(trx, deps, {
      workspaceId: workspace.id,
      action: 'announcements.exported',
      by: by.user,
      facts: { announcementId: id, fileId, what },
    });
  });
  return { kind: 'coming' };
}
