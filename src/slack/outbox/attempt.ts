import { isDatabaseTrouble } from '../../platform/errors.ts';
import { NotYet } from '../../platform/jobs.ts';
import { MessageTs } from '../../shared/ids.ts';
import { unreachable } from '../../shared/unreachable.ts';
import type { Rendered } from '../renderer.ts';
import { conclude, pauseAfter, reject } from './conclude.ts';
import type { DeliverDeps } from './deps.ts';
import type { Ready } from './destination.ts';
import { metadataOf } from './lookup.ts';
import { holdBack, type Limit, type PaceLimits, postLimit, updateLimit, waitForTurn } from './pace.ts';
import { reach } from './reach.ts';
import { type OutboxRow, putBack, settle, startAttempt } from './store.ts';
import { judge, SlackCode, type Verdict } from './verdict.ts';

/** What can't be drawn keeps its channel waiting for a minute, then gives way. */
const MAX_DRAWS = 6;
/** The quarantine of a lost answer begins before the drawing: a call much later than that could be missed by it. */
const CALLS_WITHIN_MS = 5_000;

export async function attempt(deps: DeliverDeps, pending: OutboxRow, signal: AbortSignal): Promise<void> {
  const { db, metrics } = deps;
  const destination = await reach(deps, pending, signal);
  if (destination === undefined) return;
  const limit = limitOf(deps.limits, pending, destination);
  if (!(await waitForTurn(db, pending.workspaceId, limit, signal))) throw new NotYet();
  if (pending.kind === 'post' && pending.userId === null && !(await deps.mayPostIn(destination.channel))) {
    await reject(deps, pending, SlackCode.parse('channel_is_shared'));
    return;
  }

  const started = performance.now();
  const attempts = await startAttempt(db, pending.id);
  if (attempts === undefined) throw new NotYet();
  const row = { ...pending, attempts };
  const rendered = await draw(deps, row, limit);
  if (rendered === undefined) return;
  if (performance.now() - started > CALLS_WITHIN_MS) {
    await putBack(db, row, { code: SlackCode.parse('drawn_too_slowly'), free: true });
    throw new NotYet();
  }

  const answer = await call(deps, row, destination, rendered).catch(verdictOn);
  if (answer !== undefined && typeof answer === 'object') {
    await conclude(deps, row, answer, limit);
    return;
  }
  const ts = answer === undefined ? {} : { ts: answer };
  await settle(db, row, { state: 'done', channelId: destination.channel, ...ts });
  metrics.deliveries.inc({ kind: row.kind, outcome: 'done' });
}

/** Whatever else comes out of a call (half a body, an answer without what it should hold): it may have been done. */
const verdictOn = (error: unknown): Verdict =>
  judge(error) ?? { kind: 'ambiguous', code: SlackCode.parse('unreadable_answer') };

const NO_LIMIT = { everyMs: 0, burst: 1 };

function limitOf(limits: PaceLimits, { kind, userId }: OutboxRow, { channel }: Ready): Limit {
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

/**
 * Drawn after the row says `sending`: whoever changes the state from here on queues an update of their own.
 * `undefined` when there is nothing to send; the row is settled then.
 */
async function draw(deps: DeliverDeps, row: OutboxRow, { scope }: Limit): Promise<Rendered | undefined> {
  const { db, renderers } = deps;
  try {
    const renderer = renderers.get(row.view);
    if (!renderer) throw new Error('A message waits that this release does not know how to draw');
    const rendered = await renderer.draw(row.payload);
    if (!rendered) await settle(db, row, { state: 'dropped', code: SlackCode.parse('nothing_to_show') });
    return rendered;
  } catch (error) {
    const code = SlackCode.parse('not_drawn');
    const free = isDatabaseTrouble(error);
    if (!free && row.attempts >= MAX_DRAWS) {
      deps.log.failure('outbox.not-drawn', error, { outboxId: row.id });
      await reject(deps, row, code);
      return undefined;
    }
    await holdBack(db, row.workspaceId, scope, free ? 1 : pauseAfter(row.attempts));
    await putBack(db, row, { code, free });
    throw error;
  }
}

async function call(
  { slack }: DeliverDeps,
  row: OutboxRow,
  { channel, threadTs, ts }: Ready,
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
