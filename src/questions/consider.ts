import type { Database } from '../platform/database.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import type { Act } from './act.ts';
import type { Action } from './actor.ts';
import { mayAct } from './may-act.ts';
import { settled, stale } from './moves.ts';
import type { ActOutcome } from './outcome.ts';
import { actorFor, type MembershipDeps } from './people.ts';
import type { Question } from './question.ts';
import { findQuestion } from './store.ts';

export type ConsiderDeps = MembershipDeps & {
  readonly db: Database;
  readonly workspace: { readonly id: WorkspaceId };
};

export type Consideration =
  | { readonly kind: 'may'; readonly question: Question }
  | Exclude<ActOutcome, { kind: 'done' }>;

/** Whether somebody could make this move, before they fill in a form for it. The move itself decides again. */
export async function considerMove(
  deps: ConsiderDeps,
  { questionId, by, seen }: Act,
  action: Action,
): Promise<Consideration> {
  const question = await findQuestion(deps.db, deps.workspace.id, questionId);
  if (!question) return { kind: 'gone' };
  const actor = await actorFor(deps, question, by);
  const no = stale(question, seen) ?? mayAct(actor, question, action) ?? settled(question);
  return no && no.kind !== 'done' ? no : { kind: 'may', question };
}
