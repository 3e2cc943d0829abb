import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { NotYet } from '../../../src/platform/jobs.ts';
import { markAnswer } from '../../../src/questions/answer.ts';
import { claimQuestion } from '../../../src/questions/claim.ts';
import {
  questionOfThread,
  recordReply,
  replyDeleted,
  replyEdited,
} from '../../../src/questions/follow-thread.ts';
import type { Question } from '../../../src/questions/question.ts';
import { answerIsNotEnough } from '../../../src/questions/reopen.ts';
import { timeOf } from '../../../src/questions/reply.ts';
import { resolveQuestion } from '../../../src/questions/resolve.ts';
import {
  asked,
  channelId,
  kinds,
  now,
  openRoom,
  outbox,
  person,
  posted,
  type Room,
  topic,
  ts,
  userId,
  workspaceId,
} from './room.ts';

const CARD = ts(100);
const channel = channelId('experts-claims');

async function askedAndPosted(room: Room): Promise<Question> {
  const question = await asked(room, { topic: topic('claims') });
  await posted(room, question, CARD);
  return question;
}

const reply = (name: string, seconds: number) => ({
  channel,
  threadTs: CARD,
  ts: ts(seconds),
  author: userId(name),
});

const mark = (name: string, seconds: number, author = 'lee') => ({
  by: person(name),
  ...reply(author, seconds),
});

describe('replies', () => {
  test("in a card's thread belong to its question", async () => {
    await using room = await openRoom();
    const question = await askedAndPosted(room);

    expect(await questionOfThread(room.pg.db, workspaceId, channel, CARD)).toBe(question.id);
    expect(await questionOfThread(room.pg.db, workspaceId, channel, ts(1))).toBeUndefined();
  });

  test("by the asker or the app are no response, and those in other threads are nobody's", async () => {
    await using room = await openRoom();
    const question = await askedAndPosted(room);

    await recordReply(room.deps, reply('maya', 101));
    await recordReply(room.deps, reply('concierge', 102));
    const elsewhere = await recordReply(room.deps, { ...reply('lee', 103), threadTs: ts(1) });

    expect(elsewhere).toEqual({ kind: 'elsewhere' });
    expect((await now(room, question)).firstResponse).toBeNull();
  });

  test('the earliest one counts as the first response, however late and often it is heard of', async () => {
    await using room = await openRoom();
    const question = await askedAndPosted(room);

    for (const each of [reply('dana', 130), reply('lee', 120), reply('lee', 120), reply('dana', 130)]) {
      await recordReply(room.deps, each);
    }

    expect((await now(room, question)).firstResponse).toEqual({ by: userId('lee'), at: timeOf(ts(120)) });
    expect(await kinds(room, question)).toEqual(['asked', 'first_response', 'first_response']);
  });

  test('all at once end the same', async () => {
    await using room = await openRoom();
    const question = await askedAndPosted(room);

    const seconds = [125, 122, 129, 121, 127, 121];
    await Promise.all(seconds.map(async (each) => await recordReply(room.deps, reply('lee', each))));

    expect((await now(room, question)).firstResponse?.at).toEqual(timeOf(ts(121)));
  });

  test('that are quicker than our own record of the card come back later', async () => {
    await using room = await openRoom();
    const question = await asked(room, { topic: topic('claims') });
    await sql`update outbox set state = 'sending', attempted_at = ${timeOf(CARD)} where view = 'questions.card'`.execute(
      room.pg.db,
    );

    await expect(recordReply(room.deps, reply('lee', 101))).rejects.toBeInstanceOf(NotYet);
    await posted(room, question, CARD);
    await recordReply(room.deps, reply('lee', 101));

    expect((await now(room, question)).firstResponse?.by).toBe(userId('lee'));
  });
});

