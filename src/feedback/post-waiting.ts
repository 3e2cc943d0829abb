import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Trx } from '../platform/database.ts';
import { type Jobs, NotYet } from '../platform/jobs.ts';
import type { Metrics } from '../platform/metrics.ts';
import { post, unsettledPosts } from '../platform/outbox.ts';
import type { ChannelId } from '../shared/ids.ts';
import { fitting, paceOf } from './digest.ts';
import type { FeedbackId } from './feedback.ts';
import { endPromise, postAlone } from './intake-store.ts';
import { digestView } from './jobs.ts';
import { giveOwnMessage } from './own-message.ts';
import { feedbackChannel, type PlaceDeps } from './place.ts';
import { countWaiting, firstWaiting, isPromised, putInDigest, waitingOf } from './posting-store.ts';

export type PostDeps = PlaceDeps & {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly metrics: Metrics;
  readonly feedback: { readonly postsPerSecond: number };
};

const LOOKS_EVERY_MS = 250;
/** While the channel can't be posted to, what comes in waits where it is stored. */
const NOWHERE_MS = 5_000;

/**
 * Hands what waits to the outbox, no further ahead of Slack than a few seconds, until nothing waits. So when more comes
 * than Slack takes, it gathers here, where it can still be combined.
 */
export async function postWaiting(deps: PostDeps, signal: AbortSignal): Promise<void> {
  for (;;) {
    const outcome = await queueNext(deps);
    if (outcome === 'done') return;
    const pause = outcome === 'nowhere' ? NOWHERE_MS : LOOKS_EVERY_MS;
    const goesOn = outcome === 'more' || (await sleep(pause, true, { signal }).catch(() => false));
    if (!goesOn || signal.aborted) throw new NotYet();
  }
}

type Outcome =
  /** Nothing waits, and nobody is promised a job any more. */
  | 'done'
  | 'more'
  /** Slack has enough to do for now. */
  | 'full'
  | 'nowhere';

/** One step, whole or not at all: messages are queued and their comments know it. */
export async function queueNext(deps: PostDeps): Promise<Outcome> {
  const { db, workspace, feedback } = deps;
  const channel = await feedbackChannel(deps);
  const pace = paceOf(feedback.postsPerSecond);
  return await db.transaction().execute(async (trx) => {
    await postAlone(trx, workspace.id);
    if (!(await isPromised(trx, workspace.id))) return 'done';
    if (channel === null) return 'nowhere';
    const underWay = await unsettledPosts(trx, workspace.id, channel);
    const room = pace.ahead - underWay;
    if (room <= 0) return 'full';
    const upTo = Number.isFinite(pace.mostWaiting) ? pace.mostWaiting + 1 : 1;
    const waiting = await countWaiting(trx, workspace.id, upTo);
    if (waiting === 0) return (await endPromise(trx, workspace.id)) ? 'done' : 'more';
    const queue = waiting + underWay > pace.mostWaiting ? queueDigests : queueSingles;
    await queue(trx, deps, channel, room);
    return 'more';
  });
}

async function queueSingles(trx: Trx, deps: PostDeps, channel: ChannelId, room: number): Promise<void> {
  for (const { id } of await firstWaiting(trx, deps.workspace.id, room)) {
    await queueSingle(trx, deps, channel, id);
  }
}

async function queueSingle(trx: Trx, deps: PostDeps, channel: ChannelId, id: FeedbackId): Promise<void> {
  await giveOwnMessage(trx, deps, { id, channel });
  deps.metrics.feedbackPosted.inc({ as: 'message' });
}

/** The oldest comment, with those of its page and rating: so the order is that of the oldest in each. */
async function queueDigests(trx: Trx, deps: PostDeps, channel: ChannelId, room: number): Promise<void> {
  const { jobs, metrics, workspace } = deps;
  for (let queued = 0; queued < room; queued += 1) {
    const [first] = await firstWaiting(trx, workspace.id, 1);
    if (!first) return;
    const comments = fitting(await waitingOf(trx, workspace.id, { ...first, limit: 50 }));
    if (comments.length < 2) {
      await queueSingle(trx, deps, channel, first.id);
      continue;
    }
    const view = { view: digestView, payload: { first: first.id } };
    const digest = await post(trx, jobs, { workspaceId: workspace.id, ...view, to: { channel } });
    await putInDigest(
      trx,
      comments.map(({ id }) => id),
      digest,
    );
    metrics.feedbackPosted.inc({ as: 'digest' }, comments.length);
  }
}
