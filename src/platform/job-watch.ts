import { setTimeout as sleep } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import { z } from 'zod';

/** How often a process looks for jobs whose time has come: deferred ones and those to be tried again. */
const LOOK_EVERY_MS = 500;

const Ready = z.object({ rows: z.array(z.object({ queue: z.string() })) });

/**
 * Wakes the loops of every queue that has a job to run, until the signal. New jobs wake them by NOTIFY, but nothing tells
 * of those whose time comes later. One look for all queues, because a poll of each loop by itself costs an idle process
 * more than the work of a busy one.
 *
 * @param loops the ids of each queue's loops
 */
export async function watchJobs(
  boss: PgBoss,
  loops: ReadonlyMap<string, readonly string[]>,
  signal: AbortSignal,
  onTrouble: (error: unknown) => void,
): Promise<void> {
  const queues = [...loops.keys()];
  while (queues.length > 0 && (await isStillOn(signal))) {
    try {
      for (const queue of await readyAmong(boss, queues)) {
        for (const loop of loops.get(queue) ?? []) boss.notifyWorker(loop);
      }
    } catch (error) {
      if (!signal.aborted) onTrouble(error);
    }
  }
}

async function isStillOn(signal: AbortSignal): Promise<boolean> {
  return await sleep(LOOK_EVERY_MS, true, { signal, ref: false }).catch(() => false);
}

async function readyAmong(boss: PgBoss, queues: readonly string[]): Promise<readonly string[]> {
  const { rows } = Ready.parse(await boss.getDb().executeSql(READY, [queues]));
  return rows.map(({ queue }) => queue);
}

const READY = `
  select queue from unnest($1::text[]) as queue where exists (
    select from pgboss.job where name = queue and state < 'active' and not blocked and start_after <= now())`;
