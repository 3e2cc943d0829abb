import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { type Decision, decide } from '../../../src/feedback/decide.ts';
import { discuss } from '../../../src/feedback/discuss.ts';
import type { Feedback } from '../../../src/feedback/feedback.ts';
import { ownFeedback } from '../../../src/feedback/own.ts';
import { tellShipped } from '../../../src/feedback/tell-shipped.ts';
import { themesByComment, themesLike } from '../../../src/feedback/theme-store.ts';
import { FeedbackEventId } from '../../../src/feedback/work.ts';
import { workRenderers } from '../../../src/feedback/work-renderers.ts';
import { historyOf } from '../../../src/feedback/work-store.ts';
import {
  openWorkRoom,
  outbox,
  person,
  said,
  userId,
  type WorkRoom,
  now as whole,
  workspaceId,
} from './work-room.ts';

async function one(room: WorkRoom, comment = 'The tram never comes'): Promise<Feedback> {
  const [found] = await said(room, [{ comment }]);
  if (!found) throw new Error('Nothing was said');
  return found;
}

const decision = (feedback: Feedback, changes: Partial<Decision> = {}): Decision => ({
  feedbackId: feedback.id,
  by: person('quinn'),
  seen: 0,
  status: 'planned',
  owner: null,
  ticket: null,
  themes: [],
  newThemes: null,
  ...changes,
});

const kinds = async (room: WorkRoom, { id }: Feedback) =>
  (await historyOf(room.pg.db, workspaceId, id)).map(({ kind }) => kind);

describe('Discussing', () => {
  test('opens one thread, whoever clicks at the same time, and brings the comment out for it', async () => {
    await using room = await openWorkRoom();
    const feedback = await one(room);
    const clicks = Array.from(
      { length: 8 },
      async () => await discuss(room.deps, { feedbackId: feedback.id, by: person('quinn') }),
    );
    const outcomes = (await Promise.all(clicks)).map(({ kind }) => kind);

    expect(outcomes.filter((kind) => kind === 'opened')).toHaveLength(1);
    expect(outcomes.filter((kind) => kind === 'openAlready')).toHaveLength(7);
    const [own] = await outbox(room, 'feedback.comment');
    expect(await outbox(room, 'feedback.brief')).toMatchObject([{ threadOf: own?.id }]);
    expect((await whole(room, feedback.id)).postId).toBe(own?.id);
    expect(await kinds(room, feedback)).toEqual(['discussed']);
  });

  test('redraws the digest out of which a comment was brought', async () => {
    await using room = await openWorkRoom();
    const [first, second] = await said(room, [{ comment: 'One' }, { comment: 'Two' }]);
    await discuss(room.deps, { feedbackId: first.id, by: person('quinn') });
    const digest = (await whole(room, first.id)).postId;
    await sql`update feedback set digest_id = ${digest} where id = ${second.id}`.execute(room.pg.db);
    await discuss(room.deps, { feedbackId: second.id, by: person('quinn') });

    const updates = (await outbox(room, 'feedback.comment')).filter(({ kind }) => kind === 'update');
    expect(updates).toMatchObject([{ targetId: digest }]);
  });
});

test('A thread whose brief never came, because its comment could not be posted, can be opened again', async () => {
  await using room = await openWorkRoom();
  const feedback = await one(room);
  const click = { feedbackId: feedback.id, by: person('quinn') };
  await discuss(room.deps, click);
  await sql`update outbox set state = 'dropped', settled_at = now() where kind = 'post'`.execute(room.pg.db);
  await sql`update feedback set post_id = null`.execute(room.pg.db);
  expect(await discuss(room.deps, click)).toEqual({ kind: 'opened' });
  expect(await discuss(room.deps, click)).toMatchObject({ kind: 'openAlready' });
  expect(await outbox(room, 'feedback.brief')).toHaveLength(2);
});

