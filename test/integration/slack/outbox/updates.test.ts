import { expect, test } from '@jest/globals';
import type { Database } from '../../../../src/platform/database.ts';
import { type Jobs, NotYet } from '../../../../src/platform/jobs.ts';
import { deliver, post, refresh } from '../../../../src/platform/outbox.ts';
import { ChannelId, OutboxId } from '../../../../src/shared/ids.ts';
import { deliverRow } from '../../../../src/slack/outbox/deliver.ts';
import { find } from '../../../../src/slack/outbox/store.ts';
import { outboxWorkers } from '../../../../src/slack/outbox/workers.ts';
import {
  deliverDeps,
  deliverUntilSettled,
  note,
  noteRenderer,
  outboxIds,
  workspaceId,
} from '../../../support/delivery.ts';
import { fakeSlack } from '../../../support/fake-slack.ts';
import { noJobs, runJobs, until } from '../../../support/jobs.ts';
import { freshDatabase } from '../../../support/postgres.ts';

const channel = ChannelId.parse('C0EXPERTS');

test('a hundred changes at once become few updates, and the last one shows the last state', async () => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  const card = aCard();
  const deps = deliverDeps(pg.db, slack, { renderers: card.renderers });
  await using jobs = await runJobs(pg.url, outboxWorkers(deps));
  const message = await posted(pg.db, jobs);
  await until('the card is posted', () => slack.messages.length === 1);

  await Promise.all(
    Array.from({ length: 100 }, async () => {
      await pg.db.transaction().execute(async (trx) => {
        card.change();
        await refresh(trx, jobs, { workspaceId, message });
      });
    }),
  );
  await allSettled(pg.db);

  expect(slack.messages[0]?.texts.at(-1)).toBe('state 100');
  expect(slack.callsOf('chat.update').length).toBeLessThan(50);
});

test('changes that wait together are one update', async () => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  const message = await posted(pg.db, noJobs);
  const deps = deliverDeps(pg.db, slack);
  await deliverUntilSettled(deps, message);
  const queued: string[] = [];
  const jobs: Jobs = {
    enqueue: async (_trx, _job, _payload, options) =>
      await Promise.resolve(void queued.push(options?.key ?? '')),
  };

  await Promise.all(Array.from({ length: 30 }, async () => await refreshed(pg.db, jobs, message)));

  expect(await outboxIds(pg.db)).toHaveLength(2);
  expect(queued).toEqual([`update ${message}`]);
});

test('a change during an update is shown by a further update', async () => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  const card = aCard();
  const deps = deliverDeps(pg.db, slack, { renderers: card.renderers });
  const message = await posted(pg.db, noJobs);
  await deliverUntilSettled(deps, message);
  await refreshed(pg.db, noJobs, message);
  // The call is on its way, drawn from the state before this change.
  slack.onCall = async ({ method }) => {
    if (method !== 'chat.update') return;
    slack.onCall = () => {};
    card.change();
    await refreshed(pg.db, noJobs, message);
  };

  await deliverAll(deps);

  expect(slack.messages[0]?.texts).toEqual(['state 0', 'state 0', 'state 1']);
});

test('a change before the post is sent needs no update: the post shows it', async () => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  const card = aCard();
  const deps = deliverDeps(pg.db, slack, { renderers: card.renderers });
  const message = await posted(pg.db, noJobs);
  card.change();
  await refreshed(pg.db, noJobs, message);
  const [, update] = await outboxIds(pg.db);

  await deliverUntilSettled(deps, OutboxId.parse(update));
  await deliverUntilSettled(deps, message);

  expect(slack.messages[0]?.texts).toEqual(['state 1']);
  expect(slack.callsOf('chat.update')).toEqual([]);
});

test('a change while the post is on its way waits for it', async () => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  const card = aCard();
  const deps = deliverDeps(pg.db, slack, { renderers: card.renderers });
  const message = await posted(pg.db, noJobs);
  let cameBack = false;
  slack.onCall = async ({ method }) => {
    if (method !== 'chat.postMessage') return;
    card.change();
    await refreshed(pg.db, noJobs, message);
    const [, update] = await outboxIds(pg.db);
    cameBack = await deliverRow(deps, OutboxId.parse(update), new AbortController().signal).then(
      () => false,
      (error: unknown) => error instanceof NotYet,
    );
  };

  await deliverAll(deps);

  expect(cameBack).toBe(true);
  expect(slack.messages[0]?.texts).toEqual(['state 0', 'state 1']);
});

