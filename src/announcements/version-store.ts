import type { Database, Trx } from '../platform/database.ts';
import type { AnnouncementId, SlackUserId, WorkspaceId } from '../shared/ids.ts';
import type { Announcement } from './announcement.ts';
import { checkColumns } from './rows.ts';

/** What is said from now on. */
export async function addVersion(
  trx: Trx,
  { id, workspaceId, version, title, text, checkQuestion }: Announcement,
  { by, at, asksAgain }: { readonly by: SlackUserId; readonly at: Date; readonly asksAgain: boolean },
): Promise<void> {
  await trx
    .insertInto('announcementVersions')
    .values({
      announcementId: id,
      version,
      workspaceId,
      by,
      at,
      title,
      text,
      ...checkColumns(checkQuestion),
      asksAgain,
    })
    .execute();
}

export async function versionsOf(
  db: Database,
  workspaceId: WorkspaceId,
  id: AnnouncementId,
): Promise<
  readonly {
    readonly version: number;
    readonly by: SlackUserId;
    readonly at: Date;
    readonly asksAgain: boolean;
  }[]
> {
  return await db
    .selectFrom('announcementVersions')
    .select(['version', 'by', 'at', 'asksAgain'])
    .where('workspaceId', '=', workspaceId)
    .where('announcementId', '=', id)
    .orderBy('version')
    .execute();
}