test('Nothing that was queued is sent once another company is in the channel', async () => {
  await using room = await openWorkRoom();
  const feedback = await one(room);
  await discuss(room.deps, { feedbackId: feedback.id, by: person('quinn') });
  const brief = workRenderers(room.deps).find(({ name }) => name === 'feedback.brief');
  expect(await brief?.draw({ feedbackId: feedback.id })).toBeDefined();
  const channel = room.pg.db.updateTable('directoryChannels').where('name', '=', 'web-member-feedback');
  await channel.set({ status: 'external' }).execute();
  expect(await brief?.draw({ feedbackId: feedback.id })).toBeUndefined();
});

describe('Owning', () => {
  test('one of two who click at once has it, and the other is told who', async () => {
    await using room = await openWorkRoom();
    const feedback = await one(room);
    await room.slack.as('maya').join('web-member-feedback');
    const outcomes = await Promise.all(
      ['quinn', 'maya'].map(
        async (name) => await ownFeedback(room.deps, { feedbackId: feedback.id, by: person(name) }),
      ),
    );

    const { owner } = await whole(room, feedback.id);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['owned', 'ownedBy']);
    expect(outcomes.find(({ kind }) => kind === 'ownedBy')).toMatchObject({ owner });
    expect(await kinds(room, feedback)).toEqual(['owned']);
  });

  test('again by the same person changes nothing', async () => {
    await using room = await openWorkRoom();
    const feedback = await one(room);
    for (const _ of [1, 2]) await ownFeedback(room.deps, { feedbackId: feedback.id, by: person('quinn') });
    expect(await kinds(room, feedback)).toEqual(['owned']);
  });
});

describe('Deciding', () => {
  test('is whole, is history that nobody can change, and redraws the message', async () => {
    await using room = await openWorkRoom();
    const feedback = await one(room);
    await discuss(room.deps, { feedbackId: feedback.id, by: person('quinn') });
    const ticket = 'https://tickets.example.com/browse/WEB-1/';
    const made = { seen: 1, owner: userId('quinn'), ticket, newThemes: 'Trams, late  TRAMS' };
    expect(await decide(room.deps, decision(feedback, made))).toEqual({ kind: 'decided' });

    expect(await whole(room, feedback.id)).toMatchObject({
      status: 'planned',
      owner: 'U0QUINN',
      ticket: 'https://tickets.example.com/browse/WEB-1',
    });
    const themes = await themesByComment(room.pg.db, workspaceId, [feedback.id]);
    expect(themes.get(feedback.id)?.map(({ name }) => name)).toEqual(['late trams', 'trams']);
    expect(await kinds(room, feedback)).toEqual(['discussed', 'owned', 'ticket', 'themes', 'status']);
    expect((await outbox(room, 'feedback.comment')).map(({ kind }) => kind)).toEqual(['post', 'update']);
    for (const change of ['update feedback_events set kind = kind', 'delete from feedback_events']) {
      await expect(sql.raw(change).execute(room.pg.db)).rejects.toThrow(/never changed or removed/);
    }
  });

  test('with what was seen before somebody else decided changes nothing', async () => {
    await using room = await openWorkRoom();
    const feedback = await one(room);
    const outcomes = await Promise.all([
      decide(room.deps, decision(feedback, { status: 'looking' })),
      decide(room.deps, decision(feedback, { status: 'wont_do' })),
    ]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['changedMeanwhile', 'decided']);
    expect(await kinds(room, feedback)).toEqual(['status']);
  });

  test.each([
    ['ownerCannot', { owner: userId('rosa') }],
    ['ownerCannot', { owner: userId('pat') }],
    ['noAddress', { ticket: 'ftp://tickets.example.com/1' }],
    ['noAddress', { ticket: 'https://quinn:secret@tickets.example.com/1' }],
    ['ticketIdentifies', { ticket: 'https://tickets.example.com/browse/R123456' }],
    ['ticketIdentifies', { ticket: 'https://tickets.example.com/?mail=maria%40example.com' }],
    ['themeIdentifies', { newThemes: 'trams, Maria Gonzalez' }],
    ['themeTooLong', { newThemes: 'x'.repeat(41) }],
    ['tooManyThemes', { newThemes: Array.from({ length: 11 }, (_, index) => `theme ${index}`).join(',') }],
  ] as const)('says %s, and nothing is kept', async (what, changes) => {
    await using room = await openWorkRoom();
    const feedback = await one(room);
    expect(await decide(room.deps, decision(feedback, changes))).toEqual({ kind: 'wrong', what });
    expect(await whole(room, feedback.id)).toEqual(feedback);
    expect(await kinds(room, feedback)).toEqual([]);
  });

  test('lets an owner stay who may not become one any more', async () => {
    await using room = await openWorkRoom();
    const feedback = await one(room);
    await sql`update feedback set owner = 'U0ROSA' where id = ${feedback.id}`.execute(room.pg.db);
    expect(await decide(room.deps, decision(feedback, { owner: userId('rosa') }))).toEqual({
      kind: 'decided',
    });
  });

  test('makes one theme of one name, by however many at a time, and suggests the most used first', async () => {
    await using room = await openWorkRoom();
    const comments = await said(
      room,
      Array.from({ length: 6 }, (_, index) => ({ comment: `Number ${index}` })),
    );
    await Promise.all(
      comments.map(
        async (each, index) =>
          await decide(
            room.deps,
            decision(each, { newThemes: index < 2 ? 'slow trams,trams' : 'Slow   trams' }),
          ),
      ),
    );
    const names = async (typed: string) =>
      (await themesLike(room.pg.db, workspaceId, typed, 100)).map(({ name }) => name);
    expect(await names('')).toEqual(['slow trams', 'trams']);
    expect(await names('tra')).toEqual(['slow trams', 'trams']);
    expect(await names('slow')).toEqual(['slow trams']);
    expect(await names('%')).toEqual([]);
  });
});

