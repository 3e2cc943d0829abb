import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { connect, type Database } from '../../../../src/platform/database.ts';
import type { Jobs } from '../../../../src/platform/jobs.ts';
import { createMetrics } from '../../../../src/platform/metrics.ts';
import { createVault } from '../../../../src/platform/vault.ts';
import { inboxWorkers, receiveEvent } from '../../../../src/slack/inbox/inbox.ts';
import { tidy } from '../../../../src/slack/inbox/store.ts';
import { recognise } from '../../../../src/slack/payload.ts';
import { workspaceId } from '../../../support/delivery.ts';
import { noJobs, runJobs, until } from '../../../support/jobs.ts';
import { freshDatabase } from '../../../support/postgres.ts';

const WORDS = 'Maria Lopez R123456';
const vault = createVault([{ id: 'one', key: randomBytes(32) }], randomBytes(32));

test('an event that arrives twenty times at two instances is stored once, with one job', async () => {
  await using pg = await freshDatabase();
  const other = connect(pg.url);
  const queued: object[] = [];
  const jobs: Jobs = {
    enqueue: async (_trx, _job, payload) => await Promise.resolve(void queued.push(payload)),
  };

  const outcomes = await Promise.all(
    Array.from({ length: 20 }, async (_, index) => {
      const db = index % 2 === 0 ? pg.db : other;
      return await receiveEvent(inbox(db, jobs), anEvent('Ev1'));
    }),
  );
  await other.destroy();

  expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
  expect(await eventIds(pg.db)).toEqual(['Ev1']);
  expect(queued).toEqual([{ eventId: 'Ev1' }]);
});

test('an event is not stored without its job, so a failed attempt leaves room for the next', async () => {
  await using pg = await freshDatabase();
  const broken: Jobs = { enqueue: async () => await Promise.reject(new Error('no jobs today')) };

  await expect(receiveEvent(inbox(pg.db, broken), anEvent('Ev1'))).rejects.toThrow('no jobs today');

  expect(await eventIds(pg.db)).toEqual([]);
  expect(await receiveEvent(inbox(pg.db, noJobs), anEvent('Ev1'))).toBe('stored');
});

test('what people wrote is in no table in plain text, and gone once it has been worked on', async () => {
  await using pg = await freshDatabase();
  const seen: unknown[] = [];
  const { promise: mayWork, resolve: work } = Promise.withResolvers<void>();
  await using jobs = await runJobs(
    pg.url,
    inboxWorkers(inbox(pg.db, noJobs), async (body) => {
      await mayWork;
      seen.push(body);
    }),
  );

  await receiveEvent(inbox(pg.db, jobs), anEvent('Ev1'));
  const resting = await everything(pg.db);
  work();
  await until('the event has been worked on', async () => (await eventIds(pg.db)).length === 0);

  expect(resting).toContain('Ev1');
  expect(resting).not.toMatch(/Lopez|R123456/);
  expect(seen).toEqual([anEvent('Ev1').body]);
  expect(await receiveEvent(inbox(pg.db, jobs), anEvent('Ev1'))).toBe('repeated');
});

test('an event whose listener fails comes back until it works, and its words reach neither job nor log', async () => {
  await using pg = await freshDatabase();
  let tries = 0;
  await using jobs = await runJobs(
    pg.url,
    inboxWorkers(inbox(pg.db, noJobs), async (body) => {
      tries += 1;
      if (tries < 3) throw new Error(`Could not make sense of ${JSON.stringify(body)}`);
      return await Promise.resolve();
    }),
  );

  await receiveEvent(inbox(pg.db, jobs), anEvent('Ev1'));
  await until('it failed once', () => tries === 1);
  const kept = await eventIds(pg.db);
  await until('it worked', async () => (await eventIds(pg.db)).length === 0);

  expect(kept).toEqual(['Ev1']);
  expect(tries).toBe(3);
  expect(await everything(pg.db)).not.toMatch(/Lopez|R123456|make sense/);
  expect(jobs.logged.join('')).toContain('jobs.failed');
  expect(jobs.logged.join('')).not.toMatch(/Lopez|R123456|make sense/);
});

