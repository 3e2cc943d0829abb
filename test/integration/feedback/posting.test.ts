import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { countSilent } from '../../../src/feedback/count-silent.ts';
import type { Feedback } from '../../../src/feedback/feedback.ts';
import { noteWaiting } from '../../../src/feedback/measures.ts';
import { ownMessage } from '../../../src/feedback/own-message.ts';
import { queueNext } from '../../../src/feedback/post-waiting.ts';
import { replay } from '../../../src/feedback/replay.ts';
import { takeBack } from '../../../src/feedback/take-back.ts';
import { createMetrics } from '../../../src/platform/metrics.ts';
import {
  FEEDBACK_CHANNEL,
  now,
  openWorkRoom,
  outbox,
  said,
  type WorkRoom,
  workspaceId,
} from './work-room.ts';

const posting = (room: WorkRoom, postsPerSecond = 1) => ({
  ...room.deps,
  metrics: createMetrics(),
  feedback: { postsPerSecond },
});
const many = (count: number, page = 'billing') =>
  Array.from({ length: count }, (_, index) => ({ comment: `comment ${index}`, page }));

async function oneSaid(room: WorkRoom): Promise<Feedback> {
  const [only] = await said(room, many(1));
  if (!only) throw new Error('Nothing was said');
  return only;
}

async function slackTakesAll(room: WorkRoom): Promise<void> {
  await sql`update outbox set state = 'done', settled_at = now(), ts = '1760000000.000100' where state = 'pending'`.execute(
    room.pg.db,
  );
}

/** Queues and posts until nothing waits, and returns which views were posted, in order. */
async function postAll(room: WorkRoom, deps = posting(room)): Promise<readonly string[]> {
  while ((await queueNext(deps)) !== 'done') await slackTakesAll(room);
  const rows = await room.pg.db.selectFrom('outbox').select('view').orderBy('id').execute();
  return rows.map(({ view }) => view);
}

describe('Posting what waits', () => {
  test('queues no further ahead than a few seconds, each comment as its own message, in their order', async () => {
    await using room = await openWorkRoom();
    const comments = await said(room, many(10));

    expect(await queueNext(posting(room))).toBe('more');
    expect(await queueNext(posting(room))).toBe('full');
    expect(await outbox(room, 'feedback.comment')).toHaveLength(3);

    await postAll(room);
    const posted = await outbox(room, 'feedback.comment');
    expect(posted.map(({ payload }) => payload)).toEqual(comments.map(({ id }) => ({ feedbackId: id })));
    expect(posted.every(({ channelId }) => channelId === FEEDBACK_CHANNEL)).toBe(true);
  });

  test('combines what waits once that is more than 20 seconds of posting, and posts one by one when it is calm', async () => {
    await using room = await openWorkRoom();
    await said(room, [...many(60, 'billing'), ...many(30, 'claims'), ...many(5, 'id-cards')]);

    const views = await postAll(room);
    await said(room, many(2));
    const after = (await postAll(room)).slice(views.length);

    expect(views.filter((view) => view === 'feedback.digest').length).toBeGreaterThan(1);
    expect(views.length).toBeLessThan(30);
    expect(after).toEqual(['feedback.comment', 'feedback.comment']);
  });

  test('groups by page and rating, keeps the order in each, and forgets and doubles nothing', async () => {
    await using room = await openWorkRoom();
    const comments = await said(
      room,
      Array.from({ length: 300 }, (_, index) => ({
        comment: `comment ${index}`,
        page: `page-${index % 4}`,
        rating: index % 3 === 0 ? ('good' as const) : ('bad' as const),
      })),
    );

    await postAll(room);

    const placed = await Promise.all(comments.map(async ({ id }) => await now(room, id)));
    const groups = Map.groupBy(placed, ({ postId, digestId }) => postId ?? digestId);
    expect(groups.has(null)).toBe(false);
    expect(placed.every(({ postId, digestId }) => (postId === null) !== (digestId === null))).toBe(true);
    for (const group of groups.values()) {
      expect(new Set(group.map(({ page, rating }) => `${page} ${rating}`)).size).toBe(1);
    }
    for (const kind of Map.groupBy(placed, ({ page, rating }) => `${page} ${rating}`).values()) {
      const messages = kind.map(({ postId, digestId }) => postId ?? digestId ?? '');
      expect(messages).toEqual(messages.toSorted());
    }
  });

  test('done by several at once queues each comment once', async () => {
    await using room = await openWorkRoom();
    await said(room, many(50));

    await Promise.all(Array.from({ length: 6 }, async () => await queueNext(posting(room, 0))));

    expect(await outbox(room, 'feedback.comment')).toHaveLength(50);
  });

  test('waits while the channel cannot be posted to', async () => {
    await using room = await openWorkRoom();
    await said(room, many(1));
    await sql`update directory_channels set status = 'external' where name = 'web-member-feedback'`.execute(
      room.pg.db,
    );
    expect(await queueNext(posting(room))).toBe('nowhere');

    await sql`update directory_channels set status = 'ok' where name = 'web-member-feedback'`.execute(
      room.pg.db,
    );
    expect(await queueNext(posting(room))).toBe('more');
    expect(await outbox(room, 'feedback.comment')).toHaveLength(1);
  });

  test('is measured by what waits', async () => {
    await using room = await openWorkRoom();
    const metrics = createMetrics();
    await said(room, many(4));

    await noteWaiting({ ...room.deps, metrics });

    expect((await metrics.feedbackWaiting.get()).values).toEqual([{ value: 4, labels: {} }]);
  });
});

