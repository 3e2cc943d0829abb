import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import type { Sender } from './feedback.ts';

/** Adds what one instance has seen of a sender in a window, and returns what all of them have. */
export async function addToRate(
  db: Database,
  workspaceId: WorkspaceId,
  { sender, since, count }: { readonly sender: Sender; readonly since: Date; readonly count: number },
): Promise<number> {
  const row = await db
    .insertInto('feedbackRates')
    .values({ workspaceId, sender, since, count })
    .onConflict((conflict) =>
      conflict
        .columns(['workspaceId', 'sender', 'since'])
        .doUpdateSet({ count: sql`feedback_rates.count + excluded.count` }),
    )
    .returning('count')
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function forgetRates(db: Database, workspaceId: WorkspaceId, before: Date): Promise<void> {
  await db
    .deleteFrom('feedbackRates')
    .where('workspaceId', '=', workspaceId)
    .where('since', '<', before)
    .execute();
}
