import { type Schedule, type Worker, worker } from '../platform/jobs.ts';
import { considerThread } from './consider-thread.ts';
import { findSpikes } from './find-spikes.ts';
import { makeRoom } from './make-room.ts';
import { LOOKS_EVERY_MINUTES } from './spike.ts';
import { tellShipped } from './tell-shipped.ts';
import { considerThreadJob, makeRoomJob, shippedJob, spikesJob } from './work-jobs.ts';

export type WorkWorkerDeps = Parameters<typeof considerThread>[0] &
  Parameters<typeof findSpikes>[0] &
  Parameters<typeof makeRoom>[0] &
  Parameters<typeof tellShipped>[0];

export function workWorkers(deps: WorkWorkerDeps): readonly Worker[] {
  return [
    worker(considerThreadJob, async (place) => await considerThread(deps, place)),
    worker(spikesJob, async () => await findSpikes(deps), { concurrency: 1 }),
    worker(makeRoomJob, async (room, run) => await makeRoom(deps, room, run), { concurrency: 1 }),
    worker(shippedJob, async (shipped) => await tellShipped(deps, shipped)),
  ];
}

export const workSchedules: readonly Schedule[] = [
  { name: spikesJob.name, cron: `*/${LOOKS_EVERY_MINUTES} * * * *` },
];
