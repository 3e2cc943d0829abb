import { peopleWith } from '../directory/index.ts';
import type { Database } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { Log } from '../platform/log.ts';
import { type HomeChanged, peopleOfQuestion } from '../questions/index.ts';
import type { QuestionId, SlackUserId, WorkspaceId } from '../shared/ids.ts';
import { drawJob } from './jobs.ts';
import { noteUse, planDrawing, whoLooks, whoSees, whoSeesNews } from './store.ts';

export type LaterDeps = {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly log: Log;
  readonly workspace: { readonly id: WorkspaceId };
};

/** Who has just done something waits for it; what others do is shown every few seconds. */
const OWN_SECONDS = 0.5;
const OTHERS_SECONDS = 4;

/**
 * Somebody opened their Home or did something there: it is drawn anew soon, and kept up to date for
 * a while. Their deed is done: a Home that could not be drawn is no reason to apologise for it.
 */
export function homeChanged(deps: LaterDeps): HomeChanged {
  return async (user) => {
    try {
      await noteUse(deps.db, { workspaceId: deps.workspace.id, user });
      await drawLater(deps, user, OWN_SECONDS);
    } catch (error) {
      deps.log.failure('home.not-planned', error);
    }
  };
}

/** A question is different now: those who look at it on their Home see that. */
export async function questionChanged(deps: LaterDeps, questionId: QuestionId): Promise<void> {
  const { db, workspace } = deps;
  const people = await peopleOfQuestion(db, workspace.id, questionId);
  for (const user of await whoSees(db, workspace.id, people)) await drawLater(deps, user, OTHERS_SECONDS);
}

/** Something was decided about a comment: product managers who look at their Home see that. */
export async function feedbackChanged(deps: LaterDeps): Promise<void> {
  const { db, workspace } = deps;
  const people = await peopleWith(db, workspace.id, 'product');
  for (const user of await whoLooks(db, workspace.id, people)) await drawLater(deps, user, OTHERS_SECONDS);
}

/** An announcement stands differently now. */
export async function newsChanged(deps: LaterDeps): Promise<void> {
  const { db, workspace } = deps;
  for (const user of await whoSeesNews(db, workspace.id)) await drawLater(deps, user, OTHERS_SECONDS);
}

async function drawLater(
  { db, jobs, workspace }: LaterDeps,
  user: SlackUserId,
  everySeconds: number,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const startAfter = await planDrawing(trx, { workspaceId: workspace.id, user }, everySeconds);
    if (startAfter) await jobs.enqueue(trx, drawJob, { user }, { key: user, startAfter });
  });
}
