import type { Database } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import { post } from '../platform/outbox.ts';
import type { OutboxId } from '../shared/ids.ts';
import type { FeedbackId } from './feedback.ts';
import { mayWork, type WorkRefusal } from './may-work.ts';
import { ownMessage } from './own-message.ts';
import { feedbackChannel } from './place.ts';
import { lockFeedback } from './store.ts';
import { briefView, changedJob } from './work-jobs.ts';
import { appendEvent, insertThread, messageAt, threadOf } from './work-store.ts';
import { type Person, type WorkerDeps, workerFor } from './worker.ts';

export type DiscussDeps = WorkerDeps & { readonly db: Database; readonly jobs: Jobs };

export type DiscussOutcome =
  | { readonly kind: 'opened' }
  /** By an earlier click. `message` is the comment's own. */
  | { readonly kind: 'openAlready'; readonly message: OutboxId | null }
  /** The channel can't be posted to at the moment. */
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly refusal: WorkRefusal };

/** Opens the thread of a comment with what else is known. Once, however often and by however many at a time. */
export async function discuss(
  deps: DiscussDeps,
  { feedbackId, by }: { readonly feedbackId: FeedbackId; readonly by: Person },
): Promise<DiscussOutcome> {
  const refusal = mayWork(await workerFor(deps, by), 'discuss');
  if (refusal) return { kind: 'refused', refusal };
  const { db, jobs, now, workspace } = deps;
  const channel = await feedbackChannel(deps);
  return await db.transaction().execute(async (trx) => {
    const feedback = await lockFeedback(trx, workspace.id, feedbackId);
    if (!feedback) return { kind: 'gone' };
    if (await threadOf(trx, feedbackId)) return { kind: 'openAlready', message: feedback.postId };
    if (channel === null) return { kind: 'nowhere' };

    const root = await ownMessage(trx, deps, feedback, channel);
    const to = { channel: (await messageAt(trx, root))?.channel ?? channel };
    const view = { workspaceId: workspace.id, view: briefView, payload: { feedbackId } };
    const briefId = await post(trx, jobs, { ...view, to, threadOf: root });
    await insertThread(trx, feedback, { openedBy: by.user, openedAt: now(), briefId });
    await appendEvent(trx, feedback, { by: by.user, at: now(), event: { kind: 'discussed' } });
    await jobs.enqueue(trx, changedJob, { feedbackId });
    return { kind: 'opened' };
  });
}
