import { markPlace } from '../directory/index.ts';
import type { Database } from '../platform/database.ts';
import type { ChannelId, WorkspaceId } from '../shared/ids.ts';
import { commentView, digestView, tallyView } from './jobs.ts';

type Deps = {
  readonly db: Database;
  readonly now: () => Date;
  readonly workspace: { readonly id: WorkspaceId };
};

const OURS = new Set([commentView.name, digestView.name, tallyView.name]);

/**
 * For whoever learns that Slack refused a message for good. It is kept, shown on the administrators' Home, and posted
 * again when they say so. If it was the channel's fault, what comes after it waits until the channel can be used.
 */
export async function postRejected(
  { db, now, workspace }: Deps,
  {
    view,
    channelId,
    code,
  }: { readonly view: string; readonly channelId: ChannelId | null; readonly code: string },
): Promise<void> {
  if (!OURS.has(view) || channelId === null) return;
  const refusal = { channel: channelId, errorCode: code, at: now() };
  await db.transaction().execute(async (trx) => await markPlace(trx, workspace.id, refusal));
}
