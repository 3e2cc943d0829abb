import type { Database } from '../platform/database.ts';
import type { SlackUserId } from '../shared/ids.ts';
import type { FeedbackId } from './feedback.ts';
import { mayWork, type WorkRefusal } from './may-work.ts';
import { type PutDownDeps, putDown } from './put-down.ts';
import { lockFeedback } from './store.ts';
import { themesOf } from './work-store.ts';
import { type Person, type WorkerDeps, workerFor } from './worker.ts';

export type OwnDeps = WorkerDeps & PutDownDeps & { readonly db: Database };

export type OwnOutcome =
  | { readonly kind: 'owned' }
  | { readonly kind: 'ownedBy'; readonly owner: SlackUserId }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly refusal: WorkRefusal };

/** A second click by the same person changes nothing; whoever comes second is told who was first. */
export async function ownFeedback(
  deps: OwnDeps,
  { feedbackId, by }: { readonly feedbackId: FeedbackId; readonly by: Person },
): Promise<OwnOutcome> {
  const refusal = mayWork(await workerFor(deps, by), 'own');
  if (refusal) return { kind: 'refused', refusal };
  return await deps.db.transaction().execute(async (trx) => {
    const feedback = await lockFeedback(trx, deps.workspace.id, feedbackId);
    if (!feedback) return { kind: 'gone' };
    const { owner } = feedback;
    if (owner !== null && owner !== by.user) return { kind: 'ownedBy', owner };

    const before = { ...feedback, themes: await themesOf(trx, feedbackId) };
    const work = { status: before.status, ticket: before.ticket, themes: before.themes };
    await putDown(trx, deps, {
      feedback,
      before: { ...work, owner },
      after: { ...work, owner: by.user },
      by: by.user,
    });
    return { kind: 'owned' };
  });
}
