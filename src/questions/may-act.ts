import { unreachable } from '../shared/unreachable.ts';
import type { Action, Actor, Entitled } from './actor.ts';
import { type Outcome, refused } from './outcome.ts';
import { claimerOf, isLive, type Question } from './question.ts';

const CARD = ['members', 'supervisors', 'claimer'] as const;

export const ENTITLED: Readonly<Record<Action, readonly Entitled[]>> = {
  claim: ['members', 'supervisors', 'asked'],
  release: CARD,
  handOver: CARD,
  escalate: CARD,
  retarget: CARD,
  markAnswer: [...CARD, 'asker'],
  resolve: [...CARD, 'asker'],
  reopen: ['members', 'supervisors', 'asker'],
  notYet: ['asker'],
  decline: ['members', 'supervisors', 'asked'],
  hangUp: ['asker'],
  markDuplicate: CARD,
  reveal: ['claimer', 'supervisors', 'asker'],
};

/** Undefined means yes; otherwise the refusal says who could. */
export function mayAct(actor: Actor, question: Question, action: Action): Outcome | undefined {
  if (actor.isExternal) return refused({ reason: 'external' });
  if (actor.isDeactivated) return refused({ reason: 'deactivated' });
  const could = ENTITLED[action].filter((capacity) => capacity !== 'asked' || isLive(question));
  if (could.some((capacity) => isEntitled(actor, question, capacity))) return undefined;
  return refused({ reason: 'notEntitled', action, could, placement: question.placement });
}

/** In what capacity somebody may see the ID of the question's member. Undefined when in none. */
export function revealsAs(actor: Actor, question: Question): 'claimer' | 'supervisor' | 'asker' | undefined {
  if (mayAct(actor, question, 'reveal')) return undefined;
  if (isEntitled(actor, question, 'claimer')) return 'claimer';
  return isEntitled(actor, question, 'supervisors') ? 'supervisor' : 'asker';
}

/** Whether a question can be given to somebody. */
export function canTake(actor: Actor): boolean {
  return !actor.isExternal && !actor.isDeactivated && (actor.isMember || actor.roles.has('supervisor'));
}

function isEntitled(actor: Actor, question: Question, capacity: Entitled): boolean {
  switch (capacity) {
    case 'members':
      return actor.isMember;
    case 'supervisors':
      return actor.roles.has('supervisor');
    case 'claimer':
      return claimerOf(question) === actor.user;
    case 'asker':
      return question.askedBy === actor.user;
    case 'asked':
      return actor.isAsked;
    default:
      return unreachable(capacity);
  }
}
