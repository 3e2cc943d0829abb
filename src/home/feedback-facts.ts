import { browse, feedbackLink, filtersOf, knownThemes, themesByComment, trendOf } from '../feedback/index.ts';
import type { Database } from '../platform/database.ts';
import type { SlackUserId, WorkspaceId } from '../shared/ids.ts';
import type { LinkReader } from '../slack/permalink.ts';
import { FEEDBACK_SHOWN, type FeedbackFacts } from './feedback-views.ts';
import type { Look } from './look.ts';

type Deps = {
  readonly db: Database;
  readonly now: () => Date;
  readonly workspace: { readonly id: WorkspaceId };
  readonly slack: { readonly reads: LinkReader };
};

/** What members say, as one product manager looks at it. */
export async function feedbackFacts(
  deps: Deps,
  user: SlackUserId,
  { feedback: page, feedbackFilter: filter }: Pick<Look, 'feedback' | 'feedbackFilter'>,
): Promise<FeedbackFacts> {
  const { db, now, workspace } = deps;
  const wanted = { workspaceId: workspace.id, filter };
  const [found, trend, saved, themes] = await Promise.all([
    browse(db, wanted, { page, pageSize: FEEDBACK_SHOWN }),
    trendOf(db, wanted, now()),
    filtersOf(db, { workspaceId: workspace.id, user }),
    filter.theme === null ? [] : knownThemes(db, workspace.id, [filter.theme]),
  ]);
  // A page that is no longer there, because fewer fit by now: the first one is.
  if (found.comments.length === 0 && page > 0) {
    return await feedbackFacts(deps, user, { feedback: 0, feedbackFilter: filter });
  }
  const ids = found.comments.map(({ id }) => id);
  const named = await themesByComment(db, workspace.id, ids);
  const comments = await Promise.all(
    found.comments.map(async (feedback) => ({
      feedback,
      themes: (named.get(feedback.id) ?? []).map(({ name }) => name),
      link: await feedbackLink(deps, feedback),
    })),
  );
  return { comments, page, total: found.total, filter, theme: themes[0]?.name ?? null, saved, trend };
}
