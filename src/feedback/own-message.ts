import type { Trx } from '../platform/database.ts';
import { type Jobs } from '../platform/jobs.ts';
import { post, refresh } from '../platform/outbox.ts';
import type { ChannelId, OutboxId, WorkspaceId } from '../shared/ids.ts';
import type { Feedback, FeedbackId } from './feedback.ts';
import { commentView } from './jobs.ts';
import { setOwnMessage } from './store.ts';

type Deps = { readonly jobs: Jobs; readonly workspace: { readonly id: WorkspaceId } };

export async function giveOwnMessage(
  trx: Trx,
  { jobs, workspace }: Deps,
  { id, channel }: { readonly id: FeedbackId; readonly channel: ChannelId },
): Promise<OutboxId> {
  const view = { view: commentView, payload: { feedbackId: id } };
  const postId = await post(trx, jobs, { workspaceId: workspace.id, ...view, to: { channel } });
  await setOwnMessage(trx, id, postId);
  return postId;
}

/**
 * The message of a comment that the caller has locked. One that stands only among others is brought out, and the digest
 * says so from then on; a second click finds the message of the first.
 */
export async function ownMessage(
  trx: Trx,
  deps: Deps,
  { id, postId, digestId }: Pick<Feedback, 'id' | 'postId' | 'digestId'>,
  channel: ChannelId,
): Promise<OutboxId> {
  if (postId !== null) return postId;
  const message = await giveOwnMessage(trx, deps, { id, channel });
  if (digestId !== null) await refresh(trx, deps.jobs, { workspaceId: deps.workspace.id, message: digestId });
  return message;
}
