import { setTimeout as sleep } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import type { Database } from '../../platform/database.ts';
import { NotYet } from '../../platform/jobs.ts';
import type { Log } from '../../platform/log.ts';
import type { Metrics } from '../../platform/metrics.ts';
import { MessageTs, type OutboxId } from '../../shared/ids.ts';
import { unreachable } from '../../shared/unreachable.ts';
import type { Rendered, Renderer } from '../renderer.ts';
import { type Destination, destinationOf } from './destination.ts';
import { findOurs, metadataOf } from './lookup.ts';
import { holdBack, type Limit, type PaceLimits, postLimit, takeTurn, updateLimit } from './pace.ts';
import {
  find,
  markUnknown,
  type OutboxRow,
  putBack,
  quarantineIsOver,
  settle,
  startAttempt,
} from './store.ts';
import { judge, SlackCode, type Verdict } from './verdict.ts';

export type DeliverDeps = {
  readonly db: Database;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly slack: { readonly posting: WebClient; readonly reads: WebClient };
  readonly workspace: { readonly botId: string };
  readonly renderers: ReadonlyMap<string, Renderer>;
  readonly limits: PaceLimits;
  /** How long a message whose answer was lost is left alone, so that Slack's own history has caught up, before it is looked for. */
  readonly quarantineSeconds: number;
  /** Told of messages that Slack refused for good, so that their room can do something about it. */
  readonly onRejected: (row: OutboxRow, code: SlackCode) => Promise<void>;
};

/** With pauses that grow to a minute, about an hour of trying; then an administrator has to. */
const MAX_ATTEMPTS = 60;
const MAX_PAUSE_SECONDS = 60;

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
      // Only a worker that died during the call leaves this behind: the job runs once at a time.
      await markUnknown(deps.db, id, null);
      throw new NotYet();
    case 'unknown':
      await clearUp(deps, row);
      throw new NotYet();
    case 'pending':
      await attempt(deps, row, signal);
      return;
    default:
      unreachable(row.state);
  }
}

/** After a call without an answer. A post is looked for; what can be done twice is; a notice isn't worth showing twice. */
async function clearUp(deps: DeliverDeps, row: OutboxRow): Promise<void> {
  const { db, slack, workspace, quarantineSeconds } = deps;
  if (row.kind === 'update')
    return await putBack(db, row, { code: SlackCode.parse('no_answer'), free: false });
  if (row.kind === 'notice')
    return await settle(db, row.id, { state: 'dropped', code: SlackCode.parse('no_answer') });
  if (!(await quarantineIsOver(db, row.id, quarantineSeconds)) || row.attemptedAt === null) return;

  const destination = await reaching(deps, row);
  if (destination.kind !== 'ready') return;
  const { channel, threadTs } = destination;
  const search = { id: row.id, channel, threadTs, attemptedAt: row.attemptedAt, botId: workspace.botId };
  const ts = await findOurs(slack.reads, search).catch((error: unknown) => {
    const verdict = judge(error);
    if (!verdict) throw error;
    // Out of the channel since: nobody can look, and nobody could post either.
    if (verdict.kind === 'refused') return undefined;
    throw new NotYet();
  });
  if (ts === undefined) await putBack(db, row, { code: SlackCode.parse('not_found_again'), free: false });
  else await settle(db, row.id, { state: 'done', channelId: channel, ts });
  deps.log.info('outbox.looked-up', { outboxId: row.id, found: ts !== undefined });
}

async function attempt(deps: DeliverDeps, row: OutboxRow, signal: AbortSignal): Promise<void> {
  const destination = await reaching(deps, row);
  if (destination.kind === 'wait') throw new NotYet();
  if (destination.kind === 'pointless') {
    await settle(deps.db, row.id, { state: 'dropped', code: destination.code });
    return;
  }
  await waitForTurn(deps, row, destination, signal);
  if (!(await startAttempt(deps.db, row.id))) throw new NotYet();

  const rendered = await draw(deps, row);
  if (!rendered) {
    await settle(deps.db, row.id, { state: 'dropped', code: SlackCode.parse('nothing_to_show') });
    return;
  }
  try {
    const ts = await call(deps, row, destination, rendered);
    await settle(deps.db, row.id, {
      state: 'done',
      channelId: destination.channel,
      ...(ts !== undefined && { ts }),
    });
    deps.metrics.deliveries.inc({ kind: row.kind, outcome: 'done' });
  } catch (error) {
    const verdict = judge(error);
    if (!verdict) throw error;
    await conclude(deps, row, verdict, limitOf(deps, row, destination));
  }
}

