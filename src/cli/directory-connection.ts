import { WebClient } from '@slack/web-api';
import { workers, workspacesWithDirectory } from '../directory/index.ts';
import { type Chain, createChain } from '../platform/chain.ts';
import { connect, type Database } from '../platform/database.ts';
import { type JobRunner, type Jobs, startJobs } from '../platform/jobs.ts';
import { createLog, createLogger } from '../platform/log.ts';
import { pendingMigrations } from '../platform/migrate.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import { type Identity, whoWeAre } from '../slack/identity.ts';
import { slackLogger } from '../slack/logger.ts';
import { Usage } from './command.ts';
import { connectionFrom } from './connection.ts';
import { secretsFrom } from './secrets.ts';

const log = createLog(createLogger('error'));

/** For commands that only read what is stored. With directories of several workspaces, Slack says which is meant. */
export async function withDatabase<Result>(
  work: (deps: { readonly db: Database; readonly workspaceId: WorkspaceId | undefined }) => Promise<Result>,
): Promise<Result> {
  const connection = connectionFrom(process.env);
  return await withPool(connection.databaseUrl, async (db) => {
    const [only, ...others] = await workspacesWithDirectory(db);
    const workspaceId = others.length === 0 ? only : (await whoWeAre(slackOf(connection), log)).id;
    return await work({ db, workspaceId });
  });
}

export type SlackDeps = {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly now: () => Date;
  readonly chain: Chain;
  readonly workspace: Identity;
  readonly slack: { readonly reads: WebClient };
};

/** For commands that also ask Slack. The room's queues are made, and worked on, in case the app has never run. */
export async function withSlack<Result>(work: (deps: SlackDeps) => Promise<Result>): Promise<Result> {
  const connection = connectionFrom(process.env);
  const { fingerprintSecret } = await secretsFrom(process.env);
  return await withPool(connection.databaseUrl, async (db) => {
    const reads = slackOf(connection);
    const workspace = await whoWeAre(reads, log);
    const runner = Promise.withResolvers<JobRunner>();
    const jobs: Jobs = { enqueue: async (...job) => await (await runner.promise).enqueue(...job) };
    const chain = createChain(fingerprintSecret);
    const deps = { db, jobs, now: () => new Date(), chain, workspace, slack: { reads } };
    const started = await startJobs({ url: connection.databaseUrl, log, workers: workers(deps) });
    runner.resolve(started);
    try {
      return await work(deps);
    } finally {
      await started.stop(5_000);
    }
  });
}

async function withPool<Result>(url: string, work: (db: Database) => Promise<Result>): Promise<Result> {
  const db = connect(url, { max: 4 });
  try {
    if ((await pendingMigrations(db)).length > 0) {
      throw new Usage('The database is not up to date. Run this first: npm run migrate');
    }
    return await work(db);
  } finally {
    await db.destroy();
  }
}

/** A command may wait: it does as Slack says when told to slow down, and tries again. */
function slackOf({ botToken, slackApiUrl }: ReturnType<typeof connectionFrom>): WebClient {
  if (botToken === undefined || botToken === '') throw new Usage('Set SLACK_BOT_TOKEN too: this asks Slack.');
  return new WebClient(botToken, {
    slackApiUrl,
    timeout: 10_000,
    retryConfig: { retries: 3 },
    allowAbsoluteUrls: false,
    logger: slackLogger(log),
  });
}