test('an update whose answer was lost is simply done again, unless a younger one waits', async () => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  const card = aCard();
  const deps = deliverDeps(pg.db, slack, { renderers: card.renderers });
  const message = await posted(pg.db, noJobs);
  await deliverUntilSettled(deps, message);
  slack.script('chat.update', [{ kind: 'accepted, dropped' }]);
  await refreshed(pg.db, noJobs, message);
  const [, first] = await outboxIds(pg.db);
  await deliverRow(deps, OutboxId.parse(first), new AbortController().signal).catch(() => {});
  card.change();
  await refreshed(pg.db, noJobs, message);

  await deliverAll(deps);

  expect(await find(pg.db, OutboxId.parse(first))).toMatchObject({
    state: 'dropped',
    errorCode: 'superseded',
  });
  expect(slack.messages[0]?.texts.at(-1)).toBe('state 1');
});

test('an update of a message that Slack refused is dropped, and a retry of the message shows the change', async () => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  const deps = deliverDeps(pg.db, slack);
  slack.script('chat.postMessage', [{ kind: 'error', error: 'is_archived' }]);
  const message = await posted(pg.db, noJobs);
  await deliverUntilSettled(deps, message);
  await refreshed(pg.db, noJobs, message);
  const [, update] = await outboxIds(pg.db);

  const { row } = await deliverUntilSettled(deps, OutboxId.parse(update));

  expect(row).toMatchObject({ state: 'dropped', errorCode: 'message_missing' });
});

test('a message of another workspace can not be refreshed', async () => {
  await using pg = await freshDatabase();
  const message = await posted(pg.db, noJobs);

  const refreshing = pg.db
    .transaction()
    .execute(
      async (trx) => await refresh(trx, noJobs, { workspaceId: 'T0OTHER' as typeof workspaceId, message }),
    );

  await expect(refreshing).rejects.toThrow('no result');
});

test('nothing is queued when the transaction that asked for it is taken back', async () => {
  await using pg = await freshDatabase();
  await using jobs = await runJobs(pg.url, [
    { name: deliver.name, queue: deliver.queue, concurrency: 1, work: async () => await Promise.resolve() },
  ]);

  const failing = pg.db.transaction().execute(async (trx) => {
    await post(trx, jobs, { workspaceId, to: { channel }, view: note, payload: { number: 1 } });
    throw new Error('taken back');
  });

  await expect(failing).rejects.toThrow('taken back');
  expect(await outboxIds(pg.db)).toEqual([]);
  expect(await jobs.load()).toEqual([]);
});

/** A card whose state can change between drawings. */
function aCard() {
  let state = 0;
  const drawn = noteRenderer(() => `state ${state}`);
  return { change: () => void (state += 1), renderers: new Map([[drawn.name, drawn]]) };
}

async function posted(db: Database, jobs: Jobs): Promise<OutboxId> {
  return await db
    .transaction()
    .execute(
      async (trx) =>
        await post(trx, jobs, { workspaceId, to: { channel }, view: note, payload: { number: 1 } }),
    );
}

async function refreshed(db: Database, jobs: Jobs, message: OutboxId): Promise<void> {
  await db.transaction().execute(async (trx) => await refresh(trx, jobs, { workspaceId, message }));
}

/** One after the other, in the order in which they were queued, with what is queued meanwhile. */
async function deliverAll(deps: ReturnType<typeof deliverDeps>): Promise<void> {
  for (let index = 0; ; index += 1) {
    const id = (await outboxIds(deps.db))[index];
    if (id === undefined) return;
    await deliverUntilSettled(deps, id);
  }
}

async function allSettled(db: Database): Promise<void> {
  await until('the outbox is settled', async () => {
    const rows = await db.selectFrom('outbox').select('id').where('settledAt', 'is', null).execute();
    return rows.length === 0;
  });
}
