import { fromKysely, type JobWithMetadata, PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { Trx } from './database.ts';
import { errorCode } from './errors.ts';
import { type QueueLoad, queueLoad } from './job-load.ts';
import { watchJobs } from './job-watch.ts';
import type { Log } from './log.ts';
import { uuidv7 } from './uuid.ts';

export const JobName = z
  .string()
  .regex(/^[a-z][a-z0-9.-]{2,60}$/)
  .brand<'JobName'>();
export type JobName = z.infer<typeof JobName>;

/** A piece of background work on paper: its name and what it must be told. Workers, elsewhere, carry it out. */
export type Job<Payload> = {
  readonly name: JobName;
  readonly payload: z.ZodType<Payload>;
  readonly queue: JobQueue;
};

export type JobQueue = {
  /** Jobs of one key run one after the other, in the order they were queued. */
  readonly inOrder?: boolean;
  readonly retryLimit?: number;
  /** Seconds before the first retry; each further one waits twice as long, up to `retryDelayMax`. */
  readonly retryDelay?: number;
  readonly retryDelayMax?: number;
};

export function defineJob<Payload>(
  name: string,
  payload: z.ZodType<Payload>,
  queue: JobQueue = {},
): Job<Payload> {
  return { name: JobName.parse(name), payload, queue };
}

export type EnqueueOptions = { readonly key?: string; readonly startAfter?: Date };

/** The side of the job runner that asks for work. */
export type Jobs = {
  /** Takes a transaction and nothing less: the job must exist exactly when the rows it refers to do. */
  readonly enqueue: <Payload extends object>(
    trx: Trx,
    job: Job<Payload>,
    payload: Payload,
    options?: EnqueueOptions,
  ) => Promise<void>;
};

export type Run = {
  /** 0 the first time. */
  readonly retries: number;
  readonly isLastTry: boolean;
  /** Aborted when the process is told to stop: finish or hand back. */
  readonly signal: AbortSignal;
};

export type Worker = {
  readonly name: JobName;
  readonly queue: JobQueue;
  readonly work: (payload: unknown, run: Run) => Promise<void>;
  readonly concurrency: number;
};

/** Binds a job to the code that does it. The payload is checked again: it may have been queued by last week's release. */
export function worker<Payload>(
  job: Job<Payload>,
  work: (payload: Payload, run: Run) => Promise<void>,
  { concurrency = 2 }: { readonly concurrency?: number } = {},
): Worker {
  return {
    name: job.name,
    queue: job.queue,
    work: async (payload, run) => await work(job.payload.parse(payload), run),
    concurrency,
  };
}

/** A job that is queued by the clock (five-field cron, UTC), once over all instances. */
export type Schedule = { readonly name: JobName; readonly cron: string };

export type JobRunner = Jobs & {
  readonly load: () => Promise<readonly QueueLoad[]>;
  readonly isHealthy: () => boolean;
  /** Queues everything that the clock would, now. */
  readonly runSchedules: () => Promise<void>;
  /** Takes no new work, waits for what runs, hands back what has not ended by then. */
  readonly stop: (withinMs: number) => Promise<void>;
};

type Options = {
  readonly url: string;
  readonly log: Log;
  readonly workers: readonly Worker[];
  readonly schedules?: readonly Schedule[];
};

/** Half a minute at most between a worker's death and its job running again: 10 s of silence, looked for every 5. */
const HEARTBEAT_SECONDS = 10;
const SUPERVISE_SECONDS = 5;
/** Loops are woken: by NOTIFY of new jobs, and by `watchJobs` of others. By themselves they ask only this often. */
const POLL_SECONDS = 30;
const KEEP_DONE_SECONDS = 3_600;
/** The database is asked for work more often than this, so trouble that lasts is heard of again. Without it, nothing would say that it is over. */
const WITHOUT_TROUBLE_MS = 3_000;

export async function startJobs({ url, log, workers, schedules = [] }: Options): Promise<JobRunner> {
  const boss = bossOn(url, { supervise: workers.length > 0, schedule: schedules.length > 0 });
  let troubleAt = Number.NEGATIVE_INFINITY;
  const trouble = (error: unknown): void => {
    troubleAt = performance.now();
    log.failure('jobs.trouble', error);
  };
  boss.on('error', trouble);
  await boss.start();
  await makeQueues(boss, workers);

  const stopping = new AbortController();
  const loops = new Map<string, string[]>();
  for (const each of workers) {
    for (let loop = 0; loop < each.concurrency; loop += 1) {
      const id = await startLoop(boss, each, log, stopping.signal, () => {
        troubleAt = Number.NEGATIVE_INFINITY;
      });
      loops.set(each.name, [...(loops.get(each.name) ?? []), id]);
    }
  }
  void watchJobs(boss, loops, stopping.signal, trouble);
  for (const { name, cron } of schedules) await boss.schedule(name, cron, {});

  return {
    enqueue: async (trx, job, payload, options) => await send(boss, trx, job, payload, options),
    load: async () => await queueLoad(boss),
    isHealthy: () => performance.now() - troubleAt > WITHOUT_TROUBLE_MS,
    runSchedules: async () => {
      for (const { name } of schedules) await boss.send(name, {});
    },
    stop: async (withinMs) => {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: withinMs, close: true });
    },
  };
}

