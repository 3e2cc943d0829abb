import type { Trx } from '../platform/database.ts';
import type { SlackUserId } from '../shared/ids.ts';
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