describe('Shipping', () => {
  const told = async (room: WorkRoom) =>
    (await outbox(room, 'feedback.shipped-note')).map(({ threadOf }) => threadOf);

  async function shippedEvents(room: WorkRoom): Promise<readonly FeedbackEventId[]> {
    const jobs = await room.jobs.recorded('feedback.shipped');
    return jobs.map(({ payload }) => FeedbackEventId.parse((payload as { eventId: unknown }).eventId));
  }

  test('tells the open threads with the same ticket, each once, also when the work is done again', async () => {
    await using room = await openWorkRoom();
    const all = await said(room, [
      { comment: 'one' },
      { comment: 'two' },
      { comment: 'three' },
      { comment: 'four' },
    ]);
    const [one_, two, three, four] = all;
    for (const each of [one_, two, four])
      await discuss(room.deps, { feedbackId: each.id, by: person('quinn') });
    const ticket = 'https://tickets.example.com/browse/WEB-9';
    await decide(room.deps, decision(two, { seen: 1, ticket }));
    await decide(room.deps, decision(three, { ticket, newThemes: 'trams' }));
    await decide(room.deps, decision(four, { seen: 1, newThemes: 'trams' }));
    await decide(room.deps, decision(one_, { seen: 1, status: 'shipped', ticket, newThemes: 'trams' }));

    const [eventId, ...more] = await shippedEvents(room);
    expect(more).toEqual([]);
    const job = { eventId: FeedbackEventId.parse(eventId) };
    await Promise.all([1, 2, 3].map(async () => await tellShipped(room.deps, job)));
    const posts = await Promise.all([one_, two].map(async ({ id }) => (await whole(room, id)).postId));
    expect(await told(room)).toHaveLength(2);
    expect(new Set(await told(room))).toEqual(new Set(posts));
  });

  test('without a ticket, the open threads with a theme in common hear of it', async () => {
    await using room = await openWorkRoom();
    const [one_, two, three] = await said(room, [
      { comment: 'one' },
      { comment: 'two' },
      { comment: 'three' },
    ]);
    for (const each of [two, three]) await discuss(room.deps, { feedbackId: each.id, by: person('quinn') });
    await decide(room.deps, decision(two, { seen: 1, newThemes: 'trams' }));
    await decide(room.deps, decision(three, { seen: 1, newThemes: 'buses' }));
    await decide(room.deps, decision(one_, { status: 'shipped', newThemes: 'trams, rails' }));
    for (const eventId of await shippedEvents(room)) await tellShipped(room.deps, { eventId });

    expect(await told(room)).toEqual([(await whole(room, two.id)).postId]);
  });
});
