import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { answerDeleted, answerEdited, firstResponse, timeOf } from '../../../src/questions/reply.ts';
import { MessageTs } from '../../../src/shared/ids.ts';
import { channelIdOf, dana, lee, maya, rosa } from '../../support/questions.ts';
import { sampleAnswer, sampleQuestion } from '../../support/view-samples.ts';

const noon = new Date('2026-11-02T17:00:00Z');
const question = sampleQuestion();
const channel = channelIdOf('experts-providers');
const ts = (seconds: number): MessageTs => MessageTs.parse(`${1_760_000_000 + seconds}.000000`);

const replies = fc.array(
  fc.record({
    channel: fc.constant(channel),
    ts: fc.nat({ max: 5_000 }).map(ts),
    author: fc.constantFrom(maya, lee, rosa, dana),
  }),
);

describe('the first response', () => {
  test('is the earliest reply of somebody else, in whatever order and however often replies are heard of', () => {
    fc.assert(
      fc.property(replies, fc.array(fc.nat()), (thread, again) => {
        const heard = [...thread, ...again.flatMap((index) => thread[index % thread.length] ?? [])];
        const end = heard.reduce((before, reply) => firstResponse(before, reply).question, question);

        const first = thread
          .filter(({ author }) => author !== question.askedBy)
          .map((reply) => reply.ts)
          .toSorted()[0];
        expect(end.firstResponse?.at).toEqual(first && timeOf(first));
      }),
    );
  });

  test('is an event exactly when it changes', () => {
    fc.assert(
      fc.property(replies, (thread) => {
        for (let at = 0, before = question; at < thread.length; at += 1) {
          const reply = thread[at];
          if (!reply) continue;
          const { question: after, event } = firstResponse(before, reply);
          expect(event !== null).toBe(after !== before);
          before = after;
        }
      }),
    );
  });
});

describe('an answer that changes in Slack', () => {
  const answered = sampleQuestion({ status: { name: 'answered', claimedBy: lee, answer: sampleAnswer } });
  const another = { ...sampleAnswer, ts: ts(9) };

  test('is noted when it is edited', () => {
    expect(answerEdited(answered, sampleAnswer)).toMatchObject({ kind: 'answer_edited' });
    expect(answerEdited(answered, another)).toBeNull();
  });

  test('gives the question back to its claimer when it is deleted', () => {
    expect(answerDeleted(answered, sampleAnswer, noon)).toMatchObject({
      question: { status: { name: 'claimed', by: lee } },
      event: { kind: 'answer_deleted' },
    });
    expect(answerDeleted(answered, another, noon)).toEqual({ question: answered, event: null });
  });

  test('is gone from a resolved question, which stays resolved', () => {
    const status = { name: 'resolved', by: rosa, at: noon, answer: sampleAnswer } as const;

    expect(answerDeleted(sampleQuestion({ status }), sampleAnswer, noon)).toMatchObject({
      question: { status: { name: 'resolved', by: rosa, answer: null } },
    });
  });
});

test("Slack's name for a message is the moment it was written, to the millisecond", () => {
  expect(timeOf(MessageTs.parse('1700000000.123999'))).toEqual(new Date(1_700_000_000_123));
});
