import type { Database } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { OutboxId, WorkspaceId } from '../shared/ids.ts';
import { takeOut } from './posting-store.ts';
import { promiseJob } from './promise-job.ts';

type Deps = {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly workspace: { readonly id: WorkspaceId };
};

/** The comments of a message that will not be sent wait again, and go out with a later one. Nothing when it was sent. */
export async function takeBack(deps: Deps, message: OutboxId): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    if ((await takeOut(trx, deps.workspace.id, message)) > 0) await promiseJob(trx, deps);
  });
}
