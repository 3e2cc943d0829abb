import type { Actor } from './actor.ts';
import type { Absence } from './event.ts';
import { withStatus } from './moves.ts';
import { done, type Outcome } from './outcome.ts';
import type { Question } from './question.ts';

/** Why whoever has claimed a question can't go on with it; undefined when they can. */
export function absenceOf(actor: Actor): Absence | undefined {
  if (actor.isDeactivated) return 'deactivated';
  return actor.isMember || actor.isAsked || actor.roles.has('supervisor') ? undefined : 'left';
}

/** Takes a question from somebody who is not there any more. */
export function releaseAbsent(question: Question, absent: Absence): Outcome {
  const { status } = question;
  if (status.name !== 'claimed') return done(question, null);
  return done(withStatus(question, { name: 'open' }), { kind: 'released', claimer: status.by, absent });
}