describe('A comment in a digest', () => {
  test('is brought out once, and the digest is drawn again', async () => {
    await using room = await openWorkRoom();
    const [first] = await said(room, many(60));
    await postAll(room);
    if (!first) throw new Error('Nothing was said');
    const inDigest = await now(room, first.id);
    const bringOut = async () =>
      await room.pg.db
        .transaction()
        .execute(
          async (trx) => await ownMessage(trx, room.deps, await now(room, inDigest.id), FEEDBACK_CHANNEL),
        );

    const before = (await outbox(room, 'feedback.comment')).length;
    expect(inDigest.digestId).not.toBeNull();
    const message = await bringOut();

    expect(await bringOut()).toBe(message);
    expect(await outbox(room, 'feedback.comment')).toHaveLength(before + 1);
    expect((await outbox(room, 'feedback.digest')).map(({ kind }) => kind)).toContain('update');
  });
});

describe('Ratings without a comment', () => {
  const rated = (count: number, at: string) =>
    Array.from({ length: count }, () => ({ comment: null, at: new Date(at) }));

  test('are counted in a line for each hour that is over, once, whoever counts', async () => {
    await using room = await openWorkRoom();
    await said(room, [
      ...rated(3, '2026-11-04T12:10:00Z'),
      ...rated(2, '2026-11-04T13:59:59Z'),
      ...rated(4, '2026-11-04T15:00:00Z'),
    ]);
    await sql`update feedback set counted = true`.execute(room.pg.db);

    await Promise.all([countSilent(posting(room)), countSilent(posting(room)), countSilent(posting(room))]);
    expect(await outbox(room, 'feedback.tally')).toHaveLength(2);

    room.clock.now = new Date('2026-11-04T16:00:00Z');
    await countSilent(posting(room));
    expect(await outbox(room, 'feedback.tally')).toHaveLength(3);
  });

  test('do not keep a poster waiting', async () => {
    await using room = await openWorkRoom();
    await said(room, rated(3, '2026-11-04T12:10:00Z'));
    await sql`update feedback set counted = true`.execute(room.pg.db);

    expect(await queueNext(posting(room))).toBe('done');
  });
});

describe('What never reached the channel', () => {
  const between = { from: new Date('2026-11-04T00:00:00Z'), to: new Date('2026-11-05T00:00:00Z') };
  const end = async (room: WorkRoom, state: 'rejected' | 'dropped'): Promise<void> => {
    await sql`update outbox set state = ${state}, settled_at = now(), error_code = 'is_archived' where state = 'pending'`.execute(
      room.pg.db,
    );
  };

  test('is posted again when it was refused, and nothing else is', async () => {
    await using room = await openWorkRoom();
    await said(room, many(2));
    await queueNext(posting(room));
    await slackTakesAll(room);
    await said(room, many(3));
    await queueNext(posting(room));
    await end(room, 'rejected');

    expect(await replay(room.deps, between)).toEqual({ received: 5, waiting: 0, retried: 3, takenBack: 0 });
    expect(await replay(room.deps, between)).toMatchObject({ retried: 0 });
    const early = { from: between.from, to: new Date('2026-11-04T01:00:00Z') };
    expect(await replay(room.deps, early)).toMatchObject({ received: 0 });
  });

  test('waits again when it was not sent, and goes out with a later message', async () => {
    await using room = await openWorkRoom();
    const comment = await oneSaid(room);
    await queueNext(posting(room));
    await queueNext(posting(room));
    await end(room, 'dropped');

    expect(await replay(room.deps, between)).toMatchObject({ waiting: 1, takenBack: 1 });
    expect(await queueNext(posting(room))).toBe('more');
    expect((await now(room, comment.id)).postId).toBe((await outbox(room, 'feedback.comment'))[1]?.id);
  });

  test('is not taken back once it is in the channel', async () => {
    await using room = await openWorkRoom();
    const comment = await oneSaid(room);
    await queueNext(posting(room));
    await slackTakesAll(room);
    const { postId } = await now(room, comment.id);

    if (postId === null) throw new Error('It has no message');
    await takeBack({ ...room.deps, workspace: { id: workspaceId } }, postId);

    expect((await now(room, comment.id)).postId).toBe(postId);
  });
});
