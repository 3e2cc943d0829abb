import { type AuditDeps, recordAudit } from '../audit/index.ts';
import type { Trx } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import { refresh } from '../platform/outbox.ts';
import type { SlackUserId } from '../shared/ids.ts';
import type { Feedback } from './feedback.ts';
import { changesBetween, type Work, type WorkEvent } from './work.ts';
import { changedJob, shippedJob } from './work-jobs.ts';
import { appendEvent, saveWork } from './work-store.ts';

export type PutDownDeps = AuditDeps & { readonly jobs: Jobs };

type Decided = {
  readonly feedback: Feedback;
  readonly before: Work;
  readonly after: Work;
  readonly by: SlackUserId;
};

/** All that follows from a decision, in its transaction: history, who is told, and the record. Last in it. */
export async function putDown(trx: Trx, deps: PutDownDeps, decided: Decided): Promise<void> {
  const { feedback, before, after, by } = decided;
  const events = changesBetween(before, after);
  if (events.length === 0) return;
  await saveWork(trx, feedback, after);
  for (const event of events) {
    const eventId = await appendEvent(trx, feedback, { by, at: deps.now(), event });
    if (event.kind === 'status' && event.to === 'shipped') {
      await deps.jobs.enqueue(trx, shippedJob, { eventId });
    }
  }
  await redraw(trx, deps.jobs, feedback);
  await deps.jobs.enqueue(trx, changedJob, { feedbackId: feedback.id });
  await putOnRecord(trx, deps, decided, events);
}

/** Its own message, and the one in which it stands among others. */
async function redraw(trx: Trx, jobs: Jobs, { workspaceId, postId, digestId }: Feedback): Promise<void> {
  for (const message of [postId, digestId]) {
    if (message) await refresh(trx, jobs, { workspaceId, message });
  }
}

async function putOnRecord(
  trx: Trx,
  deps: PutDownDeps,
  { feedback, by }: Decided,
  events: readonly WorkEvent[],
): Promise<void> {
  const { workspaceId, id: feedbackId } = feedback;
  for (const event of events) {
    if (event.kind !== 'status') continue;
    const { from, to } = event;
    await recordAudit(trx, deps, {
      workspaceId,
      action: 'feedback.status_changed',
      by,
      facts: { feedbackId, from, to },
    });
  }
}
