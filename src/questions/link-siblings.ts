import type { Database } from '../platform/database.ts';
import { type Jobs, NotYet } from '../platform/jobs.ts';
import { refresh } from '../platform/outbox.ts';
import type { QuestionId, WorkspaceId } from '../shared/ids.ts';
import { currentCard } from './redraw.ts';
import { siblingQuestions } from './sibling-store.ts';
import { findQuestion } from './store.ts';

type Deps = {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly now: () => Date;
  readonly workspace: { readonly id: WorkspaceId };
};

/** Once a question has its card, the cards of the others about its member are drawn anew: they link to it then. */
export async function linkSiblings({ db, jobs, now, workspace }: Deps, id: QuestionId): Promise<void> {
  const question = await findQuestion(db, workspace.id, id);
  if (!question) return;
  const siblings = await siblingQuestions(db, question, now());
  if (siblings.length === 0) return;
  const card = await currentCard(db, question);
  if (!card || card.isLost) return;
  if (card.ts === null) throw new NotYet();
  for (const sibling of siblings) {
    await db.transaction().execute(async (trx) => {
      const message = (await currentCard(trx, sibling))?.outboxId;
      if (message) await refresh(trx, jobs, { workspaceId: workspace.id, message });
    });
  }
}
