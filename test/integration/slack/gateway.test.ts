import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { ReceiverEvent } from '@slack/bolt';
import { connect, type Database } from '../../../src/platform/database.ts';
import { createLog, createLogger } from '../../../src/platform/log.ts';
import { createMetrics } from '../../../src/platform/metrics.ts';
import { createVault } from '../../../src/platform/vault.ts';
import { createGateway } from '../../../src/slack/gateway.ts';
import type { Incoming } from '../../../src/slack/payload.ts';
import { workspaceId } from '../../support/delivery.ts';
import { BOT_ID } from '../../support/fake-slack.ts';
import { noJobs } from '../../support/jobs.ts';
import { administer, freshDatabase } from '../../support/postgres.ts';

const EVENT = {
  kind: 'event',
  eventId: 'Ev1',
  body: { type: 'event_callback', event: {} },
} satisfies Incoming;
const CLICK: Incoming = { kind: 'click', body: { type: 'block_actions' } };

test('an event is acknowledged once it is stored, and no listener has seen it yet', async () => {
  await using pg = await freshDatabase();
  const seen: unknown[] = [];
  const { gateway } = aGateway(pg.db, async (event) => await Promise.resolve(void seen.push(event)));

  const verdict = await gateway.receive(EVENT);

  expect(verdict).toEqual({ kind: 'acknowledged' });
  expect(await pg.db.selectFrom('inbox').select('eventId').execute()).toEqual([{ eventId: 'Ev1' }]);
  expect(seen).toEqual([]);
});

test('the echo of a message of ours is acknowledged and not kept', async () => {
  await using pg = await freshDatabase();
  const { gateway } = aGateway(pg.db);
  const event = { type: 'message', subtype: 'bot_message', bot_id: BOT_ID, ts: '1700000000.000100' };

  const verdict = await gateway.receive({
    kind: 'event',
    eventId: 'Ev2',
    body: { type: 'event_callback', event },
  });

  expect(verdict).toEqual({ kind: 'acknowledged' });
  expect(await pg.db.selectFrom('inbox').select('eventId').execute()).toEqual([]);
});

test('an event is not acknowledged while the database is gone, and is when it comes back', async () => {
  await using pg = await freshDatabase();
  const db = connect(pg.url);
  const { gateway, caughtUp } = aGateway(db);

  await administer(`alter database ${pg.name} with allow_connections false`);
  await expect(gateway.receive(EVENT)).rejects.toThrow('not currently accepting connections');
  await administer(`alter database ${pg.name} with allow_connections true`);
  const before = caughtUp();
  const verdict = await gateway.receive(EVENT);
  await gateway.receive({ ...EVENT, eventId: 'Ev9' });
  await db.destroy();

  expect(verdict).toEqual({ kind: 'acknowledged' });
  // Once, for others that Slack has given up sending meanwhile.
  expect([before, caughtUp()]).toEqual([0, 1]);
});

test('a click is answered with what its listener acknowledges with, before the listener has ended', async () => {
  await using pg = await freshDatabase();
  const { promise: ending, resolve: end } = Promise.withResolvers<void>();
  let ended = false;
  const { gateway } = aGateway(pg.db, async ({ ack }) => {
    await ack({ response_action: 'clear' });
    await ending;
    ended = true;
  });

  const verdict = await gateway.receive(CLICK);
  const endedEarly = ended;
  const drained = gateway.drain(10_000);
  end();
  await drained;

  expect(verdict).toEqual({ kind: 'acknowledged', body: { response_action: 'clear' } });
  expect({ endedEarly, ended }).toEqual({ endedEarly: false, ended: true });
});

test('a click that nobody listens to is unheard, and one whose listener fails has failed', async () => {
  await using pg = await freshDatabase();
  const unheard = aGateway(pg.db);
  const failing = aGateway(pg.db, async () => await Promise.reject(new Error('Maria Lopez R123456')));

  expect(await unheard.gateway.receive(CLICK)).toEqual({ kind: 'unheard' });
  expect(await failing.gateway.receive(CLICK)).toEqual({ kind: 'failed' });
  expect(failing.lines.join('')).toContain('slack.listener-failed');
  expect(failing.lines.join('')).not.toMatch(/Lopez|R123456/);
});

test('a listener that fails after its acknowledgement takes nothing back', async () => {
  await using pg = await freshDatabase();
  const { gateway, lines } = aGateway(pg.db, async ({ ack }) => {
    await ack();
    throw new Error('too late');
  });

  const verdict = await gateway.receive(CLICK);
  await gateway.drain(10_000);

  expect(verdict).toEqual({ kind: 'acknowledged' });
  expect(lines.join('')).toContain('slack.listener-failed');
});

test('when Slack says that it dropped events, we say that we know and look for what we missed', async () => {
  await using pg = await freshDatabase();
  const { gateway, caughtUp } = aGateway(pg.db);

  const verdict = await gateway.receive({ kind: 'rate-limited', minute: 1_518_467_820 });

  expect(verdict).toEqual({ kind: 'acknowledged' });
  expect(caughtUp()).toBe(1);
});

function aGateway(
  db: Database,
  listeners: (event: ReceiverEvent) => Promise<void> = async () => await Promise.resolve(),
) {
  const lines: string[] = [];
  let caughtUp = 0;
  const gateway = createGateway(
    {
      db,
      jobs: noJobs,
      vault: createVault([{ id: 'one', key: randomBytes(32) }], randomBytes(32)),
      metrics: createMetrics(),
      log: createLog(createLogger('debug', { write: (line) => void lines.push(line) })),
      workspace: { id: workspaceId, botId: BOT_ID },
    },
    listeners,
    async () => {
      caughtUp += 1;
      await Promise.resolve();
    },
  );
  return { gateway, lines, caughtUp: () => caughtUp };
}
