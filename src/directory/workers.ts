import type { WebClient } from '@slack/web-api';
import { WebAPIRateLimitedError } from '@slack/web-api';
import type { Database } from '../platform/database.ts';
import { type Jobs, NotYet, type Schedule, type Worker, worker } from '../platform/jobs.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import { recheckChannels } from './follow-channel.ts';
import { refreshChannels, refreshRoster, refreshRosters } from './jobs.ts';
import { refreshAllRosters, refreshOneRoster } from './refresh-rosters.ts';

type Deps = {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly now: () => Date;
  readonly workspace: { readonly id: WorkspaceId };
  readonly slack: { readonly reads: WebClient };
};

export function workers(deps: Deps): readonly Worker[] {
  return [
    worker(refreshRosters, async () => await patiently(refreshAllRosters(deps)), { concurrency: 1 }),
    worker(refreshRoster, async ({ source }) => await patiently(refreshOneRoster(deps, source)), {
      concurrency: 1,
    }),
    worker(refreshChannels, async () => await patiently(recheckChannels(deps)), { concurrency: 1 }),
  ];
}

/** Rosters by night in America; channels every hour, for what no event told us. */
export const schedules: readonly Schedule[] = [
  { name: refreshRosters.name, cron: '23 8 * * *' },
  { name: refreshChannels.name, cron: '41 * * * *' },
];

/** Being asked by Slack to slow down is no failure. */
async function patiently(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (error instanceof WebAPIRateLimitedError) throw new NotYet('ratelimited', { cause: error });
    throw error;
  }
}
