import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { considerThread } from '../../../src/feedback/consider-thread.ts';
import { discuss } from '../../../src/feedback/discuss.ts';
import { followReply } from '../../../src/feedback/follow-replies.ts';
import type { HotThread } from '../../../src/feedback/hot.ts';
import { hotThreadAt } from '../../../src/feedback/hot-store.ts';
import { makeRoom } from '../../../src/feedback/make-room.ts';
import { type Reply, repliesIn } from '../../../src/feedback/reply-store.ts';
import { askForRoom, knowThread, ownThread } from '../../../src/feedback/stand-by-thread.ts';
import { workRenderers } from '../../../src/feedback/work-renderers.ts';
import { randomBy } from '../../support/random.ts';
import {
  FEEDBACK_CHANNEL,
  now,
  openWorkRoom,
  outbox,
  person,
  said,
  settled,
  ts,
  userId,
  type WorkRoom,
  workspaceId,
} from './work-room.ts';

const PEOPLE = ['quinn', 'maya', 'jordan', 'priya', 'lee'];
const GRANTED = z
  .object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) })
  .parse(JSON.parse(readFileSync('manifests/production.json', 'utf8'))).oauth_config.scopes.bot;
const START = Date.parse('2026-11-04T12:00:00Z') / 1_000;

/** A comment whose thread is open, and whose message Slack has. */
async function aThread(room: WorkRoom, startedAt = START) {
  const [comment] = await said(room, [{ comment: `The quay is closed ${startedAt}` }]);
  await discuss(room.deps, { feedbackId: comment.id, by: person('quinn') });
  const { postId } = await now(room, comment.id);
  const threadTs = ts(startedAt);
  await settled(room, postId, threadTs);
  return { channel: FEEDBACK_CHANNEL, threadTs, postId };
}

type Thread = Awaited<ReturnType<typeof aThread>>;

const replyTo = ({ channel, threadTs }: Thread, index: number, everySeconds = 60): Reply => ({
  channel,
  threadTs,
  ts: ts(Number(threadTs) + (index + 1) * everySeconds),
  author: userId(PEOPLE[index % PEOPLE.length] ?? 'quinn'),
});

async function replies(room: WorkRoom, thread: Thread, count: number, everySeconds = 60): Promise<void> {
  for (let index = 0; index < count; index += 1)
    await followReply(room.deps, replyTo(thread, index, everySeconds));
}

const hotAt = async (room: WorkRoom, thread: Thread): Promise<HotThread | undefined> =>
  await hotThreadAt(room.pg.db, workspaceId, thread);

async function aHotThread(room: WorkRoom): Promise<HotThread> {
  const thread = await aThread(room);
  await replies(room, thread, 100);
  await considerThread(room.deps, thread);
  const hot = await hotAt(room, thread);
  if (!hot) throw new Error('The thread is not hot');
  return hot;
}

describe('Counting replies', () => {
  test('comes to the same in whatever order they are heard of, twice, and after their deletion', async () => {
    await using room = await openWorkRoom();
    const thread = await aThread(room);
    const random = randomBy(7);
    const heard = Array.from({ length: 30 }, (_, index) => index).flatMap((index) => [
      { index, deletedAt: null },
      { index, deletedAt: null },
      ...(index % 3 === 0 ? [{ index, deletedAt: room.clock.now }] : []),
    ]);
    for (const { index, deletedAt } of heard.toSorted(() => random() - 0.5)) {
      await followReply(room.deps, replyTo(thread, index), deletedAt);
    }

    const standing = await repliesIn(room.pg.db, workspaceId, thread);
    expect(standing.map((each) => each.ts)).toEqual(
      Array.from({ length: 30 }, (_, index) => index)
        .filter((index) => index % 3 !== 0)
        .map((index) => replyTo(thread, index).ts),
    );
  });

  test('leaves out what the app wrote, and threads that are none of ours', async () => {
    await using room = await openWorkRoom();
    const thread = await aThread(room);
    await followReply(room.deps, { ...replyTo(thread, 0), author: room.deps.workspace.botUserId });
    await followReply(room.deps, { ...replyTo(thread, 1), threadTs: ts(START + 5) });
    expect(await repliesIn(room.pg.db, workspaceId, thread)).toEqual([]);
    expect(await room.jobs.recorded('feedback.consider-thread')).toEqual([]);
  });
});

