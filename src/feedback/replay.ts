import type { Database } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import { retryRejected } from '../platform/outbox.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import { promiseJob } from './promise-job.ts';
import { type Between, countReceived, type ReceivedCounts, unsentMessages } from './replay-store.ts';
import { takeBack } from './take-back.ts';

type Deps = {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly workspace: { readonly id: WorkspaceId };
};

export type Replayed = ReceivedCounts & {
  /** Messages that Slack had refused, and that are tried again as they are. */
  readonly retried: number;
  /** Messages that were never sent, whose comments wait again. */
  readonly takenBack: number;
};

/** Posts what was received in that time and never reached the channel. What did is left alone, so it can be run twice. */
export async function replay(deps: Deps, between: Between): Promise<Replayed> {
  const { db, jobs, workspace } = deps;
  const counts = { retried: 0, takenBack: 0 };
  for (const { id, state } of await unsentMessages(db, workspace.id, between)) {
    if (state === 'dropped') {
      await takeBack(deps, id);
      counts.takenBack += 1;
      continue;
    }
    const again = await db
      .transaction()
      .execute(async (trx) => await retryRejected(trx, jobs, workspace.id, id));
    if (again) counts.retried += 1;
  }
  const received = await countReceived(db, workspace.id, between);
  if (received.waiting > 0) await db.transaction().execute(async (trx) => await promiseJob(trx, deps));
  return { ...received, ...counts };
}
