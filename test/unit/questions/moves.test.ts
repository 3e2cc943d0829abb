import { describe, expect, test } from '@jest/globals';
import {
  claim,
  handOver,
  markAnswer,
  notYet,
  release,
  reopen,
  resolve,
  stale,
} from '../../../src/questions/moves.ts';
import type { QuestionStatus } from '../../../src/questions/question.ts';
import { anActor, asker, lee, rosa, stranger, supervisor } from '../../support/questions.ts';
import { sampleAnswer, sampleQuestion } from '../../support/view-samples.ts';

const noon = new Date('2026-11-02T17:00:00Z');
const earlier = new Date('2026-11-02T16:00:00Z');
const member = anActor();
const open = sampleQuestion();
const claimed = sampleQuestion({ status: { name: 'claimed', by: lee, at: earlier } });
const answered = sampleQuestion({ status: { name: 'answered', claimedBy: lee, answer: sampleAnswer } });
const resolved = sampleQuestion({
  status: { name: 'resolved', by: rosa, at: earlier, answer: sampleAnswer },
});

describe('claiming', () => {
  test('an open question goes to whoever asks first', () => {
    expect(claim(open, member, noon)).toEqual({
      kind: 'done',
      question: { ...open, status: { name: 'claimed', by: lee, at: noon } },
      event: { kind: 'claimed' },
    });
  });

  test('a second click by the same person is not a conflict and changes nothing', () => {
    expect(claim(claimed, member, noon)).toEqual({ kind: 'done', question: claimed, event: null });
  });

  test('a second claimer learns who has it', () => {
    expect(claim(claimed, supervisor, noon)).toEqual({
      kind: 'refused',
      refusal: { reason: 'alreadyClaimed', by: lee, at: earlier },
    });
  });

  test.each([
    ['answered', answered],
    ['resolved', resolved],
  ])('a question that is %s cannot be claimed', (reason, question) => {
    expect(claim(question, member, noon)).toMatchObject({ kind: 'refused', refusal: { reason } });
  });

  test('somebody from outside the channel learns who could', () => {
    expect(claim(open, stranger, noon)).toEqual({
      kind: 'refused',
      refusal: {
        reason: 'notEntitled',
        action: 'claim',
        could: ['members', 'supervisors'],
        placement: open.placement,
      },
    });
  });
});

describe('letting go', () => {
  test('a released question is open, and its history knows who had it', () => {
    expect(release(claimed, member)).toMatchObject({
      kind: 'done',
      question: { status: { name: 'open' } },
      event: { kind: 'released', claimer: lee },
    });
  });

  test('what nobody has cannot be released', () => {
    expect(release(open, member)).toMatchObject({ refusal: { reason: 'notClaimed' } });
  });

  test('handing over gives the claim to somebody who could have made it', () => {
    expect(handOver(claimed, member, supervisor, noon)).toMatchObject({
      question: { status: { name: 'claimed', by: rosa, at: noon } },
      event: { kind: 'handed_over', claimer: lee, to: rosa },
    });
  });

  test('nobody from outside the channel can be handed a question', () => {
    expect(handOver(claimed, member, stranger, noon)).toMatchObject({
      refusal: { reason: 'cannotTake', person: stranger.user },
    });
  });
});

describe('the answer', () => {
  test('a marked reply answers the question and leaves the claim where it was', () => {
    expect(markAnswer(claimed, asker, sampleAnswer, noon)).toMatchObject({
      question: { status: { name: 'answered', claimedBy: lee, answer: { markedBy: asker.user, at: noon } } },
      event: { kind: 'answered', answer: { ts: sampleAnswer.ts } },
    });
  });

  test('marking the same reply again changes nothing', () => {
    expect(markAnswer(answered, asker, sampleAnswer, noon)).toEqual({
      kind: 'done',
      question: answered,
      event: null,
    });
  });

  test('"not yet" gives the question back to whoever had it', () => {
    expect(notYet(answered, asker, noon)).toMatchObject({
      question: { status: { name: 'claimed', by: lee } },
      event: { kind: 'not_yet' },
    });
  });

  test('only the asker can say "not yet"', () => {
    expect(notYet(answered, member, noon)).toMatchObject({
      refusal: { reason: 'notEntitled', could: ['asker'] },
    });
  });
});

describe('the end', () => {
  test('a resolved question keeps its answer and has no claimer', () => {
    const outcome = resolve(answered, asker, noon);

    const status: QuestionStatus = { name: 'resolved', by: asker.user, at: noon, answer: sampleAnswer };
    expect(outcome).toMatchObject({ question: { status } });
  });

  test('resolving twice changes nothing', () => {
    expect(resolve(resolved, asker, noon)).toEqual({ kind: 'done', question: resolved, event: null });
  });

  test('a reopened question is open for everybody', () => {
    expect(reopen(resolved, asker, noon)).toMatchObject({
      question: { status: { name: 'open' } },
      event: { kind: 'reopened' },
    });
  });

  test('there is nothing to reopen about an open question', () => {
    expect(reopen(open, asker, noon)).toMatchObject({ refusal: { reason: 'notClosed' } });
  });
});

describe('a card that the question has left', () => {
  test('says where the question is now', () => {
    const moved = sampleQuestion({ placement: { ...open.placement, move: 2 } });

    expect(stale(moved, 1)).toEqual({ kind: 'moved', to: moved.placement });
  });

  test('is not what the asker or the App Home looked at', () => {
    expect(stale(open, null)).toBeUndefined();
  });
});
