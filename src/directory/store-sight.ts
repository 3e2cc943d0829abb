import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import type { ChannelId, SlackUserId, WorkspaceId } from '../shared/ids.ts';

/** The directory's channels whose messages somebody can read in Slack: public ones, unless they are a guest, and their own. */
export async function channelsSeenBy(
  db: Database,
  workspaceId: WorkspaceId,
  user: SlackUserId,
): Promise<readonly ChannelId[]> {
  const { rows } = await sql<{ channelId: ChannelId }>`
    select channel_id from directory_channels channel
    where workspace_id = ${workspaceId} and channel_id is not null and (
      (not is_private and not exists (
        select from people where workspace_id = ${workspaceId} and user_id = ${user} and is_guest))
      or exists (
        select from roster_members member where member.workspace_id = ${workspaceId}
          and source_id = channel_id and user_id = ${user} and is_member))`.execute(db);
  return rows.map(({ channelId }) => channelId);
}
