import type { Database } from '../platform/database.ts';
import type { SlackUserId, WorkspaceId } from '../shared/ids.ts';
import type { Question } from './question.ts';
import { questionsHeldBy } from './store.ts';

/** Beside what somebody has in hand: all of it goes back. */
export const RELEASE_ALL = 'questions.release-all';

type Deps = { readonly db: Database; readonly workspace: { readonly id: WorkspaceId } };

/** What somebody has claimed and not answered yet, live questions first. */
export async function heldBy({ db, workspace }: Deps, user: SlackUserId): Promise<readonly Question[]> {
  return await questionsHeldBy(db, workspace.id, user);
}
