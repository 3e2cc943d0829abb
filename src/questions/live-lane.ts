import type { Actor } from './actor.ts';
import { mayAct } from './may-act.ts';
import { settled } from './moves.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { isLive, isWaiting, type Question } from './question.ts';

/** "Not me": somebody who was asked can't take a live question. Saying so again changes nothing. */
export function decline(question: Question, actor: Actor): Outcome {
  const no = mayAct(actor, question, 'decline') ?? settled(question);
  if (no) return no;
  const { status, declinedBy } = question;
  if (status.name === 'claimed') return refused({ reason: 'alreadyClaimed', by: status.by, at: status.at });
  if (!isLive(question)) return refused({ reason: 'notLive' });
  if (declinedBy.includes(actor.user)) return done(question, null);
  return done({ ...question, declinedBy: [...declinedBy, actor.user] }, { kind: 'declined' });
}

/** Nobody is waiting any more: from here on it is a question like others. */
export function hangUp(question: Question, actor: Actor, at: Date): Outcome {
  const no = mayAct(actor, question, 'hangUp');
  if (no) return no;
  if (!isWaiting(question) || !isLive(question)) return done(question, null);
  return done({ ...question, hungUpAt: at }, { kind: 'hung_up' });
}

/** Everybody on duty has said "Not me", so there is nothing to wait for. */
export function isDeclinedByAll({ declinedBy }: Question, onDuty: readonly string[]): boolean {
  return onDuty.length > 0 && onDuty.every((user) => declinedBy.some((each) => each === user));
}
