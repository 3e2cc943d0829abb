import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { FeedbackId, Page, ResponseId, Sender, SenderId } from '../../../src/feedback/feedback.ts';
import { endPromise } from '../../../src/feedback/intake-store.ts';
import { postJob } from '../../../src/feedback/jobs.ts';
import { queueNext } from '../../../src/feedback/post-waiting.ts';
import type { Prepared } from '../../../src/feedback/prepare.ts';
import { receiveFeedback } from '../../../src/feedback/receive.ts';
import { createMetrics } from '../../../src/platform/metrics.ts';
import { until } from '../../support/jobs.ts';
import { redacted } from '../../support/view-samples.ts';
import { openWorkRoom, type WorkRoom, workspaceId } from './work-room.ts';

function aPrepared(changes: Partial<Prepared> = {}): Prepared {
  return {
    id: FeedbackId.parse(uuidv7()),
    sender: Sender.parse('website'),
    senderId: SenderId.parse(uuidv7()),
    fingerprint: randomBytes(32),
    memberId: `OSC${Math.floor(Math.random() * 1e9)}`,
    state: 'FL',
    responseId: ResponseId.parse('1'),
    rating: 'bad',
    page: Page.parse('billing'),
    comment: redacted('It is slow'),
    redactions: null,
    url: null,
    submittedAt: new Date(),
    receivedAt: new Date(),
    counted: false,
    ...changes,
  };
}

const countOf = async (room: WorkRoom): Promise<number> =>
  (await room.pg.db.selectFrom('feedback').select('id').execute()).length;

const posting = (room: WorkRoom, postsPerSecond: number) => ({
  ...room.deps,
  metrics: createMetrics(),
  feedback: { postsPerSecond },
});

describe('Comments that come in', () => {
  test('are stored with a token for each member, one for each of them', async () => {
    await using room = await openWorkRoom();

    await receiveFeedback(room.deps, [
      aPrepared({ memberId: 'OSC-1 1' }),
      aPrepared({ memberId: 'osc11' }),
      aPrepared({ memberId: 'OSC12' }),
    ]);

    const { rows } = await sql<{ members: number; enrolled: number }>`
      select (select count(distinct member_ref)::int from feedback) as members,
        (select count(*)::int from members) as enrolled`.execute(room.pg.db);
    expect(rows).toEqual([{ members: 2, enrolled: 2 }]);
  });

  test('come once under one name, however many send it at once; another content under it is a conflict', async () => {
    await using room = await openWorkRoom();
    const senderId = SenderId.parse('c-1');
    const fingerprint = randomBytes(32);
    const same = () => aPrepared({ senderId, fingerprint, memberId: 'OSC1' });

    const together = await receiveFeedback(room.deps, [same(), same(), aPrepared({ senderId })]);
    const apart = await Promise.all(
      Array.from(
        { length: 12 },
        async (_, index) =>
          await receiveFeedback(room.deps, [index % 3 === 0 ? aPrepared({ senderId }) : same()]),
      ),
    );

    expect(together.map(({ kind }) => kind).toSorted()).toHaveLength(3);
    expect(await countOf(room)).toBe(1);
    const kinds = [...together, ...apart.flat()].map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'stored')).toHaveLength(1);
    expect(kinds).toContain('conflict');
    expect(kinds).toContain('repeated');
  });

  test('are another sender’s own under the same name', async () => {
    await using room = await openWorkRoom();
    const senderId = SenderId.parse('c-1');

    const received = await receiveFeedback(room.deps, [
      aPrepared({ senderId }),
      aPrepared({ senderId, sender: Sender.parse('app') }),
    ]);

    expect(received.map(({ kind }) => kind)).toEqual(['stored', 'stored']);
  });

  test('of the same unknown members, stored by many at once, make each member once', async () => {
    await using room = await openWorkRoom();
    const ids = Array.from({ length: 40 }, (_, index) => `OSC${index}`);

    await Promise.all(
      Array.from({ length: 6 }, async (_, index) => {
        const order = index % 2 === 0 ? ids : ids.toReversed();
        await receiveFeedback(
          room.deps,
          order.map((memberId) => aPrepared({ memberId })),
        );
      }),
    );

    expect(await countOf(room)).toBe(240);
    expect(await room.pg.db.selectFrom('members').select('id').execute()).toHaveLength(40);
  });
});

