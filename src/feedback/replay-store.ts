import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import type { OutboxId, WorkspaceId } from '../shared/ids.ts';

export type Between = { readonly from: Date; readonly to: Date };

/** Messages that never reached the channel: Slack refused them, or there was nothing to send at that moment. */
export type Unsent = { readonly id: OutboxId; readonly state: 'rejected' | 'dropped' };

/** Of comments received in that time, the oldest message first. */
export async function unsentMessages(
  db: Database,
  workspaceId: WorkspaceId,
  { from, to }: Between,
): Promise<readonly Unsent[]> {
  const { rows } = await sql<Unsent>`
    select outbox.id, outbox.state from outbox
    where outbox.state in ('rejected', 'dropped') and outbox.ts is null and outbox.id in (
      select unnest(array[post_id, digest_id]) from feedback
      where workspace_id = ${workspaceId} and received_at >= ${from} and received_at < ${to})
    order by outbox.id`.execute(db);
  return rows;
}

export type ReceivedCounts = { readonly received: number; readonly waiting: number };

/** How many came in that time, and how many of them are in no message yet. */
export async function countReceived(
  db: Database,
  workspaceId: WorkspaceId,
  { from, to }: Between,
): Promise<ReceivedCounts> {
  const { rows } = await sql<{ received: number; waiting: number }>`
    select count(*)::int as received,
      (count(*) filter (where post_id is null and digest_id is null and not counted))::int as waiting
    from feedback where workspace_id = ${workspaceId} and received_at >= ${from} and received_at < ${to}`.execute(
    db,
  );
  return rows[0] ?? { received: 0, waiting: 0 };
}
