import type { Database } from '../platform/database.ts';
import type { OutboxView } from '../platform/outbox.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import { type Rendered, type Renderer, renderer } from '../slack/renderer.ts';
import { ratingsOf, similarTo } from './brief-store.ts';
import { BRIEF_DAYS, briefMessage, MOST_SIMILAR } from './brief-views.ts';
import type { FeedbackId } from './feedback.ts';
import { countReplies, type HotThreadId, writersOf } from './hot.ts';
import { standingReplies, statesOf } from './hot-facts.ts';
import { findHotThread } from './hot-store.ts';
import { hotMessage, roomNoteMessage, roomOpeningMessage } from './hot-views.ts';
import { type LinkDeps, linkTo } from './links.ts';
import { shippedMessage } from './note-views.ts';
import { feedbackPlace, type PlaceDeps } from './place.ts';
import type { SpikeId } from './spike.ts';
import { commentsOfSpike, findSpike } from './spike-store.ts';
import { SPIKE_SHOWN, spikeMessage } from './spike-views.ts';
import { findFeedback } from './store.ts';
import type { FeedbackEventId } from './work.ts';
import { briefView, hotThreadView, roomNote, roomOpening, shippedNote, spikeView } from './work-jobs.ts';
import { findEvent } from './work-store.ts';

export type WorkRenderDeps = LinkDeps &
  PlaceDeps & {
    readonly db: Database;
    readonly now: () => Date;
    readonly workspace: { readonly id: WorkspaceId };
  };

/** One for each view in `work-jobs.ts`. All of them draw the state of the moment. */
export function workRenderers(deps: WorkRenderDeps): readonly Renderer[] {
  return [
    inChannel(deps, briefView, async ({ feedbackId }) => await drawBrief(deps, feedbackId)),
    inChannel(deps, shippedNote, async (note) => await drawShipped(deps, note)),
    inChannel(deps, spikeView, async ({ spikeId }) => await drawSpike(deps, spikeId)),
    inChannel(deps, hotThreadView, async ({ hotThreadId }) => await drawHotThread(deps, hotThreadId)),
    renderer(roomNote, async ({ hotThreadId }) => {
      const thread = await findHotThread(deps.db, deps.workspace.id, hotThreadId);
      return thread?.room.state === 'made' ? roomNoteMessage(thread.room) : undefined;
    }),
    renderer(roomOpening, async ({ hotThreadId }) => {
      const thread = await findHotThread(deps.db, deps.workspace.id, hotThreadId);
      return thread && roomOpeningMessage({ thread, link: await linkTo(deps, thread.rootId) });
    }),
  ];
}

/** Queued a moment before another company came into the feedback channel: it isn't sent. */
function inChannel<Payload>(
  deps: WorkRenderDeps,
  view: OutboxView<Payload>,
  draw: (payload: Payload) => Promise<Rendered | undefined>,
): Renderer {
  return renderer(view, async (payload) => {
    const isShared = (await feedbackPlace(deps))?.status === 'external';
    return isShared ? undefined : await draw(payload);
  });
}

const DAY_MS = 24 * 3_600_000;
/** A comment from longer ago says little about the website of today. */
const SIMILAR_DAYS = 90;

async function drawBrief(deps: WorkRenderDeps, id: FeedbackId): Promise<Rendered | undefined> {
  const { db, now, workspace } = deps;
  const feedback = await findFeedback(db, workspace.id, id);
  if (!feedback) return undefined;
  const ago = (days: number): Date => new Date(now().getTime() - days * DAY_MS);
  const [ratings, similar] = await Promise.all([
    ratingsOf(db, workspace.id, { page: feedback.page, since: ago(BRIEF_DAYS) }),
    similarTo(db, workspace.id, { id, since: ago(SIMILAR_DAYS), limit: MOST_SIMILAR }),
  ]);
  const linked = await Promise.all(
    similar.map(async (each) => ({ ...each, link: await linkTo(deps, each.postId) })),
  );
  return briefMessage({ feedback, ratings, similar: linked });
}

async function drawShipped(
  deps: WorkRenderDeps,
  { feedbackId, eventId }: { readonly feedbackId: FeedbackId; readonly eventId: FeedbackEventId },
): Promise<Rendered | undefined> {
  const { db, workspace } = deps;
  const event = await findEvent(db, workspace.id, eventId);
  const shipped = event && (await findFeedback(db, workspace.id, event.feedbackId));
  if (!shipped) return undefined;
  const link = await linkTo(deps, shipped.postId);
  return shippedMessage({ shipped, by: event.by, isOwn: feedbackId === shipped.id, link });
}

async function drawSpike({ db, workspace }: WorkRenderDeps, id: SpikeId): Promise<Rendered | undefined> {
  const spike = await findSpike(db, workspace.id, id);
  if (!spike) return undefined;
  return spikeMessage({ spike, comments: await commentsOfSpike(db, workspace.id, spike, SPIKE_SHOWN) });
}

async function drawHotThread(deps: WorkRenderDeps, id: HotThreadId): Promise<Rendered | undefined> {
  const thread = await findHotThread(deps.db, deps.workspace.id, id);
  if (!thread) return undefined;
  const [replies, states, link] = await Promise.all([
    standingReplies(deps, thread.subject, thread),
    statesOf(deps, thread.subject),
    linkTo(deps, thread.rootId),
  ]);
  const count = countReplies(replies, deps.now());
  return hotMessage({ thread, count, writers: writersOf(replies), states, link });
}
