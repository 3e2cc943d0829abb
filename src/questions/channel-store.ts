import type { Trx } from '../platform/database.ts';
import type { ChannelId, WorkspaceId } from '../shared/ids.ts';

export type ChannelIds = { readonly from: ChannelId; readonly to: ChannelId };

/**
 * Everything that stands in a channel stands there under its other id. Questions first: whoever acts on one locks it
 * before anything else. The history is left as it was written.
 */
export async function moveToChannelId(
  trx: Trx,
  workspaceId: WorkspaceId,
  { from, to }: ChannelIds,
): Promise<void> {
  for (const column of ['channelId', 'answerChannel', 'sourceChannel'] as const) {
    await trx
      .updateTable('questions')
      .set({ [column]: to })
      .where('workspaceId', '=', workspaceId)
      .where(column, '=', from)
      .execute();
  }
  for (const table of ['questionCards', 'questionCalls', 'questionReplies', 'unpostablePlaces'] as const) {
    await trx
      .updateTable(table)
      .set({ channelId: to })
      .where('workspaceId', '=', workspaceId)
      .where('channelId', '=', from)
      .execute();
  }
}
