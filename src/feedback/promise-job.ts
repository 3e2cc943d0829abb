import type { Trx } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import { promise } from './intake-store.ts';
import { postJob } from './jobs.ts';

type Deps = { readonly jobs: Jobs; readonly workspace: { readonly id: WorkspaceId } };

/** A job posts what waits by the end of this transaction: one that is promised already, or a new one. */
export async function promiseJob(trx: Trx, { jobs, workspace }: Deps): Promise<void> {
  if (await promise(trx, workspace.id)) await jobs.enqueue(trx, postJob, {}, { key: workspace.id });
}