describe('The promise that what waits is posted', () => {
  test('is made with the first comment, with one job, and holds for those that come after', async () => {
    await using room = await openWorkRoom();

    await Promise.all(
      Array.from({ length: 8 }, async () => await receiveFeedback(room.deps, [aPrepared(), aPrepared()])),
    );

    expect(await room.jobs.recorded(postJob.name)).toEqual([
      { name: postJob.name, payload: {}, key: workspaceId },
    ]);
  });

  test('is kept while something waits, and taken back when nothing does; the next comment makes a new one', async () => {
    await using room = await openWorkRoom();
    const end = async () =>
      await room.pg.db.transaction().execute(async (trx) => await endPromise(trx, workspaceId));
    await receiveFeedback(room.deps, [aPrepared()]);

    expect(await end()).toBe(false);
    expect(await queueNext(posting(room, 1))).toBe('more');
    expect(await queueNext(posting(room, 1))).toBe('done');
    await receiveFeedback(room.deps, [aPrepared()]);

    expect(await room.jobs.recorded(postJob.name)).toHaveLength(2);
  });

  test('is not taken back while somebody is storing under it', async () => {
    await using room = await openWorkRoom();
    await receiveFeedback(room.deps, [aPrepared()]);
    await queueNext(posting(room, 1));
    const [inserted, mayCommit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const stored = room.pg.db.transaction().execute(async (trx) => {
      await receiveFeedback({ ...room.deps, db: trx }, [aPrepared()]);
      inserted.resolve();
      await mayCommit.promise;
    });
    await inserted.promise;

    const ended = queueNext(posting(room, 1));
    await until('the poster waits for the commit', async () => await someoneWaits(room));
    mayCommit.resolve();
    await stored;

    // It waited for the commit, found the comment, and goes on.
    expect(await ended).toBe('more');
    expect(await queueNext(posting(room, 1))).toBe('more');
    expect(await queueNext(posting(room, 1))).toBe('done');
    expect(await waitingIn(room)).toBe(0);
  });

  test('survives any order of comments and of their posting: nothing ever waits without a job', async () => {
    await using room = await openWorkRoom();
    let isBusy = true;
    const poster = (async () => {
      let jobs = 0;
      while (isBusy || jobs < (await room.jobs.recorded(postJob.name)).length) {
        if (jobs === (await room.jobs.recorded(postJob.name)).length) continue;
        jobs += 1;
        // The job that was promised: it ends only when nothing waits.
        while ((await queueNext(posting(room, 0))) !== 'done') await settleAll(room);
      }
    })();
    const senders = Array.from({ length: 5 }, async () => {
      for (let round = 0; round < 40; round += 1) await receiveFeedback(room.deps, [aPrepared()]);
    });

    await Promise.all(senders);
    isBusy = false;
    await poster;

    expect(await waitingIn(room)).toBe(0);
    expect(await countOf(room)).toBe(200);
    expect(await room.pg.db.selectFrom('feedbackPromises').selectAll().execute()).toEqual([]);
  });
});

async function someoneWaits(room: WorkRoom): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`
    select exists (select from pg_locks where not granted) as waits`.execute(room.pg.db);
  return rows[0]?.waits === true;
}

async function waitingIn(room: WorkRoom): Promise<number> {
  const rows = await room.pg.db
    .selectFrom('feedback')
    .select('id')
    .where('postId', 'is', null)
    .where('digestId', 'is', null)
    .execute();
  return rows.length;
}

async function settleAll(room: WorkRoom): Promise<void> {
  await sql`update outbox set state = 'done', settled_at = now(), ts = '1760000000.000100' where state = 'pending'`.execute(
    room.pg.db,
  );
}