/** Finding the destination may call Slack (to open a direct message); its refusal is the message's. */
async function reaching(deps: DeliverDeps, row: OutboxRow): Promise<Destination> {
  try {
    return await destinationOf({ db: deps.db, posting: deps.slack.posting }, row);
  } catch (error) {
    const verdict = judge(error);
    if (!verdict) throw error;
    if (verdict.kind !== 'refused') throw new NotYet();
    await reject(deps, row, verdict.code);
    return { kind: 'wait' };
  }
}

async function waitForTurn(
  { db, limits }: DeliverDeps,
  row: OutboxRow,
  destination: Destination & { kind: 'ready' },
  signal: AbortSignal,
): Promise<void> {
  const wait = await takeTurn(db, row.workspaceId, limitOf({ limits }, row, destination));
  if (wait === undefined) throw new NotYet();
  if (wait > 0) await sleep(wait, undefined, { signal }).catch(() => Promise.reject(new NotYet()));
}

const NO_LIMIT = { everyMs: 0, burst: 1 };

function limitOf(
  { limits }: Pick<DeliverDeps, 'limits'>,
  { kind, userId }: OutboxRow,
  { channel }: Destination & { kind: 'ready' },
): Limit {
  switch (kind) {
    case 'post':
      return postLimit(limits, channel);
    case 'update':
      return updateLimit(limits);
    case 'notice':
      return { scope: `notice ${userId}`, ...NO_LIMIT };
    default:
      return unreachable(kind);
  }
}

/** Drawn after the row says `sending`: whoever changes the state from here on queues an update of their own. */
async function draw({ db, renderers }: DeliverDeps, row: OutboxRow): Promise<Rendered | undefined> {
  try {
    const renderer = renderers.get(row.view);
    if (!renderer) throw new Error('A message waits that this release does not know how to draw');
    return await renderer.draw(row.payload);
  } catch (error) {
    await putBack(db, row, { code: SlackCode.parse('not_drawn'), free: true });
    throw error;
  }
}

async function call(
  { slack }: DeliverDeps,
  row: OutboxRow,
  { channel, threadTs, ts }: Destination & { kind: 'ready' },
  { text, blocks }: Rendered,
): Promise<MessageTs | undefined> {
  const message = { channel, text, blocks: [...blocks], link_names: false };
  if (row.kind === 'update') {
    await slack.posting.chat.update({ ...message, ts: ts ?? '' });
    return undefined;
  }
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  if (row.kind === 'notice') {
    await slack.posting.chat.postEphemeral({ ...message, ...thread, user: row.userId ?? '' });
    return undefined;
  }
  const posted = await slack.posting.chat.postMessage({
    ...message,
    ...thread,
    unfurl_links: false,
    unfurl_media: false,
    metadata: metadataOf(row.id),
  });
  return MessageTs.parse(posted.ts);
}

async function conclude(
  deps: DeliverDeps,
  row: OutboxRow,
  verdict: Verdict,
  { scope }: Limit,
): Promise<void> {
  const { db, log, metrics } = deps;
  const { kind, code } = verdict;
  const attempts = row.attempts + 1;
  if (kind === 'refused') return await reject(deps, row, code);
  if (attempts >= MAX_ATTEMPTS) return await reject(deps, row, SlackCode.parse('gave_up'));

  metrics.retries.inc({ kind: row.kind });
  log.warn('outbox.not-delivered', { outboxId: row.id, code, attempts, ambiguous: kind === 'ambiguous' });
  const slowedDown = kind === 'later' && verdict.afterSeconds !== undefined;
  await holdBack(db, row.workspaceId, scope, slowedDown ? (verdict.afterSeconds ?? 1) : pauseAfter(attempts));
  if (kind === 'later') await putBack(db, row, { code, free: slowedDown });
  else await markUnknown(db, row.id, code);
  throw new NotYet();
}

const pauseAfter = (attempts: number): number => Math.min(MAX_PAUSE_SECONDS, 2 ** Math.min(attempts - 1, 6));

/** Kept for an administrator, and out of the way of what waits behind it. */
async function reject(
  { db, log, metrics, onRejected }: DeliverDeps,
  row: OutboxRow,
  code: SlackCode,
): Promise<void> {
  await settle(db, row.id, { state: 'rejected', code });
  metrics.deliveries.inc({ kind: row.kind, outcome: 'rejected' });
  log.warn('outbox.rejected', { outboxId: row.id, code });
  await onRejected(row, code);
}
