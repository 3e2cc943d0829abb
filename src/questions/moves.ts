import type { SlackUserId } from '../shared/ids.ts';
import { unreachable } from '../shared/unreachable.ts';
import type { Actor } from './actor.ts';
import { canTake, mayAct } from './may-act.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { type Answer, answerOf, claimerOf, type Question, type QuestionStatus } from './question.ts';

/** Which card was clicked. `null` when it was not a card, but the asker's message or the App Home. */
export type SeenMove = number | null;

/** A click on a card that the question has left is answered with where it is now. */
export function stale({ placement }: Question, seen: SeenMove): Outcome | undefined {
  return seen === null || seen === placement.move ? undefined : { kind: 'moved', to: placement };
}

/** Claiming your own claim again succeeds: people double-click. */
export function claim(question: Question, actor: Actor, at: Date): Outcome {
  const no = mayAct(actor, question, 'claim') ?? settled(question);
  if (no) return no;
  const { status } = question;
  if (status.name !== 'claimed') {
    return done(withStatus(question, { name: 'claimed', by: actor.user, at }), { kind: 'claimed' });
  }
  if (status.by === actor.user) return done(question, null);
  return refused({ reason: 'alreadyClaimed', by: status.by, at: status.at });
}

export function release(question: Question, actor: Actor): Outcome {
  const no = mayAct(actor, question, 'release') ?? settled(question);
  if (no) return no;
  const claimer = claimerOf(question);
  if (claimer === null) return refused({ reason: 'notClaimed' });
  return done(withStatus(question, { name: 'open' }), { kind: 'released', claimer });
}

/** Gives the question to somebody who could have claimed it, whoever has it now. */
export function handOver(question: Question, actor: Actor, to: Actor, at: Date): Outcome {
  const no = mayAct(actor, question, 'handOver') ?? settled(question);
  if (no) return no;
  if (!canTake(to)) {
    return refused({ reason: 'cannotTake', person: to.user, placement: question.placement });
  }
  const claimer = claimerOf(question);
  if (claimer === to.user) return done(question, null);
  return done(withStatus(question, { name: 'claimed', by: to.user, at }), {
    kind: 'handed_over',
    claimer,
    to: to.user,
  });
}

/** A later mark replaces an earlier one; marking the same reply again changes nothing. */
export function markAnswer(
  question: Question,
  actor: Actor,
  reply: Pick<Answer, 'channel' | 'ts' | 'author'>,
  at: Date,
): Outcome {
  const no = mayAct(actor, question, 'markAnswer');
  if (no) return no;
  if (question.status.name === 'resolved') return settled(question) ?? done(question, null);
  const { channel, ts, author } = reply;
  if (isAnswer(question, { channel, ts })) return done(question, null);
  const answer = { channel, ts, author, markedBy: actor.user, at };
  return done(withStatus(question, { name: 'answered', claimedBy: claimerOf(question), answer }), {
    kind: 'answered',
    answer: { channel, ts, author },
  });
}

/** The asker says that the answer is not enough: whoever had the question has it again. */
export function notYet(question: Question, actor: Actor, at: Date): Outcome {
  const no = mayAct(actor, question, 'notYet');
  if (no) return no;
  const { status } = question;
  if (status.name === 'resolved') return refused({ reason: 'resolved', by: status.by, at: status.at });
  if (status.name !== 'answered') return refused({ reason: 'notAnswered' });
  return done(withStatus(onItsOwn(question), unanswered(status.claimedBy, at)), {
    kind: 'not_yet',
    answer: replyOf(status.answer),
  });
}

/** Resolving what is resolved changes nothing. Nobody has a resolved question in hand. */
export function resolve(question: Question, actor: Actor, at: Date): Outcome {
  const no = mayAct(actor, question, 'resolve');
  if (no) return no;
  if (question.status.name === 'resolved') return done(question, null);
  const answer = answerOf(question);
  return done(withStatus(question, { name: 'resolved', by: actor.user, at, answer }), { kind: 'resolved' });
}

/** A resolved question opens for everybody; an answered one goes back to whoever had it. */
export function reopen(question: Question, actor: Actor, at: Date): Outcome {
  const no = mayAct(actor, question, 'reopen');
  if (no) return no;
  const { status } = question;
  switch (status.name) {
    case 'open':
    case 'claimed':
      return refused({ reason: 'notClosed' });
    case 'answered':
      return done(withStatus(onItsOwn(question), unanswered(status.claimedBy, at)), { kind: 'reopened' });
    case 'resolved':
      return done(withStatus(onItsOwn(question), { name: 'open' }), { kind: 'reopened' });
    default:
      return unreachable(status);
  }
}

/** Claims, moves and hand-overs are for questions that are not settled, and don't wait for the answer to another. */
export function settled({ status, duplicateOf }: Question): Outcome | undefined {
  switch (status.name) {
    case 'open':
    case 'claimed':
      return duplicateOf === null ? undefined : refused({ reason: 'duplicate' });
    case 'answered':
      return refused({ reason: 'answered', answer: status.answer });
    case 'resolved':
      return refused({ reason: 'resolved', by: status.by, at: status.at });
    default:
      return unreachable(status);
  }
}

/** The answer to another question was not enough for this one. */
function onItsOwn(question: Question): Question {
  return { ...question, duplicateOf: null };
}

export function isAnswer(question: Question, reply: Pick<Answer, 'channel' | 'ts'>): boolean {
  const answer = answerOf(question);
  return answer !== null && answer.channel === reply.channel && answer.ts === reply.ts;
}

export function withStatus(question: Question, status: QuestionStatus): Question {
  return { ...question, status };
}

export function unanswered(claimedBy: SlackUserId | null, at: Date): QuestionStatus {
  return claimedBy === null ? { name: 'open' } : { name: 'claimed', by: claimedBy, at };
}

export function replyOf({ channel, ts, author }: Answer): Pick<Answer, 'channel' | 'ts' | 'author'> {
  return { channel, ts, author };
}
