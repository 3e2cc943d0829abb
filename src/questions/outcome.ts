import type { Place } from '../directory/directory.ts';
import type { SlackUserId } from '../shared/ids.ts';
import type { Action, Entitled } from './actor.ts';
import type { EventDetail } from './event.ts';
import type { Answer, Placement, Question } from './question.ts';

/** Why a move was not made. Views say it in words, with who could. */
export type Refusal =
  /** People of other companies, in shared channels, never act. */
  | { readonly reason: 'external' }
  | { readonly reason: 'deactivated' }
  | {
      readonly reason: 'notEntitled';
      readonly action: Action;
      readonly could: readonly Entitled[];
      readonly placement: Placement;
    }
  | { readonly reason: 'alreadyClaimed'; readonly by: SlackUserId; readonly at: Date }
  /** Nobody has it, so it can't be released. */
  | { readonly reason: 'notClaimed' }
  /** It has an answer: reopen it first. */
  | { readonly reason: 'answered'; readonly answer: Answer }
  | { readonly reason: 'resolved'; readonly by: SlackUserId; readonly at: Date }
  /** It is open or claimed: there is nothing to reopen. */
  | { readonly reason: 'notClosed' }
  /** There is no answer that might not be enough. */
  | { readonly reason: 'notAnswered' }
  /** The one it should be handed to neither belongs to the channel nor is a supervisor. */
  | { readonly reason: 'cannotTake'; readonly person: SlackUserId; readonly placement: Placement }
  /** The message is no reply in the thread of a card, or one that the app wrote. */
  | { readonly reason: 'notAReply' }
  /** Nobody is waiting on the line or in person, so nobody has to say that they can't take it. */
  | { readonly reason: 'notLive' }
  /** It waits for the answer to another question. */
  | { readonly reason: 'duplicate' }
  /** The other question is this one, or waits for the answer to a third. */
  | { readonly reason: 'sameQuestion' }
  /** It is live and the other isn't. */
  | { readonly reason: 'liveFirst' }
  /** What was given as the other question is no card of ours. */
  | { readonly reason: 'noSuchQuestion' }
  | WayRefusal;

/** Why a question can't go where it should. */
export type WayRefusal =
  | { readonly reason: 'lastTier' }
  /** It stands there already. */
  | { readonly reason: 'alreadyThere'; readonly placement: Placement }
  | { readonly reason: 'needs'; readonly what: 'state' | 'topic' | 'stateOrTopic' | 'careTeam' }
  /** The directory no longer has what the form offered, or has no region for the state. */
  | { readonly reason: 'unknown'; readonly what: 'topic' | 'careTeam' | 'region' }
  /** No channel that would do can be posted to. */
  | { readonly reason: 'nowhere'; readonly unpostable: readonly Place[] };

export type Outcome =
  /** `event` is null when everything was so already: a second click is no conflict. */
  | { readonly kind: 'done'; readonly question: Question; readonly event: EventDetail | null }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** The card that was clicked is an old one: the question stands elsewhere now. */
  | { readonly kind: 'moved'; readonly to: Placement };

/** What a use case answers. `gone`: this workspace has no such question. */
export type ActOutcome = Outcome | { readonly kind: 'gone' };

export function done(question: Question, event: EventDetail | null): Outcome {
  return { kind: 'done', question, event };
}

export function refused(refusal: Refusal): Outcome {
  return { kind: 'refused', refusal };
}
