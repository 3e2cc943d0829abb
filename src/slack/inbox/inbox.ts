import type { Database } from '../../platform/database.ts';
import { errorCode } from '../../platform/errors.ts';
import { type Jobs, type Schedule, type Worker, worker } from '../../platform/jobs.ts';
import type { Metrics } from '../../platform/metrics.ts';
import type { Vault } from '../../platform/vault.ts';
import type { WorkspaceId } from '../../shared/ids.ts';
import type { Envelope } from '../payload.ts';
import { processEvent, tidySlack } from './jobs.ts';
import { withoutStepToken } from './step-token.ts';
import { isNew, markFailed, remove, store, take, tidy } from './store.ts';

type Deps = {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly vault: Vault;
  readonly metrics: Metrics;
  readonly workspace: { readonly id: WorkspaceId };
};

/**
 * Stores an event with the job that will work on it. Once this resolves, Slack may be told that we have it:
 * it sends an event four times at most, and a listener that fails after the acknowledgement gets no second chance.
 */
export async function receiveEvent(
  { db, jobs, vault, metrics, workspace }: Deps,
  { eventId, body }: { readonly eventId: string; readonly body: Envelope },
): Promise<'stored' | 'repeated'> {
  const key = { workspaceId: workspace.id, eventId };
  const outcome = await db.transaction().execute(async (trx) => {
    if (!(await isNew(trx, key))) return 'repeated';
    await store(trx, key, vault.seal(JSON.stringify(withoutStepToken(body)), sealContext(eventId)));
    await jobs.enqueue(trx, processEvent, { eventId });
    return 'stored';
  });
  metrics.events.inc({ outcome });
  return outcome;
}

/** `listeners` is Bolt: it rejects when a listener fails, and the job comes back. */
export function inboxWorkers(
  { db, vault, metrics, workspace }: Omit<Deps, 'jobs'>,
  listeners: (body: Envelope) => Promise<void>,
): readonly Worker[] {
  return [
    worker(
      processEvent,
      async ({ eventId }, { isLastTry }) => {
        const key = { workspaceId: workspace.id, eventId };
        const sealed = await take(db, key);
        if (!sealed) return;
        try {
          await listeners(JSON.parse(vault.open(sealed, sealContext(eventId))));
        } catch (error) {
          if (isLastTry) await markFailed(db, key, errorCode(error) ?? 'failed');
          metrics.events.inc({ outcome: isLastTry ? 'failed' : 'retried' });
          throw error;
        }
        await remove(db, key);
        metrics.events.inc({ outcome: 'processed' });
      },
      { concurrency: 4 },
    ),
    worker(tidySlack, async () => await tidy(db), { concurrency: 1 }),
  ];
}

export const inboxSchedules: readonly Schedule[] = [{ name: tidySlack.name, cron: '17 * * * *' }];

const sealContext = (eventId: string): string => `inbox.body/${eventId}`;
