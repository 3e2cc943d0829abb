import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { openMemberId } from '../../../src/members/index.ts';
import { askQuestion } from '../../../src/questions/ask.ts';
import { cardRejected } from '../../../src/questions/card-rejected.ts';
import { historyOf } from '../../../src/questions/history-store.ts';
import { preferencesOf } from '../../../src/questions/memory-store.ts';
import { findQuestion, questionsAskedBy } from '../../../src/questions/store.ts';
import {
  anAsk,
  asked,
  channelId,
  kinds,
  now,
  openRoom,
  outbox,
  person,
  questionOf,
  topic,
  userId,
  workspaceId,
} from './room.ts';

describe('asking', () => {
  test("stores the question with its card's, its asker's message's and its history's first row", async () => {
    await using room = await openRoom();
    const { db } = room.pg;

    const question = await asked(room, { topic: topic('providers') });

    expect(await findQuestion(db, workspaceId, question.id)).toEqual(question);
    expect(question).toMatchObject({ askedBy: userId('maya'), status: { name: 'open' } });
    expect(question.placement).toMatchObject({
      tier: 3,
      channel: channelId('experts-providers'),
      reason: 'because the topic is Providers',
    });
    expect(await outbox(room, 'questions.card')).toMatchObject([
      { channelId: channelId('experts-providers'), payload: { questionId: question.id, move: 0 } },
    ]);
    expect(await outbox(room, 'questions.asker')).toMatchObject([
      { id: question.askerMessage, userId: userId('maya') },
    ]);
    expect(await historyOf(db, workspaceId, question.id)).toMatchObject([
      { by: userId('maya'), statusBefore: null, statusAfter: 'open', detail: { kind: 'asked' } },
    ]);
    expect(await room.jobs.recorded('slack.deliver')).toHaveLength(2);
  });

  test('keeps the text only redacted, and the member ID only sealed', async () => {
    await using room = await openRoom();

    const question = await asked(room, {
      text: 'Member R123456, SSN 123-45-6789, wants a GI provider',
      memberId: ' r123456 ',
    });

    const dump = await sql<{
      row: string;
    }>`select row_to_json(questions)::text as row from questions`.execute(room.pg.db);
    expect(dump.rows[0]?.row).not.toMatch(/123456|123-45-6789/);
    expect(question.text).toContain('wants a GI provider');
    expect(question.member && (await openMemberId(room.deps, question.member))).toBe('R123456');
  });

  test('submitting one form twice at the same moment makes one question, and both learn of it', async () => {
    await using room = await openRoom();
    const ask = anAsk();

    const outcomes = await Promise.all([askQuestion(room.deps, ask), askQuestion(room.deps, ask)]);

    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['asked', 'askedBefore']);
    const [first, second] = outcomes.map(questionOf);
    expect(first?.id).toBe(second?.id);
    expect(await outbox(room, 'questions.card')).toHaveLength(1);
    expect(await outbox(room, 'questions.asker')).toHaveLength(1);
  });

  test('without a form to tell them apart, two submissions are two questions', async () => {
    await using room = await openRoom();

    const first = await asked(room, { viewId: null });
    const second = await asked(room, { viewId: null });

    expect(first.id).not.toBe(second.id);
  });

  test('leaves neither row nor job when anything of it fails', async () => {
    await using room = await openRoom();
    await sql`drop table preferences`.execute(room.pg.db);
    const before = await room.jobs.recorded();

    await expect(askQuestion(room.deps, anAsk())).rejects.toThrow('preferences');

    const left = await sql<{ count: string }>`
      select (select count(*) from questions) + (select count(*) from question_events)
        + (select count(*) from outbox) as count`.execute(room.pg.db);
    expect(left.rows).toEqual([{ count: '0' }]);
    expect(await room.jobs.recorded()).toEqual(before);
  });

  test('remembers the last state and topic, and keeps a state when the next question has none', async () => {
    await using room = await openRoom();

    await asked(room, { topic: topic('claims'), state: 'FL' });
    await asked(room, { topic: topic('billing'), state: null });

    expect(await preferencesOf(room.pg.db, workspaceId, userId('maya'))).toEqual({
      state: 'FL',
      topic: 'billing',
    });
  });

  test("lists a person's questions, what is not resolved first", async () => {
    await using room = await openRoom();
    const older = await asked(room);
    room.clock.now = new Date('2026-11-02T16:00:00Z');
    const newer = await asked(room);
    await asked(room, { by: person('priya') });

    const mine = await questionsAskedBy(room.pg.db, workspaceId, userId('maya'), { limit: 10 });

    expect(mine.map(({ id }) => id)).toEqual([newer.id, older.id]);
  });
});

