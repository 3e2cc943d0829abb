import type { WebClient } from '@slack/web-api';
import { sql } from 'kysely';
import type { Database } from './platform/database.ts';
import { errorCode } from './platform/errors.ts';
import type { Answer, Route } from './platform/http-server.ts';
import type { JobRunner } from './platform/jobs.ts';
import type { Log } from './platform/log.ts';
import type { Metrics } from './platform/metrics.ts';
import { pendingMigrations } from './platform/migrate.ts';

type Deps = {
  readonly db: Database;
  readonly jobs: JobRunner;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly slack: { readonly reads: WebClient };
  /** Socket Mode: whether at least one connection is open. Over HTTP there is none to ask about. */
  readonly isConnected: () => boolean;
  readonly isStopping: () => boolean;
  /** What rooms have to say when the metrics are asked for. */
  readonly note: () => Promise<void>;
};

type Check = { readonly name: string; readonly run: () => Promise<boolean> };

/** A load balancer asks every few seconds; Slack is asked for the token's health once a minute. */
const TOKEN_FRESH_MS = 60_000;
const CHECK_WITHIN_MS = 2_000;

export function healthRoutes(deps: Deps): readonly Route[] {
  const checks = readinessChecks(deps);
  return [
    {
      method: 'GET',
      path: '/healthz',
      answer: async () => await Promise.resolve(json(200, { status: 'alive' })),
    },
    { method: 'GET', path: '/readyz', answer: async () => await readiness(deps, checks) },
    { method: 'GET', path: '/metrics', answer: async () => await metricsPage(deps) },
  ];
}

function readinessChecks({ db, jobs, slack, isConnected }: Deps): readonly Check[] {
  const token = remembered(async () => (await slack.reads.auth.test()).ok, TOKEN_FRESH_MS);
  return [
    { name: 'database', run: async () => (await sql`select 1`.execute(db)).rows.length === 1 },
    { name: 'migrations', run: async () => (await pendingMigrations(db)).length === 0 },
    { name: 'jobs', run: async () => await Promise.resolve(jobs.isHealthy()) },
    { name: 'slackToken', run: token },
    { name: 'slackConnection', run: async () => await Promise.resolve(isConnected()) },
  ];
}

async function readiness({ isStopping }: Deps, checks: readonly Check[]): Promise<Answer> {
  const results = await Promise.all(checks.map(async ({ name, run }) => [name, await passes(run)] as const));
  const ready = !isStopping() && results.every(([, passed]) => passed);
  const answer = { status: ready ? 'ready' : isStopping() ? 'stopping' : 'not ready' };
  return json(ready ? 200 : 503, { ...answer, checks: Object.fromEntries(results) });
}

async function passes(run: () => Promise<boolean>): Promise<boolean> {
  const timeUp = new Promise<boolean>(
    (resolve) => void setTimeout(() => resolve(false), CHECK_WITHIN_MS).unref(),
  );
  return await Promise.race([run().catch(() => false), timeUp]);
}

/** The last answer while it is fresh; a bad one is asked again at once. */
function remembered(ask: () => Promise<boolean>, freshMs: number): () => Promise<boolean> {
  let until = 0;
  return async () => {
    if (Date.now() < until) return true;
    const good = await ask();
    if (good) until = Date.now() + freshMs;
    return good;
  };
}

async function metricsPage({ db, jobs, log, metrics, note }: Deps): Promise<Answer> {
  // Without the database the figures of the process itself are still worth having.
  await Promise.all([noteLoad(jobs, metrics), noteSkew(db, metrics), note()]).catch((error: unknown) =>
    log.failure('metrics.incomplete', error, { unreachable: errorCode(error) !== undefined }),
  );
  return { status: 200, type: metrics.registry.contentType, body: await metrics.registry.metrics() };
}

async function noteLoad(jobs: JobRunner, metrics: Metrics): Promise<void> {
  metrics.queueReady.reset();
  metrics.queueActive.reset();
  metrics.queueOldest.reset();
  for (const { queue, ready, active, oldestSeconds } of await jobs.load()) {
    metrics.queueReady.set({ queue }, ready);
    metrics.queueActive.set({ queue }, active);
    metrics.queueOldest.set({ queue }, oldestSeconds);
  }
}

async function noteSkew(db: Database, metrics: Metrics): Promise<void> {
  const { rows } = await sql<{
    at: number;
  }>`select extract(epoch from clock_timestamp())::float8 as at`.execute(db);
  const [theirs] = rows;
  if (theirs) metrics.clockSkew.set({ against: 'database' }, Math.round(Date.now() / 1000 - theirs.at));
}

const json = (status: number, body: object): Answer => ({
  status,
  type: 'application/json',
  body: JSON.stringify(body),
});
