import { type RevealDeps, recordRefusedReveal, revealMemberId } from '../members/index.ts';
import type { MemberRef, QuestionId } from '../shared/ids.ts';
import { mayAct, revealsAs } from './may-act.ts';
import type { Refusal } from './outcome.ts';
import { actorFor, type MembershipDeps, type Person } from './people.ts';
import type { Question } from './question.ts';
import { findQuestion } from './store.ts';

export type RevealQuestionDeps = MembershipDeps & RevealDeps;

export type Look = { readonly questionId: QuestionId; readonly by: Person };

type Capacity = NonNullable<ReturnType<typeof revealsAs>>;

export type LookOutcome =
  | { readonly kind: 'may'; readonly question: Question; readonly member: MemberRef; readonly as: Capacity }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** No such question, or it is about no member. */
  | { readonly kind: 'gone' };

/** Whether somebody may see the ID of a question's member. An attempt of somebody who may not goes on record. */
export async function considerReveal(
  deps: RevealQuestionDeps,
  { questionId, by }: Look,
): Promise<LookOutcome> {
  const question = await findQuestion(deps.db, deps.workspace.id, questionId);
  if (!question?.member) return { kind: 'gone' };
  const { member } = question;
  const actor = await actorFor(deps, question, by);
  const as = revealsAs(actor, question);
  if (as) return { kind: 'may', question, member, as };
  const no = mayAct(actor, question, 'reveal');
  if (no?.kind !== 'refused') throw new Error('Somebody neither may see an ID nor may not');
  const { refusal } = no;
  await recordRefusedReveal(deps, { memberRef: member, by: by.user, questionId, why: whyNot(refusal) });
  return { kind: 'refused', refusal };
}

type Reveal = Parameters<typeof revealMemberId>[1];
type Revealed = NonNullable<Awaited<ReturnType<typeof revealMemberId>>>;

export type RevealOutcome =
  | ({ readonly kind: 'revealed' } & Revealed)
  | Exclude<LookOutcome, { readonly kind: 'may' }>;

/** Decides at this moment, whatever was decided when a form was opened. */
export async function revealMember(
  deps: RevealQuestionDeps,
  { reason, viewId, ...look }: Look & Pick<Reveal, 'reason' | 'viewId'>,
): Promise<RevealOutcome> {
  const considered = await considerReveal(deps, look);
  if (considered.kind !== 'may') return considered;
  const { member: memberRef, as } = considered;
  const { questionId, by } = look;
  const reveal = { memberRef, by: by.user, questionId, as, reason, viewId };
  const revealed = await revealMemberId(deps, reveal);
  return revealed ? { kind: 'revealed', ...revealed } : { kind: 'gone' };
}

function whyNot({ reason }: Refusal): 'external' | 'deactivated' | 'notEntitled' {
  return reason === 'external' || reason === 'deactivated' ? reason : 'notEntitled';
}