describe('A hot thread', () => {
  test('is brought to the product channel with the hundredth reply, once, whoever looks at the same time', async () => {
    await using room = await openWorkRoom();
    const thread = await aThread(room);
    await replies(room, thread, 99);
    await considerThread(room.deps, thread);
    expect(await hotAt(room, thread)).toBeUndefined();

    await followReply(room.deps, replyTo(thread, 99));
    await Promise.all([1, 2, 3, 4].map(async () => await considerThread(room.deps, thread)));
    expect(await hotAt(room, thread)).toMatchObject({ heat: 'many', subject: { kind: 'feedback' } });
    const [message, ...more] = await outbox(room, 'feedback.hot-thread');
    expect(message).toMatchObject({ kind: 'post', channelId: FEEDBACK_CHANNEL });
    expect(more.filter(({ kind }) => kind === 'post')).toEqual([]);

    const renderer = workRenderers(room.deps).find(({ name }) => name === 'feedback.hot-thread');
    const drawn = JSON.stringify(await renderer?.draw(message?.payload));
    expect(drawn).toMatch(/\*100\* replies by \*5 people\*/);
    expect(drawn).toContain('*States* FL 1');
    expect(drawn).toContain('<@U0QUINN> 20');
  });

  test('is not one with a hundred of which some were deleted', async () => {
    await using room = await openWorkRoom();
    const thread = await aThread(room);
    await replies(room, thread, 100);
    await followReply(room.deps, replyTo(thread, 50), room.clock.now);
    await considerThread(room.deps, thread);
    expect(await hotAt(room, thread)).toBeUndefined();
  });

  test('is one that grows unlike others, but not where all grow so', async () => {
    await using room = await openWorkRoom();
    room.clock.now = new Date((START + 1_900) * 1_000);
    const thread = await aThread(room);
    await replies(room, thread, 30);
    await considerThread(room.deps, thread);
    expect(await hotAt(room, thread)).toMatchObject({ heat: 'fast' });

    const other = await aThread(room, START + 1);
    for (let day = 1; day <= 20; day += 1) {
      const earlier = await aThread(room, START - day * 86_400);
      await replies(room, earlier, 40, 30);
    }
    await replies(room, other, 30);
    await considerThread(room.deps, other);
    expect(await hotAt(room, other)).toBeUndefined();
  });

  test('waits while the channel cannot be posted to', async () => {
    await using room = await openWorkRoom();
    const thread = await aThread(room);
    await replies(room, thread, 100);
    const channel = room.pg.db.updateTable('directoryChannels').where('name', '=', 'web-member-feedback');
    await channel.set({ status: 'archived' }).execute();
    await considerThread(room.deps, thread);
    expect(await hotAt(room, thread)).toBeUndefined();
    await channel.set({ status: 'ok' }).execute();
    await considerThread(room.deps, thread);
    expect(await hotAt(room, thread)).toBeDefined();
  });
});

describe('Standing by a hot thread', () => {
  test('one of two who take it at once has it; who says that it is known stays known for that', async () => {
    await using room = await openWorkRoom();
    const { id, channel, threadTs } = await aHotThread(room);
    await room.slack.as('maya').join('web-member-feedback');
    const outcomes = await Promise.all(
      ['quinn', 'maya'].map(
        async (name) => await ownThread(room.deps, { hotThreadId: id, by: person(name) }),
      ),
    );
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'ownedBy']);
    for (const name of ['maya', 'quinn']) await knowThread(room.deps, { hotThreadId: id, by: person(name) });
    expect(await hotThreadAt(room.pg.db, workspaceId, { channel, threadTs })).toMatchObject({
      knownBy: 'U0MAYA',
    });
  });

  test('a channel is made by product managers only, and others are told so', async () => {
    await using room = await openWorkRoom();
    const { id } = await aHotThread(room);
    await room.slack.as('maya').join('web-member-feedback');
    for (const by of [person('maya'), person('rosa'), { ...person('pat'), isExternal: true }]) {
      expect(await askForRoom(room.deps, { hotThreadId: id, by })).toMatchObject({ kind: 'refused' });
    }
    expect(await room.jobs.recorded('feedback.make-room')).toEqual([]);
  });
});

