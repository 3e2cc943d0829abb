import { describe, expect, test } from '@jest/globals';
import { isChannelMember } from '../../../src/directory/index.ts';
import { markAnswer } from '../../../src/questions/answer.ts';
import { claimQuestion } from '../../../src/questions/claim.ts';
import { hangUpQuestion } from '../../../src/questions/live.ts';
import { closeDuplicates, markDuplicateOf, partQuestion } from '../../../src/questions/mark-duplicate.ts';
import { offeredOriginals } from '../../../src/questions/offered-originals.ts';
import type { Question } from '../../../src/questions/question.ts';
import { answerIsNotEnough } from '../../../src/questions/reopen.ts';
import { resolveQuestion } from '../../../src/questions/resolve.ts';
import { clocksOf, passTime } from './clocks.ts';
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

const by = (name: string, { id }: Question) => ({ questionId: id, by: person(name), seen: null });
const channel = channelId('experts-claims');

/** The same question twice, with its cards in Slack. */
async function twice(room: Room): Promise<readonly [Question, Question]> {
  const original = await asked(room, { topic: topic('claims'), state: null });
  await posted(room, original, ts(1));
  const duplicate = await asked(room, {
    topic: topic('claims'),
    state: null,
    by: person('priya'),
    careTeam: null,
  });
  await posted(room, duplicate, ts(2));
  return [original, duplicate];
}

async function answer(room: Room, name = 'lee'): Promise<void> {
  const reply = { channel, threadTs: ts(1), ts: ts(9), author: userId(name) };
  await markAnswer(room.deps, { by: person(name), ...reply });
}

/** As the job does. */
async function carriedOver(room: Room, original: Question): Promise<void> {
  expect((await room.jobs.recorded('questions.duplicates')).at(-1)?.payload).toEqual({
    questionId: original.id,
  });
  await closeDuplicates(room.deps, original.id);
}

describe('a duplicate', () => {
  test('links both threads, tells the one who asked, and waits without clocks of its own', async () => {
    await using room = await openRoom();
    const [original, duplicate] = await twice(room);
    await claimQuestion(room.deps, by('lee', duplicate));

    await markDuplicateOf(room.deps, { ...by('lee', duplicate), original: original.id });

    expect(await now(room, duplicate)).toMatchObject({ duplicateOf: original.id, status: { name: 'open' } });
    expect(await clocksOf(room, duplicate)).toEqual([]);
    for (const view of [
      'questions.duplicate-note',
      'questions.original-note',
      'questions.same-question-note',
    ]) {
      expect(await outbox(room, view)).toHaveLength(1);
    }
    await passTime(room, 3_600);
    expect(await kinds(room, duplicate)).toEqual(['asked', 'claimed', 'duplicated']);
    expect(await claimQuestion(room.deps, by('dana', duplicate))).toMatchObject({
      refusal: { reason: 'duplicate' },
    });
  });

  test('is found by the link of a card', async () => {
    await using room = await openRoom();
    const [original, duplicate] = await twice(room);

    await markDuplicateOf(room.deps, { ...by('lee', duplicate), original: { channel, ts: ts(1) } });

    expect(await now(room, duplicate)).toMatchObject({ duplicateOf: original.id });
  });

  test('is answered by the answer to the other, and resolved with it', async () => {
    await using room = await openRoom();
    const [original, duplicate] = await twice(room);
    await markDuplicateOf(room.deps, { ...by('lee', duplicate), original: original.id });

    await answer(room);
    await carriedOver(room, original);
    await closeDuplicates(room.deps, original.id);

    expect((await now(room, duplicate)).status).toMatchObject({ name: 'answered', answer: { ts: ts(9) } });
    expect(await outbox(room, 'questions.answered-note')).toHaveLength(2);
    expect(await kinds(room, duplicate)).toEqual(['asked', 'duplicated', 'answered']);

    const third = await asked(room, { topic: topic('claims') });
    await markDuplicateOf(room.deps, { ...by('lee', third), original: original.id });
    await resolveQuestion(room.deps, by('maya', original));
    await closeDuplicates(room.deps, original.id);
    expect((await now(room, third)).status).toMatchObject({ name: 'resolved', by: userId('maya') });
  });

  test('of a question that has been answered already is answered at once', async () => {
    await using room = await openRoom();
    const [original, duplicate] = await twice(room);
    await answer(room);

    await markDuplicateOf(room.deps, { ...by('lee', duplicate), original: original.id });
    await carriedOver(room, original);

    expect((await now(room, duplicate)).status).toMatchObject({ name: 'answered' });
  });

  test('is a question of its own again when the answer is not enough, or when it was no duplicate', async () => {
    await using room = await openRoom();
    const [original, duplicate] = await twice(room);
    const mark = async () =>
      await markDuplicateOf(room.deps, { ...by('lee', duplicate), original: original.id });
    await mark();
    await partQuestion(room.deps, by('lee', duplicate));
    expect(await clocksOf(room, duplicate)).toHaveLength(2);

    await mark();
    await answer(room);
    await closeDuplicates(room.deps, original.id);
    await answerIsNotEnough(room.deps, by('priya', duplicate));

    expect(await now(room, duplicate)).toMatchObject({ duplicateOf: null, status: { name: 'open' } });
    expect(await clocksOf(room, duplicate)).toHaveLength(2);
  });

  test('of a duplicate waits for the same as that one does', async () => {
    await using room = await openRoom();
    const [original, duplicate] = await twice(room);
    const third = await asked(room, { topic: topic('claims') });
    await markDuplicateOf(room.deps, { ...by('lee', third), original: duplicate.id });

    await markDuplicateOf(room.deps, { ...by('lee', duplicate), original: original.id });

    expect((await now(room, third)).duplicateOf).toBe(original.id);
    expect(await markDuplicateOf(room.deps, { ...by('lee', original), original: third.id })).toMatchObject({
      refusal: { reason: 'sameQuestion' },
    });
  });

  test('marked both ways round at the same moment, one of the two goes on waiting for an answer of its own', async () => {
    await using room = await openRoom();
    for (let round = 0; round < 10; round += 1) {
      const [one, other] = await twice(room);
      const outcomes = await Promise.all([
        markDuplicateOf(room.deps, { ...by('lee', one), original: other.id }),
        markDuplicateOf(room.deps, { ...by('dana', other), original: one.id }),
      ]);

      expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused']);
      const waiting = [await now(room, one), await now(room, other)];
      expect(waiting.filter(({ duplicateOf }) => duplicateOf === null)).toHaveLength(1);
    }
  });

  test('does not hide a live question behind one that is not', async () => {
    await using room = await openRoom();
    const original = await asked(room, { topic: topic('claims') });
    const live = await asked(room, { topic: topic('claims'), live: true });
    const mark = async () => await markDuplicateOf(room.deps, { ...by('lee', live), original: original.id });

    expect(await mark()).toMatchObject({ refusal: { reason: 'liveFirst' } });
    await hangUpQuestion(room.deps, by('maya', live));

    expect(await mark()).toMatchObject({ kind: 'done' });
  });

  test('is marked by those who may act on its card, and of a question that there is', async () => {
    await using room = await openRoom();
    const [original, duplicate] = await twice(room);

    expect(
      await markDuplicateOf(room.deps, { ...by('quinn', duplicate), original: original.id }),
    ).toMatchObject({ refusal: { reason: 'notEntitled' } });
    expect(
      await markDuplicateOf(room.deps, { ...by('lee', duplicate), original: { channel, ts: ts(77) } }),
    ).toMatchObject({ refusal: { reason: 'noSuchQuestion' } });
  });
});

