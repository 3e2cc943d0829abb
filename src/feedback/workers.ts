import { type Schedule, type Worker, worker } from '../platform/jobs.ts';
import { countSilent } from './count-silent.ts';
import { postJob, tallyJob } from './jobs.ts';
import { postWaiting } from './post-waiting.ts';
import { type WorkWorkerDeps, workSchedules, workWorkers } from './work-workers.ts';

type Deps = Parameters<typeof postWaiting>[0] & Parameters<typeof countSilent>[0] & WorkWorkerDeps;

export function workers(deps: Deps): readonly Worker[] {
  return [
    worker(postJob, async (_, { signal }) => await postWaiting(deps, signal), { concurrency: 1 }),
    worker(tallyJob, async () => await countSilent(deps), { concurrency: 1 }),
    ...workWorkers(deps),
  ];
}

export const schedules: readonly Schedule[] = [{ name: tallyJob.name, cron: '* * * * *' }, ...workSchedules];
