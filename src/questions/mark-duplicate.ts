import type { Trx } from '../platform/database.ts';
import type { ChannelId, MessageTs, QuestionId } from '../shared/ids.ts';
import { type Act, type ActDeps, act } from './act.ts';
import { cardAt } from './card-store.ts';
import { followOriginal, markDuplicate, part } from './duplicate.ts';
import { duplicatesOf, moveDuplicates } from './duplicate-store.ts';
import { stale } from './moves.ts';
import { type ActOutcome, refused } from './outcome.ts';
import { record } from './record.ts';
import { findQuestion, lockQuestion } from './store.ts';

/** A question that somebody means: chosen from a list, or by its card. */
export type Meant = QuestionId | { readonly channel: ChannelId; readonly ts: MessageTs };

/** The answer to the other question settles this one too. What waited for this one waits for the other from now on. */
export async function markDuplicateOf(
  deps: ActDeps,
  input: Act & { readonly original: Meant },
): Promise<ActOutcome> {
  const original = await meant(deps, input.original);
  if (!original) return refused({ reason: 'noSuchQuestion' });
  const beside = original.id;
  // As it is by now: two people may mark each as the duplicate of the other, and neither would ever be answered.
  const outcome = await act(deps, { ...input, beside }, (question, actor, _, other = original) => ({
    outcome: stale(question, input.seen) ?? markDuplicate(question, actor, other),
  }));
  if (outcome.kind === 'done' && outcome.event) await follow(deps, input.questionId, original.id);
  return outcome;
}

export async function partQuestion(deps: ActDeps, input: Act): Promise<ActOutcome> {
  return await act(deps, input, (question, actor) => ({
    outcome: stale(question, input.seen) ?? part(question, actor),
  }));
}

/** The question that a person means by another one: that which this one waits for, if it does. */
async function meant({ db, workspace }: ActDeps, original: Meant) {
  const id =
    typeof original === 'string'
      ? original
      : (await cardAt(db, workspace.id, original.channel, original.ts))?.questionId;
  const found = id && (await findQuestion(db, workspace.id, id));
  if (!found?.duplicateOf) return found;
  return await findQuestion(db, workspace.id, found.duplicateOf);
}

async function follow({ db, workspace }: ActDeps, from: QuestionId, to: QuestionId): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await moveDuplicates(trx, workspace.id, { from, to });
  });
}

type FollowDeps = Pick<ActDeps, 'db' | 'jobs' | 'directory' | 'now' | 'chain' | 'workspace'>;

/** Carries what became of a question over to those that ask the same, each by itself. Can be run again. */
export async function closeDuplicates(deps: FollowDeps, questionId: QuestionId): Promise<void> {
  const { db, workspace } = deps;
  for (const duplicate of await duplicatesOf(db, workspace.id, questionId)) {
    await db
      .transaction()
      .execute(async (trx) => await carryOver(trx, deps, { duplicate, original: questionId }));
  }
}

async function carryOver(
  trx: Trx,
  deps: FollowDeps,
  ids: { readonly duplicate: QuestionId; readonly original: QuestionId },
): Promise<void> {
  const workspaceId = deps.workspace.id;
  const before = await lockQuestion(trx, workspaceId, ids.duplicate);
  const original = await findQuestion(trx, workspaceId, ids.original);
  if (!before || !original) return;
  const at = deps.now();
  const { outcome, by } = followOriginal(before, original, at);
  if (outcome.kind !== 'done' || !outcome.event) return;
  await record(trx, deps, { before, after: outcome.question, event: outcome.event, by, at });
}
