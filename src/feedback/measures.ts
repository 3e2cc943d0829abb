import type { Database } from '../platform/database.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import { countWaiting } from './posting-store.ts';

/** Counting further would make the scrape slow just when there is much to do. */
const MOST = 100_000;

/** For the metrics: how many comments are stored and in no message yet. */
export async function noteWaiting({
  db,
  metrics,
  workspace,
}: {
  readonly db: Database;
  readonly metrics: Metrics;
  readonly workspace: { readonly id: WorkspaceId };
}): Promise<void> {
  metrics.feedbackWaiting.set(await countWaiting(db, workspace.id, MOST));
}
