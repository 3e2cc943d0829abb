import { tokensOf } from '../members/index.ts';
import type { Database } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { OutboxId, WorkspaceId } from '../shared/ids.ts';
import { type Rendered, type Renderer, renderer } from '../slack/renderer.ts';
import { commentMessage } from './comment-views.ts';
import { digestMessage } from './digest-views.ts';
import type { FeedbackId } from './feedback.ts';
import { commentView, digestView, tallyView } from './jobs.ts';
import { feedbackPlace, type PlaceDeps } from './place.ts';
import { countsInLine } from './posting-store.ts';
import { feedbackInDigest, findFeedback } from './store.ts';
import { takeBack } from './take-back.ts';
import { tallyMessage } from './tally-views.ts';
import { themesByComment } from './theme-store.ts';
import { type WorkRenderDeps, workRenderers } from './work-renderers.ts';

export type RenderDeps = WorkRenderDeps &
  PlaceDeps & {
    readonly db: Database;
    readonly jobs: Jobs;
    readonly workspace: { readonly id: WorkspaceId };
  };

/** One for each view in `jobs.ts` and `work-jobs.ts`. All of them draw the state of the moment. */
export function renderers(deps: RenderDeps): readonly Renderer[] {
  return [
    renderer(commentView, async ({ feedbackId }) => await drawComment(deps, feedbackId)),
    renderer(digestView, async ({ first }) => await drawDigest(deps, first)),
    renderer(tallyView, async ({ first }) => await drawTally(deps, first)),
    ...workRenderers(deps),
  ];
}

async function drawComment(deps: RenderDeps, id: FeedbackId): Promise<Rendered | undefined> {
  const { db, workspace } = deps;
  const feedback = await findFeedback(db, workspace.id, id);
  if (!feedback || (await isHeldBack(deps, feedback.postId))) return undefined;
  const [tokens, themes] = await Promise.all([
    tokensOf(db, workspace.id, [feedback.memberRef]),
    themesByComment(db, workspace.id, [id]),
  ]);
  const names = themes.get(id)?.map(({ name }) => name) ?? [];
  return commentMessage({ feedback, token: tokens.get(feedback.memberRef) ?? null, themes: names });
}

async function drawDigest(deps: RenderDeps, id: FeedbackId): Promise<Rendered | undefined> {
  const { db, workspace } = deps;
  const first = await findFeedback(db, workspace.id, id);
  if (!first?.digestId || (await isHeldBack(deps, first.digestId))) return undefined;
  const comments = await feedbackInDigest(db, workspace.id, first.digestId);
  const refs = comments.map(({ memberRef }) => memberRef);
  const tokens = await tokensOf(db, workspace.id, [...new Set(refs)]);
  return digestMessage(
    first,
    comments.map((feedback) => ({ feedback, token: tokens.get(feedback.memberRef) ?? null })),
  );
}

async function drawTally(deps: RenderDeps, id: FeedbackId): Promise<Rendered | undefined> {
  const { db, workspace } = deps;
  const first = await findFeedback(db, workspace.id, id);
  if (!first?.digestId || (await isHeldBack(deps, first.digestId))) return undefined;
  return tallyMessage(first, await countsInLine(db, workspace.id, first.digestId));
}

/** Queued a moment before another company came into the channel: it isn't sent, and its comments wait again. */
async function isHeldBack(deps: RenderDeps, message: OutboxId | null): Promise<boolean> {
  if ((await feedbackPlace(deps))?.status !== 'external') return false;
  if (message !== null) await takeBack(deps, message);
  return true;
}