describe('The channel of a hot thread', () => {
  const again = { isLastTry: false };

  async function asked(room: WorkRoom): Promise<HotThread> {
    const hot = await aHotThread(room);
    const click = { hotThreadId: hot.id, by: person('quinn') };
    const outcomes = await Promise.all([1, 2, 3].map(async () => await askForRoom(room.deps, click)));
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'roomIsThere', 'roomIsThere']);
    return hot;
  }

  const made = async (room: WorkRoom) =>
    (await room.slack.channels()).filter(({ name }) => name.startsWith('hot-'));

  test('is made once with those who wrote most, and linked both ways, however often the job runs', async () => {
    await using room = await openWorkRoom();
    const hot = await asked(room);
    for (const _ of [1, 2, 3]) await makeRoom(room.deps, { hotThreadId: hot.id }, again);

    const [channel, ...more] = await made(room);
    expect(more).toEqual([]);
    expect(channel?.members.toSorted()).toEqual(
      ['U0CONCIERGE', 'U0JORDAN', 'U0LEE', 'U0MAYA', 'U0PRIYA', 'U0QUINN'].toSorted(),
    );
    expect(await outbox(room, 'feedback.room-opening')).toMatchObject([{ channelId: channel?.id }]);
    expect(await outbox(room, 'feedback.room-note')).toMatchObject([
      { channelId: FEEDBACK_CHANNEL, threadOf: hot.rootId },
    ]);
    expect(await hotThreadAt(room.pg.db, workspaceId, hot)).toMatchObject({
      room: { state: 'made', channel: channel?.id },
    });
  });

  test.each(['500-after', 'drop-after', 'cut-body', 'fatal_error-after'] as const)(
    'is found again when the answer to its making was lost (%s)',
    async (kind) => {
      await using room = await openWorkRoom();
      const hot = await asked(room);
      await room.slack.faults.add({ method: 'conversations.create', kind });
      await expect(makeRoom(room.deps, { hotThreadId: hot.id }, again)).rejects.toThrow(/./);
      await room.slack.faults.add({ method: 'conversations.invite', kind });
      await expect(makeRoom(room.deps, { hotThreadId: hot.id }, again)).rejects.toThrow(/./);
      await makeRoom(room.deps, { hotThreadId: hot.id }, again);
      expect(await made(room)).toHaveLength(1);
      expect(await outbox(room, 'feedback.room-opening')).toHaveLength(1);
    },
  );

  test('is refused in words where the app lacks the permission, and can be asked for again', async () => {
    await using room = await openWorkRoom({
      scopes: GRANTED.filter((scope) => !['channels:manage', 'groups:write'].includes(scope)),
    });
    const hot = await asked(room);
    await makeRoom(room.deps, { hotThreadId: hot.id }, again);

    expect(await hotThreadAt(room.pg.db, workspaceId, hot)).toMatchObject({
      room: { state: 'refused', error: 'missing_scope' },
    });
    const renderer = workRenderers(room.deps).find(({ name }) => name === 'feedback.hot-thread');
    const drawn = JSON.stringify(await renderer?.draw({ hotThreadId: hot.id }));
    expect(drawn).toContain('No channel could be made');
    expect(drawn).toContain('"text":"Make a channel"');
    const click = { hotThreadId: hot.id, by: person('quinn') };
    expect(await askForRoom(room.deps, click)).toEqual({ kind: 'done' });
  });

  test('is private where the thread is in a private channel, and nothing is said in one that is shared', async () => {
    await using room = await openWorkRoom();
    const hot = await asked(room);
    await room.slack.admin.makePrivate('web-member-feedback');
    await room.slack.admin.shareExternally('web-member-feedback');
    await makeRoom(room.deps, { hotThreadId: hot.id }, again);
    expect(await made(room)).toMatchObject([{ isPrivate: true }]);
    expect(await outbox(room, 'feedback.room-note')).toEqual([]);
  });
});
