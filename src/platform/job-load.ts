import type { PgBoss } from 'pg-boss';
import { z } from 'zod';

export type QueueLoad = {
  readonly queue: string;
  readonly ready: number;
  readonly deferred: number;
  readonly active: number;
  readonly oldestSeconds: number;
};

/** Waiting and running jobs of each queue, and the age in seconds of the oldest that could run now. */
export async function queueLoad(boss: PgBoss): Promise<readonly QueueLoad[]> {
  const schema = z.object({
    rows: z.array(
      z.object({
        queue: z.string(),
        ready: z.coerce.number(),
        deferred: z.coerce.number(),
        active: z.coerce.number(),
        oldestSeconds: z.coerce.number(),
      }),
    ),
  });
  const result = await boss.getDb().executeSql(`
    select name as queue,
      count(*) filter (where state < 'active' and start_after <= now()) as ready,
      count(*) filter (where state < 'active' and start_after > now()) as deferred,
      count(*) filter (where state = 'active') as active,
      coalesce(extract(epoch from now() - min(start_after) filter (where state < 'active' and start_after <= now())), 0)
        as "oldestSeconds"
    from pgboss.job where state <= 'active' and name not like '\\_\\_pgboss%' group by name order by name`);
  return schema.parse(result).rows;
}