test('an event that never works keeps its row, with the code of what went wrong', async () => {
  await using pg = await freshDatabase();
  await receiveEvent(inbox(pg.db, noJobs), anEvent('Ev1'));
  const failing = inboxWorkers(inbox(pg.db, noJobs), async () => {
    await sql`select 1 / 0`.execute(pg.db);
  });

  const run = { retries: 25, isLastTry: true, signal: new AbortController().signal };
  await expect(failing[0]?.work({ eventId: 'Ev1' }, run)).rejects.toThrow('division by zero');

  const rows = await pg.db.selectFrom('inbox').select(['eventId', 'attempts', 'failureCode']).execute();
  expect(rows).toEqual([{ eventId: 'Ev1', attempts: 1, failureCode: '22012' }]);
});

test('words that break tables pass through the inbox unchanged', async () => {
  await using pg = await freshDatabase();
  const seen: unknown[] = [];
  const [process] = inboxWorkers(
    inbox(pg.db, noJobs),
    async (body) => await Promise.resolve(void seen.push(body)),
  );
  const text = '\u0000 \ud800 \u202e <!channel> 👩‍👩‍👧';
  const body = {
    type: 'event_callback',
    event: { text, nested: JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`) },
  };

  await receiveEvent(inbox(pg.db, noJobs), { eventId: 'Ev1', body });
  await process?.work(
    { eventId: 'Ev1' },
    { retries: 0, isLastTry: false, signal: new AbortController().signal },
  );

  expect(seen).toEqual([body]);
});

test('whatever stands as the id of an event, it is stored or not recognised, and never an error', async () => {
  await using pg = await freshDatabase();
  const id = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc.constantFrom('\u0000', '\ud800', "'; drop table inbox; --", '__proto__', 'x'.repeat(5_000), ''),
    fc.string({
      unit: fc.constantFrom('a', 'b', 'E', 'v', '0', '9', '_', '-', '.'),
      minLength: 1,
      maxLength: 100,
    }),
  );

  await fc.assert(
    fc.asyncProperty(id, async (eventId) => {
      const incoming = recognise({ type: 'event_callback', event_id: eventId, event: {} });
      if (incoming?.kind !== 'event') return;
      const outcome = await receiveEvent(inbox(pg.db, noJobs), incoming);
      expect(['stored', 'repeated']).toContain(outcome);
    }),
    { numRuns: 200 },
  );
});

test('ids of events are forgotten after a day, when Slack no longer repeats them', async () => {
  await using pg = await freshDatabase();
  await receiveEvent(inbox(pg.db, noJobs), anEvent('EvOld'));
  await receiveEvent(inbox(pg.db, noJobs), anEvent('EvNew'));
  await sql`update inbox_seen set seen_at = now() - interval '27 hours' where event_id = 'EvOld'`.execute(
    pg.db,
  );
  await sql`update inbox set received_at = now() - interval '8 days' where event_id = 'EvOld'`.execute(pg.db);

  await tidy(pg.db);

  const seen = await pg.db.selectFrom('inboxSeen').select('eventId').execute();
  expect(seen).toEqual([{ eventId: 'EvNew' }]);
  expect(await eventIds(pg.db)).toEqual(['EvNew']);
});

function inbox(db: Database, jobs: Jobs) {
  return { db, jobs, vault, metrics: createMetrics(), workspace: { id: workspaceId } };
}

function anEvent(eventId: string) {
  return {
    eventId,
    body: { type: 'event_callback', event_id: eventId, event: { type: 'message', text: WORDS } },
  };
}

async function eventIds(db: Database): Promise<readonly string[]> {
  return (await db.selectFrom('inbox').select('eventId').execute()).map(({ eventId }) => eventId);
}

/** Each row of the inbox and of the job tables as text, bytes as what they would read as. */
async function everything(db: Database): Promise<string> {
  const { rows } = await sql<{ line: string }>`
    select row_to_json(i)::text || encode(i.body, 'escape') as line from inbox i
    union all select row_to_json(j)::text from pgboss.job j`.execute(db);
  return rows.map(({ line }) => line).join('\n');
}