describe('who asks', () => {
  test('on several care teams or none has to say for which', async () => {
    await using room = await openRoom();
    const refusal = { reason: 'needs', what: 'careTeam' };

    for (const name of ['jordan', 'theo']) {
      expect(await askQuestion(room.deps, anAsk({ by: person(name) }))).toEqual({ kind: 'refused', refusal });
    }
  });

  test('from another company is refused', async () => {
    await using room = await openRoom();
    const by = { ...person('pat'), isExternal: true };

    expect(await askQuestion(room.deps, anAsk({ by }))).toEqual({
      kind: 'refused',
      refusal: { reason: 'external' },
    });
  });
});

describe('a channel that cannot be posted to', () => {
  test('gives way, the card says so, and administrators are told once', async () => {
    await using room = await openRoom();
    await sql`update directory_channels set status = 'archived' where name = 'care-keystone'`.execute(
      room.pg.db,
    );

    const first = await asked(room);
    await asked(room);

    expect(first.placement).toMatchObject({ tier: 2 });
    expect(first.placement.reason).toContain('#care-keystone is archived');
    expect(await outbox(room, 'questions.unpostable')).toMatchObject([{ userId: userId('alex') }]);
  });

  test('is told of again when it breaks again after it was mended', async () => {
    await using room = await openRoom();
    const turn = async (status: string) =>
      await sql`update directory_channels set status = ${status} where name = 'care-keystone'`.execute(
        room.pg.db,
      );

    for (const status of ['archived', 'ok', 'archived']) {
      await turn(status);
      await asked(room);
    }

    expect(await outbox(room, 'questions.unpostable')).toHaveLength(2);
  });

  test('refuses the question when there is no other, and administrators are told all the same', async () => {
    await using room = await openRoom();
    await sql`update directory_channels set status = 'external'`.execute(room.pg.db);

    const outcome = await askQuestion(room.deps, anAsk());

    expect(outcome).toMatchObject({ kind: 'refused', refusal: { reason: 'nowhere' } });
    expect(await outbox(room, 'questions.unpostable')).toHaveLength(2);
    expect(await outbox(room, 'questions.card')).toHaveLength(0);
  });
});

describe('a card that Slack refuses', () => {
  test('sends the question on to the next channel, whose directory entry is marked', async () => {
    await using room = await openRoom();
    const question = await asked(room, { topic: topic('claims'), state: 'FL' });

    const rejection = { questionId: question.id, move: 0, errorCode: 'is_archived' };
    await cardRejected(room.deps, rejection);
    await cardRejected(room.deps, rejection);

    const { placement } = await now(room, question);
    expect(placement).toMatchObject({ channel: channelId('experts-claims'), move: 1 });
    expect(placement.reason).toContain('#experts-claims-florida is archived');
    expect(await kinds(room, question)).toEqual(['asked', 'rerouted']);
    expect(await outbox(room, 'questions.unpostable')).toHaveLength(1);
    const live = await room.deps.directory.load(workspaceId);
    expect(live?.place('experts-claims-florida').status).toBe('archived');
  });

  test('never returns to a channel that refused it before', async () => {
    await using room = await openRoom();
    const question = await asked(room, { topic: topic('claims'), state: 'FL' });

    await cardRejected(room.deps, { questionId: question.id, move: 0, errorCode: 'restricted_action' });
    await cardRejected(room.deps, { questionId: question.id, move: 1, errorCode: 'restricted_action' });

    const { placement } = await now(room, question);
    expect(placement).toMatchObject({ tier: 2, move: 2 });
  });

  test('for a reason that other channels share strands the question, and the asker is told', async () => {
    await using room = await openRoom();
    const question = await asked(room);

    const rejection = { questionId: question.id, move: 0, errorCode: 'invalid_blocks' };
    await cardRejected(room.deps, rejection);
    await cardRejected(room.deps, rejection);

    expect(await kinds(room, question)).toEqual(['asked', 'stranded']);
    expect(await outbox(room, 'questions.stranded-note')).toMatchObject([
      { userId: userId('maya'), threadOf: question.askerMessage },
    ]);
  });
});
