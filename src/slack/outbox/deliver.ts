import { NotYet } from '../../platform/jobs.ts';
import type { OutboxId } from '../../shared/ids.ts';
import { unreachable } from '../../shared/unreachable.ts';
import { attempt } from './attempt.ts';
import { clearUp } from './clear-up.ts';
import type { DeliverDeps } from './deps.ts';
import { find, markUnknown } from './store.ts';

export type { DeliverDeps } from './deps.ts';

/**
 * Brings one row of the outbox to its end, or throws `NotYet` to come back a moment later.
 *
 * The window that remains: Slack accepts a post, the answer is lost, and its history still doesn't show the post after
 * the quarantine. Then it is posted twice.
 */
export async function deliverRow(deps: DeliverDeps, id: OutboxId, signal: AbortSignal): Promise<void> {
  const row = await find(deps.db, id);
  if (!row) return;
  switch (row.state) {
    case 'done':
    case 'rejected':
    case 'dropped':
      return;
    case 'sending':
      // Only a worker that died or stood still during the call leaves this behind: the job runs once at a time.
      await markUnknown(deps.db, row, null);
      throw new NotYet();
    case 'unknown':
      await clearUp(deps, row, signal);
      return;
    case 'pending':
      await attempt(deps, row, signal);
      return;
    default:
      unreachable(row.state);
  }
}
