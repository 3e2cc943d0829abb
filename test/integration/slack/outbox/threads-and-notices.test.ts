import { expect, test } from '@jest/globals';
import type { Database } from '../../../../src/platform/database.ts';
import { NotYet } from '../../../../src/platform/jobs.ts';
import { notice, post } from '../../../../src/platform/outbox.ts';
import { ChannelId, OutboxId, SlackUserId } from '../../../../src/shared/ids.ts';
import { deliverRow } from '../../../../src/slack/outbox/deliver.ts';
import { deliverDeps, deliverUntilSettled, note, outboxIds, workspaceId } from '../../../support/delivery.ts';
import { type Fault, fakeSlack } from '../../../support/fake-slack.ts';
import { noJobs } from '../../../support/jobs.ts';
import { freshDatabase } from '../../../support/postgres.ts';

const channel = ChannelId.parse('C0EXPERTS');
const rosa = SlackUserId.parse('U0ROSA');

test('a reply waits until the message whose thread it stands in is posted', async () => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  const deps = deliverDeps(pg.db, slack);
  const root = await posted(pg.db, 1);
  const reply = await posted(pg.db, 2, root);

  const early = deliverRow(deps, reply, new AbortController().signal);
  await expect(early).rejects.toThrow(NotYet);
  await deliverUntilSettled(deps, root);
  await deliverUntilSettled(deps, reply);

  expect(slack.messages.map(({ threadTs }) => threadTs)).toEqual([undefined, slack.messages[0]?.ts]);
});

test('a reply whose thread was refused is dropped', async () => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  const deps = deliverDeps(pg.db, slack);
  slack.script('chat.postMessage', [{ kind: 'error', error: 'not_in_channel' }]);
  const root = await posted(pg.db, 1);
  const reply = await posted(pg.db, 2, root);

  await deliverUntilSettled(deps, root);
  const { row } = await deliverUntilSettled(deps, reply);

  expect(row).toMatchObject({ state: 'dropped', errorCode: 'thread_missing' });
  expect(slack.messages).toEqual([]);
});

test('a reply whose answer was lost is looked for in its thread', async () => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  const deps = deliverDeps(pg.db, slack);
  const root = await posted(pg.db, 1);
  const reply = await posted(pg.db, 2, root);
  await deliverUntilSettled(deps, root);
  slack.script('chat.postMessage', [{ kind: 'accepted, dropped' }]);

  await deliverUntilSettled(deps, reply);

  expect(slack.messages).toHaveLength(2);
  expect(slack.callsOf('conversations.replies')).not.toEqual([]);
});

test('a direct message is opened once and looked for where it was opened', async () => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  const deps = deliverDeps(pg.db, slack);
  slack.script('chat.postMessage', [{ kind: 'accepted, dropped' }]);

  for (const number of [1, 2]) {
    const id = await pg.db
      .transaction()
      .execute(
        async (trx) =>
          await post(trx, noJobs, { workspaceId, to: { user: rosa }, view: note, payload: { number } }),
      );
    await deliverUntilSettled(deps, id);
  }

  expect(slack.messages.map(({ channel: place, texts }) => [place, ...texts])).toEqual([
    ['D0ROSA', 'note 1'],
    ['D0ROSA', 'note 2'],
  ]);
  expect(slack.callsOf('conversations.open')).toHaveLength(1);
});

test('when Slack limits the opening of direct messages, it is not asked again before its time', async () => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  const deps = deliverDeps(pg.db, slack);
  slack.script('conversations.open', [{ kind: 'rate limited', seconds: 2 }]);
  const id = await pg.db
    .transaction()
    .execute(
      async (trx) =>
        await post(trx, noJobs, { workspaceId, to: { user: rosa }, view: note, payload: { number: 1 } }),
    );

  await deliverUntilSettled(deps, id);

  const [first, second, ...more] = slack.callsOf('conversations.open').map(({ at }) => at);
  expect(more).toEqual([]);
  expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(2_000);
});

test('a notice goes to one person, in the thread it answers', async () => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  const deps = deliverDeps(pg.db, slack);
  const id = await noticed(pg.db);

  await deliverUntilSettled(deps, id);

  expect(slack.notices).toMatchObject([
    { channel, user: rosa, thread_ts: '1700000000.000100', text: 'note 1' },
  ]);
});

const LOST: readonly Fault[] = [
  { kind: 'accepted, dropped' },
  { kind: 'accepted, status', status: 500 },
  { kind: 'accepted, error', error: 'fatal_error' },
];

test.each(LOST)('a notice is tried once when nobody knows whether it was shown ($kind)', async (fault) => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  slack.script('chat.postEphemeral', [fault]);
  const id = await noticed(pg.db);

  const { row } = await deliverUntilSettled(deliverDeps(pg.db, slack), id);

  expect(row.state).toBe('dropped');
  expect(slack.callsOf('chat.postEphemeral')).toHaveLength(1);
});

test('a notice that was certainly not shown is tried again', async () => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  slack.script('chat.postEphemeral', [{ kind: 'rate limited', seconds: 1 }]);
  const id = await noticed(pg.db);

  const { row } = await deliverUntilSettled(deliverDeps(pg.db, slack), id);

  expect(row.state).toBe('done');
  expect(slack.notices).toHaveLength(1);
});

async function posted(db: Database, number: number, threadOf?: OutboxId): Promise<OutboxId> {
  const thread = threadOf === undefined ? {} : { threadOf };
  return await db.transaction().execute(
    async (trx) =>
      await post(trx, noJobs, {
        workspaceId,
        to: { channel },
        view: note,
        payload: { number },
        ...thread,
      }),
  );
}

async function noticed(db: Database): Promise<OutboxId> {
  await db.transaction().execute(
    async (trx) =>
      await notice(trx, noJobs, {
        workspaceId,
        channel,
        user: rosa,
        threadTs: '1700000000.000100' as never,
        view: note,
        payload: { number: 1 },
      }),
  );
  return OutboxId.parse((await outboxIds(db)).at(-1));
}
