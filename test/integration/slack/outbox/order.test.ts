import { expect, test } from '@jest/globals';
import type { Database } from '../../../../src/platform/database.ts';
import type { Jobs } from '../../../../src/platform/jobs.ts';
import { createLog, createLogger } from '../../../../src/platform/log.ts';
import { post } from '../../../../src/platform/outbox.ts';
import { ChannelId } from '../../../../src/shared/ids.ts';
import { outboxWorkers } from '../../../../src/slack/outbox/workers.ts';
import { deliverDeps, note, workspaceId } from '../../../support/delivery.ts';
import { fakeSlack } from '../../../support/fake-slack.ts';
import { runJobs, until } from '../../../support/jobs.ts';
import { freshDatabase } from '../../../support/postgres.ts';

const shaken = ChannelId.parse('C0SHAKEN');
const calm = ChannelId.parse('C0CALM');

test('the messages of a channel keep their order whatever goes wrong, over two instances', async () => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  slack.script(
    'chat.postMessage',
    [
      { kind: 'dropped' },
      { kind: 'accepted, dropped' },
      { kind: 'rate limited', seconds: 1 },
      { kind: 'error', error: 'is_archived' },
      { kind: 'accepted, error', error: 'fatal_error' },
    ],
    shaken,
  );
  await using one = await runJobs(pg.url, outboxWorkers(deliverDeps(pg.db, slack)));
  await using _two = await runJobs(pg.url, outboxWorkers(deliverDeps(pg.db, slack)));

  for (let number = 1; number <= 8; number += 1) await posted(pg.db, one, shaken, number);
  await settled(pg.db);

  // The fourth call was for the second message: the first took two and was found, the limit cost the next one a try.
  const rejected = await pg.db
    .selectFrom('outbox')
    .select('payload')
    .where('state', '=', 'rejected')
    .execute();
  const kept = Array.from({ length: 8 }, (_, index) => index + 1).filter(
    (number) => !rejected.some(({ payload }) => JSON.stringify(payload) === JSON.stringify({ number })),
  );
  expect(rejected).toHaveLength(1);
  expect(slack.messagesIn(shaken).flatMap(({ texts }) => texts)).toEqual(
    kept.map((number) => `note ${number}`),
  );
});

test('a 429 costs no attempt, is waited out, and holds up no other channel', async () => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  slack.script('chat.postMessage', [{ kind: 'rate limited', seconds: 4 }], shaken);
  await using jobs = await runJobs(pg.url, outboxWorkers(deliverDeps(pg.db, slack)));

  await posted(pg.db, jobs, shaken, 1);
  await until('Slack has refused the first', () => slack.callsOf('chat.postMessage', shaken).length === 1);
  for (let number = 2; number <= 4; number += 1) await posted(pg.db, jobs, calm, number);
  await until('the other channel has its messages', () => slack.messagesIn(calm).length === 3);
  const shownMeanwhile = slack.messagesIn(shaken).length;
  await settled(pg.db);

  expect(shownMeanwhile).toBe(0);
  const [refused, accepted, ...more] = slack.callsOf('chat.postMessage', shaken).map(({ at }) => at);
  expect(more).toEqual([]);
  expect((accepted ?? 0) - (refused ?? 0)).toBeGreaterThanOrEqual(4_000);
  const rows = await pg.db.selectFrom('outbox').select(['state', 'attempts']).execute();
  expect(rows).toEqual(rows.map(() => ({ state: 'done', attempts: 1 })));
});

test('no word of a message is in the job, its output or the log', async () => {
  await using pg = await freshDatabase();
  await using slack = await fakeSlack();
  slack.script('chat.postMessage', [
    { kind: 'accepted, body that is no JSON', body: 'Maria Lopez R123456' },
    { kind: 'error', error: 'is_archived' },
  ]);
  const logged: string[] = [];
  const log = createLog(createLogger('debug', { write: (line) => void logged.push(line) }));
  await using jobs = await runJobs(pg.url, outboxWorkers(deliverDeps(pg.db, slack, { log })));

  await posted(pg.db, jobs, calm, 1);
  await posted(pg.db, jobs, shaken, 2);
  await settled(pg.db);

  const stored = await pg.db
    .withSchema('pgboss')
    .selectFrom('job' as never)
    .selectAll()
    .execute();
  expect(stored.length).toBeGreaterThanOrEqual(2);
  expect(JSON.stringify(stored)).not.toMatch(/Lopez|R123456|note \d/);
  expect(logged.join('')).toContain('outbox.not-delivered');
  expect([...logged, ...jobs.logged].join('')).not.toMatch(/Lopez|R123456|note \d/);
});

async function posted(db: Database, jobs: Jobs, channel: ChannelId, number: number): Promise<void> {
  await db
    .transaction()
    .execute(
      async (trx) => await post(trx, jobs, { workspaceId, to: { channel }, view: note, payload: { number } }),
    );
}

async function settled(db: Database): Promise<void> {
  await until('the outbox is settled', async () => {
    const rows = await db.selectFrom('outbox').select('id').where('settledAt', 'is', null).execute();
    return rows.length === 0;
  });
}
