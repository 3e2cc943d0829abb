import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { z } from 'zod';
import { releaseAbsentees } from '../../../src/questions/absence.ts';
import { callsOf } from '../../../src/questions/call-store.ts';
import { claimQuestion } from '../../../src/questions/claim.ts';
import { questionOfThread, recordReply } from '../../../src/questions/follow-thread.ts';
import { declineQuestion, hangUpQuestion, widenIfAllDeclined } from '../../../src/questions/live.ts';
import { liveWaits } from '../../../src/questions/live-waits-store.ts';
import type { Question } from '../../../src/questions/question.ts';
import { releaseQuestion } from '../../../src/questions/release.ts';
import { questionsAskedBy, questionsHeldBy } from '../../../src/questions/store.ts';
import { QuestionId } from '../../../src/shared/ids.ts';
import { clocksOf, passTime } from './clocks.ts';
import {
  asked,
  channelId,
  kinds,
  now,
  openRoom,
  outbox,
  person,
  type Room,
  topic,
  ts,
  userId,
  workspaceId,
} from './room.ts';

const by = (name: string, { id }: Question) => ({ questionId: id, by: person(name), seen: null });

async function circles(room: Room, { id }: Question): Promise<readonly string[]> {
  const calls = await callsOf(room.pg.db, workspaceId, id);
  return calls.map(({ circle, channel }) => `${circle} ${channel}`);
}

describe('a live question that nobody takes', () => {
  test('is put to ever wider circles, each once', async () => {
    await using room = await openRoom();
    const question = await asked(room, { live: true });

    await passTime(room, 89);
    expect(await circles(room, question)).toEqual([]);
    await passTime(room, 1);
    expect(await circles(room, question)).toEqual(['tier C0CAREKEYSTONE']);
    await passTime(room, 90);
    expect(await circles(room, question)).toEqual(['tier C0CAREKEYSTONE', 'next C0REGIONNORTHEAST']);
    await passTime(room, 3_600);

    expect(await circles(room, question)).toHaveLength(2);
    expect((await outbox(room, 'questions.call')).filter(({ kind }) => kind === 'post')).toHaveLength(2);
    expect((await now(room, question)).placement.move).toBe(0);
  });

  test('is put to the supervisors where there is no tier above', async () => {
    await using room = await openRoom();
    const question = await asked(room, { irl: true, topic: topic('claims'), state: null });

    await passTime(room, 180);

    expect(await circles(room, question)).toEqual(['tier C0EXPERTSCLAIMS', 'supervisors C0EXPERTSCLAIMS']);
  });

  test('goes on where it was when somebody has taken it and gives it back', async () => {
    await using room = await openRoom();
    const question = await asked(room, { live: true });
    await passTime(room, 90);
    await claimQuestion(room.deps, by('jordan', question));
    await passTime(room, 120);
    expect(await circles(room, question)).toHaveLength(1);

    await releaseQuestion(room.deps, by('jordan', question));
    await passTime(room, 90);

    expect(await circles(room, question)).toEqual(['tier C0CAREKEYSTONE', 'next C0REGIONNORTHEAST']);
  });

  test('may be taken by those of another channel once they were asked, and not before', async () => {
    await using room = await openRoom();
    const question = await asked(room, { live: true });

    expect(await claimQuestion(room.deps, by('omar', question))).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'notEntitled' },
    });
    await passTime(room, 180);

    expect(await claimQuestion(room.deps, by('omar', question))).toMatchObject({ kind: 'done' });
    expect(await outbox(room, 'questions.taken-note')).toHaveLength(1);
    await hangUpQuestion(room.deps, by('maya', question));
    await releaseAbsentees(room.deps);
    expect((await now(room, question)).status).toMatchObject({ name: 'claimed', by: userId('omar') });
  });

  test('hears replies under the message that asked them', async () => {
    await using room = await openRoom();
    const question = await asked(room, { live: true });
    await passTime(room, 180);
    const call = (await callsOf(room.pg.db, workspaceId, question.id))[1];
    await sql`update outbox set state = 'done', settled_at = now(), ts = ${ts(50)} where id = ${call?.outboxId}`.execute(
      room.pg.db,
    );
    const channel = channelId('region-northeast');

    await recordReply(room.deps, { channel, threadTs: ts(50), ts: ts(51), author: userId('omar') });

    expect(await questionOfThread(room.pg.db, workspaceId, channel, ts(50))).toBe(question.id);
    expect((await now(room, question)).firstResponse).toMatchObject({ by: userId('omar') });
  });
});