test('those of the same channel are offered first, and neither what is resolved nor duplicates', async () => {
  await using room = await openRoom();
  const [original, duplicate] = await twice(room);
  const elsewhere = await asked(room);
  const resolved = await asked(room, { topic: topic('claims') });
  await resolveQuestion(room.deps, by('maya', resolved));
  await markDuplicateOf(room.deps, { ...by('lee', duplicate), original: original.id });
  const mine = await asked(room, { topic: topic('claims') });

  const offered = await offeredOriginals(room.pg.db, mine, { user: userId('lee'), limit: 10 });

  expect(offered.map(({ id }) => id)).toEqual([original.id, elsewhere.id]);
});

test('those of a private channel are offered only to its members and to supervisors', async () => {
  await using room = await openRoom();
  const { db } = room.pg;
  const hidden = await asked(room, { topic: topic('billing') });
  const mine = await asked(room, { topic: topic('claims') });
  await db.updateTable('directoryChannels').set({ isPrivate: true }).execute();
  const offeredTo = async (name: string) =>
    (await offeredOriginals(db, mine, { user: userId(name), limit: 10 })).map(({ id }) => id);
  await isChannelMember(room.deps, workspaceId, channelId('experts-billing'), userId('dana'));

  expect(await offeredTo('lee')).toEqual([]);
  expect(await offeredTo('dana')).toEqual([hidden.id]);
  expect(await offeredTo('rosa')).toEqual([hidden.id]);
});

test('a guest is offered those of channels that they are in', async () => {
  await using room = await openRoom();
  const { db } = room.pg;
  await asked(room, { topic: topic('billing') });
  const near = await asked(room, { topic: topic('claims') });
  const mine = await asked(room, { topic: topic('claims') });
  await isChannelMember(room.deps, workspaceId, channel, userId('lee'));
  await db.updateTable('people').set({ isGuest: true }).where('userId', '=', userId('lee')).execute();

  const offered = await offeredOriginals(db, mine, { user: userId('lee'), limit: 10 });

  expect(offered.map(({ id }) => id)).toEqual([near.id]);
});
