import { expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../../src/platform/database.ts';
import { connectJobs, defineJob, type Job, type Jobs, NotYet, worker } from '../../../src/platform/jobs.ts';
import { createLog, createLogger } from '../../../src/platform/log.ts';
import { endOf, firstLine, startChild } from '../../support/child.ts';
import { runJobs, until } from '../../support/jobs.ts';
import { freshDatabase } from '../../support/postgres.ts';
import { slowJob } from '../../support/work-and-hang.ts';

const Payload = z.object({ number: z.int() });
const inOrder = defineJob('test.in-order', Payload, { inOrder: true });
const plain = defineJob('test.plain', Payload);

test('jobs of one key run one after the other and in order, and other keys run beside them', async () => {
  await using pg = await freshDatabase();
  const started: number[] = [];
  let running = 0;
  let mostAtOnce = 0;
  const work = worker(
    inOrder,
    async ({ number }) => {
      running += number < 100 ? 1 : 0;
      mostAtOnce = Math.max(mostAtOnce, running);
      started.push(number);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= number < 100 ? 1 : 0;
    },
    { concurrency: 6 },
  );
  await using one = await runJobs(pg.url, [work]);
  await using _two = await runJobs(pg.url, [work]);

  // Those of one transaction share their creation time.
  await pg.db.transaction().execute(async (trx) => {
    for (let number = 1; number <= 12; number += 1) await one.enqueue(trx, inOrder, { number }, { key: 'a' });
  });
  for (let number = 13; number <= 20; number += 1) await queue(pg.db, one, inOrder, number, 'a');
  await queue(pg.db, one, inOrder, 100, 'b');
  await until('all have run', () => started.length === 21);

  expect(started.filter((number) => number < 100)).toEqual(
    Array.from({ length: 20 }, (_, index) => index + 1),
  );
  expect(mostAtOnce).toBe(1);
});

test('what the clock queues is queued at once for whoever has moved the time', async () => {
  await using pg = await freshDatabase();
  const hourly = defineJob('test.hourly', z.object({}));
  let ran = 0;
  const work = worker(hourly, async () => {
    ran += 1;
    await Promise.resolve();
  });
  await using jobs = await runJobs(pg.url, [work], [{ name: hourly.name, cron: '0 0 29 2 *' }]);
  expect(ran).toBe(0);

  await jobs.runSchedules();

  await until('it has run', () => ran === 1);
});

test('a job that is not yet done comes back, holds its key, and is no failure in the log', async () => {
  await using pg = await freshDatabase();
  const runs: string[] = [];
  await using jobs = await runJobs(pg.url, [
    worker(inOrder, async ({ number }, { retries }) => {
      runs.push(`${number}, retry ${retries}`);
      if (number === 1 && retries < 2) throw new NotYet();
      return await Promise.resolve();
    }),
  ]);

  await queue(pg.db, jobs, inOrder, 1, 'a');
  await queue(pg.db, jobs, inOrder, 2, 'a');
  await until('both are done', () => runs.includes('2, retry 0'));

  expect(runs).toEqual(['1, retry 0', '1, retry 1', '1, retry 2', '2, retry 0']);
  expect(jobs.logged.join('')).not.toContain('jobs.failed');
});

test('jobs for later run once their time has come, on an instance that has nothing else to do, and none before', async () => {
  await using pg = await freshDatabase();
  const ran: number[] = [];
  const early: number[] = [];
  const due = Date.now() + 1_500;
  const work = worker(plain, async ({ number }) => {
    if (Date.now() < due) early.push(number);
    await Promise.resolve(void ran.push(number));
  });
  await using jobs = await runJobs(pg.url, [work]);

  await pg.db.transaction().execute(async (trx) => {
    for (let number = 0; number < 5; number += 1)
      await jobs.enqueue(trx, plain, { number }, { startAfter: new Date(due) });
  });
  await until('all have run', () => ran.length === 5, 10_000);

  expect(new Set(ran)).toEqual(new Set([0, 1, 2, 3, 4]));
  expect(early).toEqual([]);
});

test('what a job throws leaves only its code behind', async () => {
  await using pg = await freshDatabase();
  let runs = 0;
  await using jobs = await runJobs(pg.url, [
    worker(plain, async () => {
      runs += 1;
      if (runs === 1) throw new Error('Maria Lopez R123456');
      if (runs === 2) await sql`select 'Maria Lopez R123456'::int`.execute(pg.db);
      if (runs === 3) JSON.parse('Maria Lopez R123456');
    }),
  ]);

  await queue(pg.db, jobs, plain, 1);
  await until('it has failed thrice', () => runs === 4);

  const { rows } = await sql<{ line: string }>`select row_to_json(j)::text as line from pgboss.job j`.execute(
    pg.db,
  );
  const stored = rows.map(({ line }) => line).join('\n');
  expect(stored).toContain('test.plain');
  expect(`${stored}${jobs.logged.join('')}`).not.toMatch(/Lopez|R123456/);
  expect(jobs.logged.join('')).toContain('22P02');
});

test('a payload that this release does not understand fails without being carried out', async () => {
  await using pg = await freshDatabase();
  const carriedOut: number[] = [];
  const older = defineJob('test.plain', z.object({ name: z.literal('Lopez') }));
  await using jobs = await runJobs(pg.url, [
    worker(plain, async ({ number }) => await Promise.resolve(void carriedOut.push(number))),
  ]);

  await pg.db.transaction().execute(async (trx) => await jobs.enqueue(trx, older, { name: 'Lopez' }));
  await until('it failed', () => jobs.logged.some((line) => line.includes('jobs.failed')));

  expect(carriedOut).toEqual([]);
  expect(jobs.logged.join('')).not.toContain('Lopez');
});

test('a runner that stops waits for what runs, and hands back what does not end in time', async () => {
  await using pg = await freshDatabase();
  const ended: number[] = [];
  let started = 0;
  const { promise: never } = Promise.withResolvers<void>();
  const stopped = await runJobs(pg.url, [
    worker(
      plain,
      async ({ number }, { signal }) => {
        started += 1;
        if (number === 1) await never;
        else await new Promise((resolve) => signal.addEventListener('abort', resolve));
        ended.push(number);
      },
      { concurrency: 2 },
    ),
  ]);
  await queue(pg.db, stopped, plain, 1);
  await queue(pg.db, stopped, plain, 2);
  await until('both run', () => started === 2);

  await stopped.stop(1_000);
  const handedBack: number[] = [];
  await using _next = await runJobs(pg.url, [
    worker(plain, async ({ number }) => await Promise.resolve(void handedBack.push(number))),
  ]);
  await until('the other runner has it', () => handedBack.length > 0);

  expect(ended).toEqual([2]);
  expect(handedBack).toEqual([1]);
});

test('the job of a killed process runs again elsewhere', async () => {
  await using pg = await freshDatabase();
  const ran: number[] = [];
  const child = startChild('work-and-hang.ts', [pg.url]);
  const client = await connectJobs(pg.url, createLog(createLogger('silent')));
  await until('the child has made its queue', async () => {
    const { rows } = await sql`select 1 from pgboss.queue where name = 'test.slow'`.execute(pg.db);
    return rows.length === 1;
  });
  await queue(pg.db, client, slowJob, 7);
  const said = await firstLine(child);
  await using _jobs = await runJobs(pg.url, [
    worker(slowJob, async ({ number }) => await Promise.resolve(void ran.push(number))),
  ]);

  child.kill('SIGKILL');
  const end = await endOf(child);
  await until('it has run', () => ran.length > 0, 40_000);
  await client.stop(1_000);

  expect({ said, end, ran }).toEqual({ said: 'working', end: 'SIGKILL', ran: [7] });
});

test('a job that is put off waits for its time', async () => {
  await using pg = await freshDatabase();
  await using jobs = await runJobs(pg.url, [worker(plain, async () => await Promise.resolve())]);
  await pg.db.transaction().execute(async (trx) => {
    await jobs.enqueue(trx, plain, { number: 1 }, { startAfter: new Date(Date.now() + 3_600_000) });
  });

  expect(await jobs.load()).toMatchObject([{ queue: 'test.plain', ready: 0, deferred: 1, active: 0 }]);
});

async function queue(
  db: Database,
  jobs: Jobs,
  job: Job<{ number: number }>,
  number: number,
  key?: string,
): Promise<void> {
  const options = key === undefined ? {} : { key };
  await db.transaction().execute(async (trx) => await jobs.enqueue(trx, job, { number }, options));
}