describe('the answer', () => {
  test('is marked by the asker, the claimer, a supervisor or a member, and the asker is told with a note', async () => {
    await using room = await openRoom();
    const question = await askedAndPosted(room);
    await claimQuestion(room.deps, { questionId: question.id, by: person('lee'), seen: 0 });

    const outcome = await markAnswer(room.deps, mark('lee', 120));

    expect(outcome).toMatchObject({
      kind: 'done',
      question: { status: { name: 'answered', claimedBy: userId('lee'), answer: { ts: ts(120) } } },
    });
    expect(await outbox(room, 'questions.answered-note')).toMatchObject([
      { userId: userId('maya'), threadOf: question.askerMessage },
    ]);
    expect(await markAnswer(room.deps, mark('omar', 120))).toMatchObject({
      refusal: { reason: 'notEntitled', action: 'markAnswer' },
    });
  });

  test.each([
    ['stands in no thread', { threadTs: null }],
    ['is the card itself', { ts: CARD }],
    ['was written by the app', { author: userId('concierge') }],
    ['was written by no person', { author: null }],
    ['stands in the thread of something else', { threadTs: ts(1) }],
  ])('cannot be a message that %s', async (_, change) => {
    await using room = await openRoom();
    await askedAndPosted(room);

    expect(await markAnswer(room.deps, { ...mark('rosa', 120), ...change })).toEqual({
      kind: 'refused',
      refusal: { reason: 'notAReply' },
    });
  });

  test('that is not enough goes back to whoever had the question', async () => {
    await using room = await openRoom();
    const question = await askedAndPosted(room);
    await claimQuestion(room.deps, { questionId: question.id, by: person('lee'), seen: 0 });
    await markAnswer(room.deps, mark('maya', 120));

    await answerIsNotEnough(room.deps, { questionId: question.id, by: person('maya'), seen: null });

    expect((await now(room, question)).status).toMatchObject({ name: 'claimed', by: userId('lee') });
    expect(await outbox(room, 'questions.not-yet-note')).toHaveLength(1);
  });
});

describe('an answer that is changed in Slack', () => {
  test('by an edit is noted once for each edit', async () => {
    await using room = await openRoom();
    const question = await askedAndPosted(room);
    await markAnswer(room.deps, mark('maya', 120));

    const edit = { ...reply('lee', 120), at: timeOf(ts(140)) };
    for (const each of [edit, edit, { ...edit, at: timeOf(ts(130)) }]) await replyEdited(room.deps, each);

    expect(await kinds(room, question)).toEqual(['asked', 'answered', 'answer_edited']);
  });

  test('by its deletion leaves the question as it was before, and cannot be marked again', async () => {
    await using room = await openRoom();
    const question = await askedAndPosted(room);
    await markAnswer(room.deps, mark('maya', 120));

    const deletion = { ...reply('lee', 120), at: timeOf(ts(150)) };
    await replyDeleted(room.deps, deletion);
    await replyDeleted(room.deps, deletion);

    expect((await now(room, question)).status).toEqual({ name: 'open' });
    expect(await kinds(room, question)).toEqual(['asked', 'answered', 'answer_deleted']);
    expect(await markAnswer(room.deps, mark('maya', 120))).toMatchObject({
      refusal: { reason: 'notAReply' },
    });
  });

  test('by its deletion after the end leaves the question resolved, without an answer', async () => {
    await using room = await openRoom();
    const question = await askedAndPosted(room);
    await markAnswer(room.deps, mark('maya', 120));
    await resolveQuestion(room.deps, { questionId: question.id, by: person('maya'), seen: null });

    await replyDeleted(room.deps, { ...reply('lee', 120), at: timeOf(ts(150)) });

    expect((await now(room, question)).status).toMatchObject({ name: 'resolved', answer: null });
  });

  test('a deletion that is heard of before the reply itself still counts', async () => {
    await using room = await openRoom();
    const question = await askedAndPosted(room);

    await replyDeleted(room.deps, { ...reply('lee', 120), at: timeOf(ts(150)) });
    await recordReply(room.deps, reply('lee', 120));

    expect((await now(room, question)).firstResponse?.by).toBe(userId('lee'));
    expect(await markAnswer(room.deps, mark('maya', 120))).toMatchObject({
      refusal: { reason: 'notAReply' },
    });
  });
});