/** As the jobs do that were queued so far, each twice. */
async function widened(room: Room): Promise<void> {
  for (const { payload } of await room.jobs.recorded('questions.declined')) {
    const { questionId } = z.object({ questionId: QuestionId }).parse(payload);
    await widenIfAllDeclined(room.deps, questionId);
    await widenIfAllDeclined(room.deps, questionId);
  }
}

describe('"Not me"', () => {
  test('of everybody on duty asks the next circle at once, and only once', async () => {
    await using room = await openRoom();
    const question = await asked(room, { live: true, topic: topic('claims'), state: null });

    await declineQuestion(room.deps, by('lee', question));
    await widened(room);
    expect(await circles(room, question)).toEqual([]);
    await declineQuestion(room.deps, by('dana', question));
    await declineQuestion(room.deps, by('rosa', question));
    await widened(room);

    expect(await circles(room, question)).toEqual(['tier C0EXPERTSCLAIMS']);
    expect((await now(room, question)).declinedBy).toEqual(['lee', 'dana', 'rosa'].map(userId));
  });

  test('said twice is said once, and is for those who were asked', async () => {
    await using room = await openRoom();
    const question = await asked(room, { live: true, topic: topic('claims') });

    await declineQuestion(room.deps, by('lee', question));
    await declineQuestion(room.deps, by('lee', question));

    expect(await kinds(room, question)).toEqual(['asked', 'declined']);
    expect(await declineQuestion(room.deps, by('quinn', question))).toMatchObject({ kind: 'refused' });
  });
});

describe('"The member has hung up"', () => {
  test('ends the live lane: no more calls, and the clocks of its tier', async () => {
    await using room = await openRoom();
    const question = await asked(room, { live: true });
    await passTime(room, 60);

    await hangUpQuestion(room.deps, by('maya', question));
    await passTime(room, 120);

    expect(await circles(room, question)).toEqual([]);
    expect(await clocksOf(room, question)).toEqual([
      'tier1 answer due 11-02T17:01',
      'tier1 claim due 11-02T15:11',
    ]);
    expect(await declineQuestion(room.deps, by('jordan', question))).toMatchObject({
      refusal: { reason: 'notLive' },
    });
  });

  test('is for the one who asked', async () => {
    await using room = await openRoom();
    const question = await asked(room, { live: true });

    expect(await hangUpQuestion(room.deps, by('jordan', question))).toMatchObject({
      refusal: { reason: 'notEntitled', could: ['asker'] },
    });
  });
});

test('live questions come first, until nobody waits any more', async () => {
  await using room = await openRoom();
  const live = await asked(room, { live: true });
  room.clock.now = new Date(room.clock.now.getTime() + 60_000);
  const later = await asked(room);
  for (const each of [later, live]) await claimQuestion(room.deps, by('jordan', each));
  const order = async () => [
    (await questionsAskedBy(room.pg.db, workspaceId, userId('maya'), { limit: 5 })).map(({ id }) => id),
    (await questionsHeldBy(room.pg.db, workspaceId, userId('jordan'))).map(({ id }) => id),
  ];

  expect(await order()).toEqual([
    [live.id, later.id],
    [live.id, later.id],
  ]);
  await hangUpQuestion(room.deps, by('maya', live));

  expect((await order())[0]).toEqual([later.id, live.id]);
});

test('the time to the first human is measured by team', async () => {
  await using room = await openRoom();
  const since = room.clock.now;
  for (const seconds of [10, 20, 30, 40]) {
    const question = await asked(room, { live: true });
    room.clock.now = new Date(room.clock.now.getTime() + seconds * 1_000);
    await claimQuestion(room.deps, by('jordan', question));
  }
  await asked(room, { live: true, topic: topic('claims') });
  await asked(room);
  const until = new Date(room.clock.now.getTime() + 1_000);

  expect(await liveWaits(room.pg.db, workspaceId, { since, until })).toEqual([
    { team: 'Claims experts', asked: 1, p50: null, p90: null, unseen: 1 },
    { team: 'Keystone care team', asked: 4, p50: 25, p90: 37, unseen: 0 },
  ]);
});
