import { tokensOf } from '../members/index.ts';
import type { Database } from '../platform/database.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import { type Rendered, type Renderer, renderer } from '../slack/renderer.ts';
import { commentMessage } from './comment-views.ts';
import { digestMessage } from './digest-views.ts';
import type { FeedbackId } from './feedback.ts';
import { commentView, digestView, tallyView } from './jobs.ts';
import { countsInLine } from './posting-store.ts';
import { feedbackInDigest, findFeedback } from './store.ts';
import { tallyMessage } from './tally-views.ts';
import { themesByComment } from './theme-store.ts';
import { type WorkRenderDeps, workRenderers } from './work-renderers.ts';

export type RenderDeps = WorkRenderDeps & {
  readonly db: Database;
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

async function drawComment({ db, workspace }: RenderDeps, id: FeedbackId): Promise<Rendered | undefined> {
  const feedback = await findFeedback(db, workspace.id, id);
  if (!feedback) return undefined;
  const [tokens, themes] = await Promise.all([
    tokensOf(db, workspace.id, [feedback.memberRef]),
    themesByComment(db, workspace.id, [id]),
  ]);
  const names = themes.get(id)?.map(({ name }) => name) ?? [];
  return commentMessage({ feedback, token: tokens.get(feedback.memberRef) ?? null, themes: names });
}

async function drawDigest({ db, workspace }: RenderDeps, id: FeedbackId): Promise<Rendered | undefined> {
  const first = await findFeedback(db, workspace.id, id);
  if (!first?.digestId) return undefined;
  const comments = await feedbackInDigest(db, workspace.id, first.digestId);
  const refs = comments.map(({ memberRef }) => memberRef);
  const tokens = await tokensOf(db, workspace.id, [...new Set(refs)]);
  return digestMessage(
    first,
    comments.map((feedback) => ({ feedback, token: tokens.get(feedback.memberRef) ?? null })),
  );
}

async function drawTally({ db, workspace }: RenderDeps, id: FeedbackId): Promise<Rendered | undefined> {
  const first = await findFeedback(db, workspace.id, id);
  if (!first?.digestId) return undefined;
  return tallyMessage(first, await countsInLine(db, workspace.id, first.digestId));
}
