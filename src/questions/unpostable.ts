import type { Place } from '../directory/directory.ts';
import type { Trx } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import { post } from '../platform/outbox.ts';
import type { QuestionId, WorkspaceId } from '../shared/ids.ts';
import { unpostableView } from './jobs.ts';
import { noteUnpostable } from './memory-store.ts';
import { administrators } from './people.ts';

export type Found = {
  readonly workspaceId: WorkspaceId;
  /** The question that should have gone there; none when it could be posted nowhere and was not stored. */
  readonly questionId: QuestionId | null;
  readonly unpostable: readonly Place[];
  readonly at: Date;
};

/** Administrators hear of a channel once, until a question could be sent there again. */
export async function tellOfUnpostable(
  trx: Trx,
  { jobs }: { readonly jobs: Jobs },
  { workspaceId, questionId, unpostable, at }: Found,
): Promise<void> {
  for (const place of unpostable) {
    const unpostableId = await noteUnpostable(trx, { workspaceId, questionId }, place, at);
    if (unpostableId === undefined) continue;
    for (const user of await administrators(trx, workspaceId)) {
      await post(trx, jobs, { workspaceId, to: { user }, view: unpostableView, payload: { unpostableId } });
    }
  }
}
