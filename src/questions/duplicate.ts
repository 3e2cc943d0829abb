import type { SlackUserId } from '../shared/ids.ts';
import { unreachable } from '../shared/unreachable.ts';
import type { Actor } from './actor.ts';
import { mayAct } from './may-act.ts';
import { replyOf, settled, withStatus } from './moves.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { isLive, isWaiting, type Question } from './question.ts';

/**
 * The question waits for the answer to another one from now on, and nobody has it in hand. A live question doesn't
 * wait behind one that isn't: the other way round does what is meant.
 */
export function markDuplicate(question: Question, actor: Actor, original: Question): Outcome {
  const no = mayAct(actor, question, 'markDuplicate');
  if (no) return no;
  if (question.duplicateOf === original.id) return done(question, null);
  const closed = settled(question);
  if (closed) return closed;
  if (original.id === question.id || original.duplicateOf !== null)
    return refused({ reason: 'sameQuestion' });
  if (isLive(question) && isWaiting(original) && !isLive(original)) return refused({ reason: 'liveFirst' });
  const waiting = withStatus({ ...question, duplicateOf: original.id }, { name: 'open' });
  return done(waiting, { kind: 'duplicated', original: original.id });
}

/** It is a question of its own after all. */
export function part(question: Question, actor: Actor): Outcome {
  const no = mayAct(actor, question, 'markDuplicate');
  if (no) return no;
  const { duplicateOf } = question;
  if (duplicateOf === null) return done(question, null);
  return done({ ...question, duplicateOf: null }, { kind: 'parted', original: duplicateOf });
}

export type Followed = {
  readonly outcome: Outcome;
  /** Who did to the original what is done to its duplicate. */
  readonly by: SlackUserId | null;
};

/** What became of the original becomes of its duplicate. Nothing while the original still waits. */
export function followOriginal(duplicate: Question, original: Question, at: Date): Followed {
  const { status } = original;
  const nothing = { outcome: done(duplicate, null), by: null };
  if (duplicate.duplicateOf !== original.id || !isWaiting(duplicate)) return nothing;
  switch (status.name) {
    case 'open':
    case 'claimed':
      return nothing;
    case 'answered': {
      const { answer } = status;
      const answered = withStatus(duplicate, {
        name: 'answered',
        claimedBy: null,
        answer: { ...answer, at },
      });
      return {
        outcome: done(answered, { kind: 'answered', answer: replyOf(answer) }),
        by: answer.markedBy,
      };
    }
    case 'resolved': {
      const resolved = withStatus(duplicate, { name: 'resolved', by: status.by, at, answer: status.answer });
      return { outcome: done(resolved, { kind: 'resolved' }), by: status.by };
    }
    default:
      return unreachable(status);
  }
}
