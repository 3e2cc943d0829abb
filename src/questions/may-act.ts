import type { Role } from '../directory/directory.ts';
import type { SlackUserId } from '../shared/ids.ts';
import { unreachable } from '../shared/unreachable.ts';
import { type Outcome, refused } from './outcome.ts';
import { claimerOf, type Question } from './question.ts';

export type Action =
  | 'claim'
  | 'release'
  | 'handOver'
  | 'escalate'
  | 'retarget'
  | 'markAnswer'
  | 'resolve'
  | 'reopen'
  | 'notYet';

/** In what capacity somebody may act. `members`: of the channel where the question stands. */
export type Entitled = 'members' | 'supervisors' | 'claimer' | 'asker';

/** A person, as seen from one question. */
export type Actor = {
  readonly user: SlackUserId;
  /** Of the channel where the question stands. */
  readonly isMember: boolean;
  readonly roles: ReadonlySet<Role>;
  /** Of another company, in a shared channel. */
  readonly isExternal: boolean;
  readonly isDeactivated: boolean;
};

const CARD = ['members', 'supervisors', 'claimer'] as const;

export const ENTITLED: Readonly<Record<Action, readonly Entitled[]>> = {
  claim: ['members', 'supervisors'],
  release: CARD,
  handOver: CARD,
  escalate: CARD,
  retarget: CARD,
  markAnswer: [...CARD, 'asker'],
  resolve: [...CARD, 'asker'],
  reopen: ['members', 'supervisors', 'asker'],
  notYet: ['asker'],
};

/** Undefined means yes; otherwise the refusal says who could. */
export function mayAct(actor: Actor, question: Question, action: Action): Outcome | undefined {
  if (actor.isExternal) return refused({ reason: 'external' });
  if (actor.isDeactivated) return refused({ reason: 'deactivated' });
  const could = ENTITLED[action];
  if (could.some((capacity) => isEntitled(actor, question, capacity))) return undefined;
  return refused({ reason: 'notEntitled', action, could, placement: question.placement });
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
    default:
      return unreachable(capacity);
  }
}
