import type { Database } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import { post } from '../platform/outbox.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import { linkedThreads, markTold } from './shipped-store.ts';
import { findFeedback } from './store.ts';
import type { FeedbackEventId } from './work.ts';
import { shippedNote } from './work-jobs.ts';
import { findEvent } from './work-store.ts';

type Deps = {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly workspace: { readonly id: WorkspaceId };
};

/** The latest of the linked comments: Slack takes one note a second, and nobody reads about last year's. */
const MOST_TOLD = 50;

/** Queues a note in each thread that what it is about has shipped. Done again, it says nothing twice. */
export async function tellShipped(
  { db, jobs, workspace }: Deps,
  { eventId }: { readonly eventId: FeedbackEventId },
): Promise<void> {
  const event = await findEvent(db, workspace.id, eventId);
  const shipped = event && (await findFeedback(db, workspace.id, event.feedbackId));
  if (!shipped) return;
  for (const { feedbackId, postId, channel } of await linkedThreads(db, shipped, MOST_TOLD)) {
    await db.transaction().execute(async (trx) => {
      if (!(await markTold(trx, { eventId, feedbackId, workspaceId: workspace.id }))) return;
      const view = { view: shippedNote, payload: { feedbackId, eventId } };
      await post(trx, jobs, { workspaceId: workspace.id, ...view, to: { channel }, threadOf: postId });
    });
  }
}
