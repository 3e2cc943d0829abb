import { type Schedule, type Worker, worker } from '../../platform/jobs.ts';
import { deliver } from '../../platform/outbox.ts';
import { type DeliverDeps, deliverRow } from './deliver.ts';
import { forgetOutbox } from './jobs.ts';
import { forgetOld } from './store.ts';

/** Each loop may be waiting for a channel's turn, so there are more of them than there is work to do at once. */
const LOOPS = 12;

export function outboxWorkers(deps: DeliverDeps): readonly Worker[] {
  return [
    worker(deliver, async ({ outboxId }, { signal }) => await deliverRow(deps, outboxId, signal), {
      concurrency: LOOPS,
    }),
    worker(forgetOutbox, async () => await forgetOld(deps.db), { concurrency: 1 }),
  ];
}

export const outboxSchedules: readonly Schedule[] = [{ name: forgetOutbox.name, cron: '47 3 * * *' }];
