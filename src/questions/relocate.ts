import type { Actor } from './actor.ts';
import type { ClockKind } from './clock-plan.ts';
import { stopAt } from './event.ts';
import { mayAct } from './may-act.ts';
import { settled } from './moves.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { Question } from './question.ts';
import type { Way } from './way.ts';

/** Moves the question up. Whoever had it is free of it: it is open where it arrives. */
export function escalate(question: Question, actor: Actor, way: Way, at: Date): Outcome {
  const no = mayAct(actor, question, 'escalate') ?? settled(question);
  if (no) return no;
  if (way.kind === 'noWay') return refused(way.refusal);
  const moved = arrive(question, way, at);
  return done(moved, { kind: 'escalated', ...ends(question, moved), ...subjectOf(moved) });
}

/** Moves the question up because nobody saw to it in time. */
export function escalateOverdue(question: Question, way: Found, overdue: ClockKind, at: Date): Outcome {
  const moved = arrive(question, way, at);
  return done(moved, { kind: 'escalated', ...ends(question, moved), ...subjectOf(moved), overdue });
}

/** Changes topic and state. The question moves, and is open there, only if they lead to another channel. */
export function retarget(question: Question, actor: Actor, way: Way, at: Date): Outcome {
  const no = mayAct(actor, question, 'retarget') ?? settled(question);
  if (no) return no;
  if (way.kind === 'noWay') return refused(way.refusal);
  if (way.subject.topic === question.topic && way.subject.state === question.state) {
    return done(question, null);
  }
  const isSamePlace = way.to.channel === question.placement.channel;
  const moved = isSamePlace ? stay(question, way) : arrive(question, way, at);
  return done(moved, { kind: 'retargeted', ...ends(question, moved), ...subjectOf(moved) });
}

/** Slack refused the card, so nobody has seen the question there. */
export function reroute(question: Question, way: Way, errorCode: string, at: Date): Outcome {
  if (way.kind === 'noWay') {
    return done(question, { kind: 'stranded', from: stopAt(question.placement), errorCode });
  }
  const moved = arrive(question, way, at);
  return done(moved, { kind: 'rerouted', ...ends(question, moved), errorCode });
}

type Found = Extract<Way, { kind: 'way' }>;

function arrive(question: Question, { to, subject }: Found, at: Date): Question {
  const placement = { ...to, move: question.placement.move + 1, since: at };
  const { topic, state } = subject;
  return { ...question, topic, state, placement, status: { name: 'open' }, declinedBy: [] };
}

function stay(question: Question, { to, subject }: Found): Question {
  const { move, since } = question.placement;
  const { topic, state } = subject;
  return { ...question, topic, state, placement: { ...to, move, since } };
}

function ends(before: Question, after: Question) {
  return { from: stopAt(before.placement), to: stopAt(after.placement) };
}

function subjectOf({ topic, state }: Question) {
  return { topic, state };
}
