import { markPlace } from '../directory/index.ts';
import type { Database } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { ChannelId, OutboxId, WorkspaceId } from '../shared/ids.ts';
import { commentView, digestView, tallyView } from './jobs.ts';
import { takeBack } from './take-back.ts';

type Deps = {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly now: () => Date;
  readonly workspace: { readonly id: WorkspaceId };
};

const OURS = new Set([commentView.name, digestView.name, tallyView.name]);

/**
 * For whoever learns that a message was refused for good. One that Slack refused is kept, shown on the administrators'
 * Home, and posted again when they say so. If it was the channel's fault, what comes after it waits until the channel can
 * be used. One that wasn't even tried, because another company reads along, is gone: its comments wait again.
 */
export async function postRejected(
  deps: Deps,
  { id, view, channelId, code }: Refused,
): Promise<'message' | 'nothing'> {
  const { db, now, workspace } = deps;
  if (!OURS.has(view) || channelId === null) return 'message';
  const refusal = { channel: channelId, errorCode: code, at: now() };
  await db.transaction().execute(async (trx) => await markPlace(trx, workspace.id, refusal));
  if (code !== 'channel_is_shared') return 'message';
  await takeBack(deps, id);
  return 'nothing';
}

type Refused = {
  readonly id: OutboxId;
  readonly view: string;
  readonly channelId: ChannelId | null;
  readonly code: string;
};