/** For commands that ask for work but do none. */
export async function connectJobs(url: string, log: Log): Promise<JobRunner> {
  return await startJobs({ url, log, workers: [] });
}

/** Installs or upgrades pg-boss's own tables. Safe to run from several instances at once. */
export async function migrateJobs(url: string): Promise<void> {
  const boss = bossOn(url, { supervise: false, schedule: false, migrate: true });
  boss.on('error', () => {});
  await boss.start();
  await boss.getDb().executeSql(EAGER_ANALYZE);
  await boss.stop({ graceful: false, close: true });
}

/** With statistics from before a burst, the planner reads the whole table for each fetch: 50 times slower. */
const EAGER_ANALYZE = `alter table pgboss.job_common
  set (autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 1000, autovacuum_vacuum_scale_factor = 0.05)`;

function bossOn(
  url: string,
  on: { readonly supervise: boolean; readonly schedule: boolean; readonly migrate?: boolean },
): PgBoss {
  return new PgBoss({
    connectionString: url,
    application_name: 'concierge-desk jobs',
    max: on.supervise ? 8 : 2,
    migrate: false,
    createSchema: on.migrate === true,
    useListenNotify: on.supervise,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
    cronMonitorIntervalSeconds: 15,
    ...on,
  });
}

async function makeQueues(boss: PgBoss, workers: readonly Worker[]): Promise<void> {
  for (const { name, queue } of workers) {
    await boss.createQueue(name, {
      policy: queue.inOrder === true ? 'key_strict_fifo' : 'standard',
      notify: true,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      retryLimit: queue.retryLimit ?? 20,
      retryDelay: queue.retryDelay ?? 1,
      ...(queue.retryDelayMax !== undefined && { retryBackoff: true, retryDelayMax: queue.retryDelayMax }),
      deleteAfterSeconds: KEEP_DONE_SECONDS,
    });
  }
}

/** One fetch loop. It asks to be woken while it works, so that it fetches again at once instead of waiting for a poll. */
async function startLoop(
  boss: PgBoss,
  { name, work }: Worker,
  log: Log,
  signal: AbortSignal,
  onAlive: () => void,
): Promise<string> {
  let loopId = '';
  loopId = await boss.work(
    name,
    {
      pollingIntervalSeconds: POLL_SECONDS,
      notifyPollingIntervalSeconds: POLL_SECONDS,
      includeMetadata: true,
    },
    async (jobs: JobWithMetadata[]) => {
      onAlive();
      boss.notifyWorker(loopId);
      for (const { data, retryCount, retryLimit } of jobs) {
        const run: Run = { retries: retryCount, isLastTry: retryCount >= retryLimit, signal };
        await work(data, run).catch((error: unknown) => rethrowWithoutWords(error, name, run, log));
      }
    },
  );
  return loopId;
}

/** A job that is not done yet and should be tried again in a moment. No failure: nothing is logged. */
export class NotYet extends Error {}

/** pg-boss stores what a job throws, so only the code of the error may reach it. */
function rethrowWithoutWords(error: unknown, queue: JobName, { retries, isLastTry }: Run, log: Log): never {
  if (!(error instanceof NotYet)) {
    log.failure('jobs.failed', error, { queue, retries, isLastTry });
  }
  throw new Error(error instanceof NotYet ? 'not_yet' : (errorCode(error) ?? 'failed'));
}

async function send<Payload extends object>(
  boss: PgBoss,
  trx: Trx,
  job: Job<Payload>,
  payload: Payload,
  { key, startAfter }: EnqueueOptions = {},
): Promise<void> {
  await boss.send(job.name, payload, {
    db: fromKysely(trx),
    // Jobs of one transaction share their creation time; ids that grow keep them in order.
    id: uuidv7(),
    ...(key !== undefined && { singletonKey: key }),
    ...(startAfter !== undefined && { startAfter }),
  });
}
