import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { markAnswer } from '../../../src/questions/answer.ts';
import { callsOf } from '../../../src/questions/call-store.ts';
import { catchUp, catchUpThread, requestCatchUp } from '../../../src/questions/catch-up.ts';
import { recordReply } from '../../../src/questions/follow-thread.ts';
import type { Question } from '../../../src/questions/question.ts';
import { timeOf } from '../../../src/questions/reply.ts';
import { resolveQuestion } from '../../../src/questions/resolve.ts';
import { type MessageTs, MessageTs as Ts } from '../../../src/shared/ids.ts';
import { passTime } from './clocks.ts';
import {
  asked,
  channelId,
  kinds,
  now,
  openRoom,
  person,
  posted,
  type Room,
  topic,
  ts,
  userId,
  workspaceId,
} from './room.ts';

const channel = channelId('experts-claims');

/** A question whose card really stands in the practice workspace. */
async function standing(room: Room): Promise<{ question: Question; card: MessageTs }> {
  const question = await asked(room, { topic: topic('claims') });
  const message = await room.deps.slack.reads.chat.postMessage({ channel, text: 'A card' });
  const card = Ts.parse(message.ts);
  await posted(room, question, card);
  return { question, card };
}

describe('catching up', () => {
  test('learns of replies that were written while nobody listened', async () => {
    await using room = await openRoom();
    const { question, card } = await standing(room);
    const reply = await room.slack.as('lee').say('#experts-claims', 'Yes, it is.', { threadTs: card });

    await catchUpThread(room.deps, { questionId: question.id, move: 0 });
    await catchUpThread(room.deps, { questionId: question.id, move: 0 });

    const at = timeOf(Ts.parse(reply));
    expect((await now(room, question)).firstResponse).toEqual({ by: userId('lee'), at });
    expect(await kinds(room, question)).toEqual(['asked', 'first_response']);
  });

  test('reads what was said under a call to take the question, too', async () => {
    await using room = await openRoom();
    const question = await asked(room, { topic: topic('claims'), live: true });
    await passTime(room, 90);
    const [call] = await callsOf(room.pg.db, workspaceId, question.id);
    const message = await room.deps.slack.reads.chat.postMessage({ channel, text: 'A call' });
    const at = Ts.parse(message.ts);
    await sql`update outbox set state = 'done', settled_at = now(), ts = ${at} where id = ${call?.outboxId}`.execute(
      room.pg.db,
    );
    await room.slack.as('lee').say('#experts-claims', 'I can.', { threadTs: at });

    await catchUpThread(room.deps, { questionId: question.id, move: 0 });

    expect((await now(room, question)).firstResponse).toMatchObject({ by: userId('lee') });
  });

  test('learns that the answer was edited, and that it was deleted', async () => {
    await using room = await openRoom();
    const { question, card } = await standing(room);
    const lee = room.slack.as('lee');
    const reply = Ts.parse(await lee.say('#experts-claims', 'Yes, it is.', { threadTs: card }));
    const said = { channel, threadTs: card, ts: reply, author: userId('lee') };
    await recordReply(room.deps, said);
    await markAnswer(room.deps, { ...said, by: person('maya') });

    await lee.edit({ channel: '#experts-claims', ts: reply }, 'No, it is not.');
    await catchUpThread(room.deps, { questionId: question.id, move: 0 });
    await lee.remove({ channel: '#experts-claims', ts: reply });
    await catchUpThread(room.deps, { questionId: question.id, move: 0 });

    expect(await kinds(room, question)).toEqual([
      'asked',
      'first_response',
      'answered',
      'answer_edited',
      'answer_deleted',
    ]);
  });

  test('gives up on a thread that is there no more', async () => {
    await using room = await openRoom();
    const question = await asked(room, { topic: topic('claims') });
    await posted(room, question, ts(1));

    await catchUpThread(room.deps, { questionId: question.id, move: 0 });

    expect(await kinds(room, question)).toEqual(['asked']);
  });

  test('reads every page of a long thread', async () => {
    await using room = await openRoom();
    const { question, card } = await standing(room);
    const lee = room.slack.as('lee');
    const first = await lee.say('#experts-claims', 'One', { threadTs: card });
    for (let more = 0; more < 5; more += 1) await lee.say('#experts-claims', 'More', { threadTs: card });
    const { reads } = room.deps.slack;
    const replies = async (thread: { channel: string; ts: string }) =>
      await reads.conversations.replies({ ...thread, limit: 2 });

    const deps = { ...room.deps, slack: { reads: { conversations: { replies } } } };
    await catchUpThread(deps, { questionId: question.id, move: 0 });

    const rows = await room.pg.db.selectFrom('questionReplies').select('ts').execute();
    expect(rows).toHaveLength(6);
    expect(rows).toContainEqual({ ts: first });
  });

  test('looks at posted cards of questions that are not resolved, paced', async () => {
    await using room = await openRoom();
    const open = await asked(room, { topic: topic('claims') });
    const done = await asked(room, { topic: topic('claims') });
    await asked(room, { topic: topic('claims') });
    await posted(room, open, ts(1));
    await posted(room, done, ts(2));
    await resolveQuestion(room.deps, { questionId: done.id, by: person('maya'), seen: null });

    await requestCatchUp(room.deps);
    await catchUp(room.deps);

    expect(await room.jobs.recorded('questions.catch-up')).toHaveLength(1);
    expect(await room.jobs.recorded('questions.catch-up-thread')).toMatchObject([
      { payload: { questionId: open.id, move: 0 } },
    ]);
  });
});
