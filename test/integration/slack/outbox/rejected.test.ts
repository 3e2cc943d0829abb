import { expect, test } from '@jest/globals';
import type { Database } from '../../../../src/platform/database.ts';
import { post, refresh, rejectedMessages, retryRejected } from '../../../../src/platform/outbox.ts';
import { ChannelId, type OutboxId } from '../../../../src/shared/ids.ts';
import type { DeliverDeps } from '../../../../src/slack/outbox/deliver.ts';
import { deliverDeps, deliverUntilSettled, note, outboxIds, workspaceId } from '../../../support/delivery.ts';
import { type FakeSlack, fakeSlack } from '../../../support/fake-slack.ts';
import { noJobs } from '../../../support/jobs.ts';
import { freshDatabase } from '../../../support/postgres.ts';

const channel = ChannelId.parse('C0EXPERTS');

const PERMANENT = [
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'msg_too_long',
  'invalid_blocks',
  'restricted_action',
  'some_code_of_next_year',
];

test.each(PERMANENT)('%s ends a message at once, and it is listed for administrators', async (error) => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  slack.script('chat.postMessage', [{ kind: 'error', error }]);
  const told: string[] = [];
  const deps = deliverDeps(pg.db, slack, {
    onRejected: async (row, code) => {
      told.push(`${row.view} ${code}`);
      return await Promise.resolve('message');
    },
  });
  const id = await posted(pg.db, 1);

  const { runs } = await deliverUntilSettled(deps, id);

  expect(runs).toBe(1);
  expect(slack.calls).toHaveLength(1);
  expect(told).toEqual([`test.note ${error}`]);
  expect(await rejectedMessages(pg.db, workspaceId, 10)).toMatchObject([
    { id, view: 'test.note', channelId: channel, code: error },
  ]);
});

test('a refused message of which nothing remains is not offered to anybody to be sent again', async () => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  slack.script('chat.postMessage', [{ kind: 'error', error: 'is_archived' }]);
  const deps = deliverDeps(pg.db, slack, { onRejected: async () => await Promise.resolve('nothing') });
  const id = await posted(pg.db, 1);

  const { row } = await deliverUntilSettled(deps, id);

  expect(row).toMatchObject({ state: 'dropped', errorCode: 'is_archived' });
  expect(await rejectedMessages(pg.db, workspaceId, 10)).toEqual([]);
});

test('two administrators who retry a refused message at once make one more try', async () => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  const { deps, id } = await aRejectedPost(pg.db, slack);
  const queued: OutboxId[] = [];
  const jobs = {
    enqueue: async (_trx: unknown, _job: unknown, payload: object) =>
      await Promise.resolve(void queued.push(...(Object.values(payload) as OutboxId[]))),
  };

  const tried = await Promise.all(
    [1, 2].map(
      async () =>
        await pg.db.transaction().execute(async (trx) => await retryRejected(trx, jobs, workspaceId, id)),
    ),
  );
  const { row } = await deliverUntilSettled(deps, id);

  expect(tried.filter(Boolean)).toHaveLength(1);
  expect(queued).toEqual([id]);
  expect(row).toMatchObject({ state: 'done', attempts: 1 });
  expect(slack.messagesIn(channel)).toHaveLength(1);
  expect(await rejectedMessages(pg.db, workspaceId, 10)).toEqual([]);
});

test('a refused message of another workspace is neither listed nor retried', async () => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  const { id } = await aRejectedPost(pg.db, slack);
  const other = workspaceId.replace('HEALTH', 'OTHER') as typeof workspaceId;

  const tried = await pg.db.transaction().execute(async (trx) => await retryRejected(trx, noJobs, other, id));

  expect(tried).toBe(false);
  expect(await rejectedMessages(pg.db, other, 10)).toEqual([]);
});

test('a refused update gives way to a younger one that waits when it is retried', async () => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  const deps = deliverDeps(pg.db, slack);
  const message = await posted(pg.db, 1);
  await deliverUntilSettled(deps, message);
  slack.script('chat.update', [{ kind: 'error', error: 'edit_window_closed' }]);
  await refreshed(pg.db, message);
  const [, refused] = await outboxIds(pg.db);
  if (refused === undefined) throw new Error('No update was queued');
  await deliverUntilSettled(deps, refused);
  await refreshed(pg.db, message);

  const tried = await pg.db
    .transaction()
    .execute(async (trx) => await retryRejected(trx, noJobs, workspaceId, refused));

  expect(tried).toBe(false);
  const ids = await outboxIds(pg.db);
  for (const id of ids) await deliverUntilSettled(deps, id);
  expect(slack.messagesIn(channel)[0]?.texts).toEqual(['note 1', 'note 1']);
});

test('a person whom no direct message reaches rejects the message, not the job', async () => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  slack.script('conversations.open', [{ kind: 'error', error: 'user_disabled' }]);
  const deps = deliverDeps(pg.db, slack);
  const id = await pg.db.transaction().execute(
    async (trx) =>
      await post(trx, noJobs, {
        workspaceId,
        to: { user: 'U0GONE' as never },
        view: note,
        payload: { number: 1 },
      }),
  );

  const { row } = await deliverUntilSettled(deps, id);

  expect(row).toMatchObject({ state: 'rejected', errorCode: 'user_disabled' });
});

test('what can never be drawn is given up instead of holding its channel for ever', async () => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  const deps = deliverDeps(pg.db, slack, { renderers: new Map() });
  const id = await posted(pg.db, 1);
  await pg.db.updateTable('outbox').set({ attempts: 5 }).execute();

  const outcome = await deliverUntilSettled(deps, id);

  expect(outcome.row).toMatchObject({ state: 'rejected', errorCode: 'not_drawn' });
  expect(slack.calls).toEqual([]);
});

async function posted(db: Database, number: number): Promise<OutboxId> {
  return await db
    .transaction()
    .execute(
      async (trx) =>
        await post(trx, noJobs, { workspaceId, to: { channel }, view: note, payload: { number } }),
    );
}

async function refreshed(db: Database, message: OutboxId): Promise<void> {
  await db.transaction().execute(async (trx) => await refresh(trx, noJobs, { workspaceId, message }));
}

async function aRejectedPost(
  db: Database,
  slack: FakeSlack,
): Promise<{ readonly deps: DeliverDeps; readonly id: OutboxId }> {
  slack.script('chat.postMessage', [{ kind: 'error', error: 'is_archived' }]);
  const deps = deliverDeps(db, slack);
  const id = await posted(db, 1);
  await deliverUntilSettled(deps, id);
  return { deps, id };
}
