import './one-realm.ts';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { LogLevel, WebClient } from '@slack/web-api';
import { connectWorkspace } from '../../practice/client.ts';
import type { WorkspaceOptions } from '../../practice/core/options.ts';
import { startWorkspace } from '../../practice/workspace.ts';
import { applyDirectory, createDirectoryReader } from '../../src/directory/index.ts';
import { createChain } from '../../src/platform/chain.ts';
import { createVault } from '../../src/platform/vault.ts';
import { createRedactor } from '../../src/redaction/index.ts';
import { SlackUserId, WorkspaceId } from '../../src/shared/ids.ts';
import { freshDatabase } from './postgres.ts';
import { recordJobs } from './recorded-jobs.ts';

export const workspaceId = WorkspaceId.parse('T0PRACTICE');
export const userId = (name: string): SlackUserId => SlackUserId.parse(`U0${name.toUpperCase()}`);
export const person = (name: string) => ({ user: userId(name), isExternal: false });

const DIRECTORY = 'practice/directory.yaml';
export const EXAMPLE = await readFile(DIRECTORY, 'utf8');

/**
 * A room between a database, a practice workspace with the example directory, and jobs that are only written down.
 * `now` is where its clock stands.
 */
export async function openPracticeRoom({
  now,
  workspace: options = {},
}: {
  readonly now: Date;
  readonly workspace?: Partial<WorkspaceOptions>;
}) {
  const pg = await freshDatabase();
  const workspace = await startWorkspace({
    rateLimits: false,
    directoryFile: DIRECTORY,
    log: () => {},
    ...options,
  });
  const jobs = await recordJobs(pg.db);
  const clock = { now: new Date(now) };
  const web = new WebClient(workspace.botToken, {
    slackApiUrl: workspace.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
  });
  const deps = {
    db: pg.db,
    jobs,
    now: () => clock.now,
    workspace: { id: workspaceId, botUserId: SlackUserId.parse('U0CONCIERGE') },
    slack: { reads: web, posting: web },
    directory: createDirectoryReader(pg.db),
    chain: createChain(randomBytes(32)),
    vault: createVault([{ id: 'test', key: randomBytes(32) }], randomBytes(32)),
    redact: createRedactor({ memberIds: [/^R\d{6}$/] }),
  };
  await applyDirectory({ ...deps, now: () => new Date() }, EXAMPLE, 'a test');
  return {
    pg,
    deps,
    jobs,
    clock,
    web,
    apiUrl: workspace.apiUrl,
    slack: connectWorkspace(workspace.url),
    async [Symbol.asyncDispose]() {
      await workspace.close();
      await pg[Symbol.asyncDispose]();
    },
  };
}
