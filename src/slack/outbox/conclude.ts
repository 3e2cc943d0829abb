import { NotYet } from '../../platform/jobs.ts';
import type { DeliverDeps } from './deps.ts';
import { holdBack, type Limit } from './pace.ts';
import { markUnknown, type OutboxRow, putBack, settle } from './store.ts';
import { SlackCode, type Verdict } from './verdict.ts';

/** With pauses that grow to a minute, about an hour of trying; then an administrator has to. */
export const MAX_ATTEMPTS = 60;
const MAX_PAUSE_SECONDS = 60;

/** What becomes of a row whose call did not simply succeed. `row.attempts` counts that call. */
export async function conclude(
  deps: DeliverDeps,
  row: OutboxRow,
  verdict: Verdict,
  { scope }: Limit,
): Promise<void> {
  const { db, log, metrics } = deps;
  const { kind, code } = verdict;
  const { attempts } = row;
  if (kind === 'refused') return await reject(deps, row, code);
  const toldWhen = kind === 'later' ? verdict.afterSeconds : undefined;
  if (kind === 'later' && toldWhen === undefined && attempts >= MAX_ATTEMPTS) {
    return await reject(deps, row, SlackCode.parse('gave_up'));
  }

  metrics.retries.inc({ kind: row.kind });
  log.warn('outbox.not-delivered', { outboxId: row.id, code, attempts, ambiguous: kind === 'ambiguous' });
  await holdBack(db, row.workspaceId, scope, toldWhen ?? pauseAfter(attempts));
  if (kind === 'later') await putBack(db, row, { code, free: toldWhen !== undefined });
  else await markUnknown(db, row, code);
  throw new NotYet();
}

export const pauseAfter = (attempts: number): number =>
  Math.min(MAX_PAUSE_SECONDS, 2 ** Math.min(attempts - 1, 6));

/** Kept for an administrator, unless nothing remains of it to send, and out of the way of what waits behind it. */
export async function reject(
  { db, log, metrics, onRejected }: DeliverDeps,
  row: OutboxRow,
  code: SlackCode,
): Promise<void> {
  const state = (await onRejected(row, code)) === 'message' ? 'rejected' : 'dropped';
  await settle(db, row, { state, code });
  metrics.deliveries.inc({ kind: row.kind, outcome: state });
  log.warn('outbox.rejected', { outboxId: row.id, code, state });
}
