import { NotYet } from '../../platform/jobs.ts';
import type { MessageTs } from '../../shared/ids.ts';
import { MAX_ATTEMPTS, reject } from './conclude.ts';
import type { DeliverDeps } from './deps.ts';
import type { Ready } from './destination.ts';
import { findOurs } from './lookup.ts';
import { holdBack, lookUpLimit, waitForTurn } from './pace.ts';
import { reach } from './reach.ts';
import { type OutboxRow, putBack, quarantineIsOver, settle } from './store.ts';
import { judge, SlackCode } from './verdict.ts';

/** After a call without an answer. A post is looked for; what can be done twice is; a notice isn't worth showing twice. */
export async function clearUp(deps: DeliverDeps, row: OutboxRow, signal: AbortSignal): Promise<void> {
  const { db, log, quarantineSeconds } = deps;
  if (row.kind === 'notice') {
    await settle(db, row, { state: 'dropped', code: SlackCode.parse('no_answer') });
    return;
  }
  if (row.kind === 'update') return await again(deps, row, SlackCode.parse('no_answer'));
  if (!(await quarantineIsOver(db, row.id, quarantineSeconds))) throw new NotYet();

  const destination = await reach(deps, row, signal);
  if (destination === undefined) return;
  const ts = await lookFor(deps, row, destination, signal);
  log.info('outbox.looked-up', { outboxId: row.id, found: ts !== undefined });
  if (ts === undefined) return await again(deps, row, SlackCode.parse('not_found_again'));
  await settle(db, row, { state: 'done', channelId: destination.channel, ts });
}

async function again(deps: DeliverDeps, row: OutboxRow, code: SlackCode): Promise<void> {
  if (row.attempts >= MAX_ATTEMPTS) return await reject(deps, row, SlackCode.parse('gave_up'));
  await putBack(deps.db, row, { code, free: false });
  throw new NotYet();
}

async function lookFor(
  { db, log, slack, workspace, limits }: DeliverDeps,
  row: OutboxRow,
  { channel, threadTs }: Ready,
  signal: AbortSignal,
): Promise<MessageTs | undefined> {
  if (row.attemptedAt === null) return undefined;
  const limit = lookUpLimit(limits);
  if (!(await waitForTurn(db, row.workspaceId, limit, signal))) throw new NotYet();
  const search = { id: row.id, channel, threadTs, attemptedAt: row.attemptedAt, botId: workspace.botId };
  try {
    return await findOurs(slack.reads, search);
  } catch (error) {
    const verdict = judge(error);
    if (!verdict) throw error;
    // Out of the channel since: nobody can look, and nobody could post either.
    if (verdict.kind === 'refused') return undefined;
    log.warn('outbox.look-up-failed', { outboxId: row.id, code: verdict.code });
    const pause = verdict.kind === 'later' ? verdict.afterSeconds : undefined;
    await holdBack(db, row.workspaceId, limit.scope, pause ?? 1);
    throw new NotYet();
  }
}
