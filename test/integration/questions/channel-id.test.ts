import { expect, test } from '@jest/globals';
import { markAnswer } from '../../../src/questions/answer.ts';
import { callsOf } from '../../../src/questions/call-store.ts';
import { cardAt, cardsOf } from '../../../src/questions/card-store.ts';
import { claimQuestion } from '../../../src/questions/claim.ts';
import { escalateQuestion } from '../../../src/questions/escalate.ts';
import { followChannel } from '../../../src/questions/follow-channel.ts';
import { questionOfThread, recordReply } from '../../../src/questions/follow-thread.ts';
import type { Question } from '../../../src/questions/question.ts';
import { repliesIn } from '../../../src/questions/reply-store.ts';
import { ChannelId } from '../../../src/shared/ids.ts';
import { passTime } from './clocks.ts';
import {
  asked,
  channelId,
  now,
  openRoom,
  outbox,
  person,
  posted,
  topic,
  ts,
  userId,
  workspaceId,
} from './room.ts';

const by = (name: string, { id }: Question) => ({ questionId: id, by: person(name), seen: null });
const from = channelId('experts-claims');
const to = ChannelId.parse('G0EXPERTSCLAIMS');

test('a question goes on in a channel that has got another id: its card, replies, answer and calls', async () => {
  await using room = await openRoom();
  const question = await asked(room, { topic: topic('claims'), live: true, state: null });
  await posted(room, question, ts(1));
  await passTime(room, 90);
  const reply = { channel: from, threadTs: ts(1), ts: ts(5), author: userId('lee') };
  await recordReply(room.deps, reply);
  await markAnswer(room.deps, { by: person('lee'), ...reply });

  await followChannel(room.deps, { from, to });
  await followChannel(room.deps, { from, to });

  expect(await now(room, question)).toMatchObject({
    placement: { channel: to },
    status: { name: 'answered', answer: { channel: to, ts: ts(5) } },
  });
  expect(await cardAt(room.pg.db, workspaceId, to, ts(1))).toMatchObject({ channel: to });
  expect(await questionOfThread(room.pg.db, workspaceId, to, ts(1))).toBe(question.id);
  expect(await questionOfThread(room.pg.db, workspaceId, from, ts(1))).toBeUndefined();
  expect(await repliesIn(room.pg.db, workspaceId, { channel: to, threadTs: ts(1) })).toHaveLength(1);
  expect(await callsOf(room.pg.db, workspaceId, question.id)).toMatchObject([{ channel: to }]);
});

test('what waits to be posted there is sent to the other id, and the threads are read for what was missed', async () => {
  await using room = await openRoom();
  const standing = await asked(room, { topic: topic('claims') });
  await posted(room, standing, ts(1));
  const elsewhere = await asked(room, { topic: topic('billing') });
  await posted(room, elsewhere, ts(2));
  const waiting = await asked(room, { topic: topic('claims') });

  await followChannel(room.deps, { from, to });

  expect(await cardsOf(room.pg.db, workspaceId, waiting.id)).toMatchObject([{ channel: to, ts: null }]);
  const posts = (await outbox(room, 'questions.card')).filter(({ kind }) => kind === 'post');
  expect(posts.map(({ channelId: where }) => where)).toEqual([to, channelId('experts-billing'), to]);
  expect((await room.jobs.recorded('questions.catch-up-thread')).map(({ payload }) => payload)).toEqual([
    { questionId: standing.id, move: 0 },
  ]);
});

test('a question that has moved on leaves its old card behind under the other id', async () => {
  await using room = await openRoom();
  const question = await asked(room);
  await posted(room, question, ts(1));
  await claimQuestion(room.deps, by('jordan', question));
  await escalateQuestion(room.deps, by('jordan', question));
  const old = channelId('care-keystone');

  await followChannel(room.deps, { from: old, to });

  expect(await cardsOf(room.pg.db, workspaceId, question.id)).toMatchObject([
    { move: 0, channel: to },
    { move: 1, channel: channelId('region-northeast') },
  ]);
  expect((await now(room, question)).placement.channel).toBe(channelId('region-northeast'));
});
