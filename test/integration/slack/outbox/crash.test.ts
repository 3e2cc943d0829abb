import { describe, expect, test } from '@jest/globals';
import { post } from '../../../../src/platform/outbox.ts';
import { ChannelId } from '../../../../src/shared/ids.ts';
import { deliverRow } from '../../../../src/slack/outbox/deliver.ts';
import { find } from '../../../../src/slack/outbox/store.ts';
import { endOf, startChild } from '../../../support/child.ts';
import {
  deliverDeps,
  deliverUntilSettled,
  note,
  noteRenderer,
  workspaceId,
} from '../../../support/delivery.ts';
import { fakeSlack } from '../../../support/fake-slack.ts';
import { noJobs } from '../../../support/jobs.ts';
import { freshDatabase, type TestDatabase } from '../../../support/postgres.ts';

const channel = ChannelId.parse('C0EXPERTS');

/** Each with what the dead worker left in the row, and whether the message stood in the channel by then. */
const POINTS = [
  { point: 'before anything is written', left: 'pending', posted: 0 },
  { point: 'after the attempt is written', left: 'sending', posted: 0 },
  { point: 'before the call', left: 'sending', posted: 0 },
  { point: 'after Slack accepted', left: 'sending', posted: 1 },
  { point: 'before the outcome is written', left: 'sending', posted: 1 },
  { point: 'after the outcome is written', left: 'done', posted: 1 },
];

describe.each(POINTS)('a worker that is killed $point', ({ point, left, posted }) => {
  test('leaves exactly one message once another has taken over', async () => {
    await using pg = await freshDatabase();
    await using slack = await fakeSlack();
    const id = await queued(pg);

    const end = await endOf(startChild('child/deliver-and-die.ts', [pg.url, slack.url, id, point]));
    const row = await find(pg.db, id);
    const before = slack.messages.length;
    await deliverUntilSettled(deliverDeps(pg.db, slack), id);

    expect({ end, left: row?.state, posted: before }).toEqual({ end: 'SIGKILL', left, posted });
    expect(slack.messagesIn(channel).map(({ texts }) => texts)).toEqual([['note 7']]);
    expect(await find(pg.db, id)).toMatchObject({ state: 'done', ts: slack.messages[0]?.ts });
  });
});

test('a history that is slower than the quarantine doubles a post, so the tests above would notice', async () => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  slack.historyLagMs = 60_000;
  const id = await queued(pg);
  slack.script('chat.postMessage', [{ kind: 'accepted, dropped' }]);

  await deliverUntilSettled(deliverDeps(pg.db, slack, { quarantineSeconds: 0 }), id);

  expect(slack.messagesIn(channel)).toHaveLength(2);
});

test('the quarantine outlasts a history that lags a little', async () => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  slack.historyLagMs = 700;
  const id = await queued(pg);
  slack.script('chat.postMessage', [{ kind: 'accepted, dropped' }]);

  await deliverUntilSettled(deliverDeps(pg.db, slack, { quarantineSeconds: 1.5 }), id);

  expect(slack.messagesIn(channel)).toHaveLength(1);
});

test("another app's copy of our metadata is not taken for our message", async () => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  const id = await queued(pg);
  slack.script('chat.postMessage', [{ kind: 'accepted, dropped' }]);
  const deps = deliverDeps(pg.db, slack, { workspace: { botId: 'B0SOMEBODYELSE' } });

  await deliverUntilSettled(deps, id);

  expect(slack.messagesIn(channel)).toHaveLength(2);
});

test('the message is found on whatever page of the history it stands', async () => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  const deps = deliverDeps(pg.db, slack);
  const lost = await queued(pg);
  slack.script('chat.postMessage', [{ kind: 'accepted, dropped' }]);
  await deliverRow(deps, lost, new AbortController().signal).catch(() => {});
  for (let index = 0; index < 5; index += 1) {
    await fetch(`${slack.url}chat.postMessage`, { method: 'POST', body: `channel=${channel}&text=later` });
  }

  await deliverUntilSettled(deps, lost);

  expect(slack.messagesIn(channel)).toHaveLength(6);
  expect(slack.callsOf('conversations.history')).toHaveLength(3);
});

test('a worker that stood still while drawing leaves the call to its successor', async () => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  const id = await queued(pg);
  const { promise: woken, resolve: wake } = Promise.withResolvers<void>();
  const { promise: drawing, resolve: drawn } = Promise.withResolvers<void>();
  const words = noteRenderer();
  const slow = {
    name: words.name,
    draw: async (payload: unknown) => {
      drawn();
      await woken;
      return await words.draw(payload);
    },
  };
  const zombie = deliverRow(
    deliverDeps(pg.db, slack, { renderers: new Map([[slow.name, slow]]) }),
    id,
    new AbortController().signal,
  );
  await drawing;

  await deliverUntilSettled(deliverDeps(pg.db, slack), id);
  const clock = performance.now.bind(performance);
  performance.now = () => clock() + 20_000;
  wake();
  await zombie.catch(() => {});
  performance.now = clock;

  expect(slack.messagesIn(channel)).toHaveLength(1);
  expect(await find(pg.db, id)).toMatchObject({ state: 'done', attempts: 2 });
});

async function queued({ db }: TestDatabase) {
  return await db
    .transaction()
    .execute(
      async (trx) =>
        await post(trx, noJobs, { workspaceId, to: { channel }, view: note, payload: { number: 7 } }),
    );
}
