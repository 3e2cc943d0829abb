import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import type { WorkspaceId } from '../shared/ids.ts';

/** How long the live questions of one team waited for the first human, in seconds. */
export type LiveWait = {
  /** Where they were asked. */
  readonly team: string;
  readonly asked: number;
  /** Of those that a human has seen to. */
  readonly p50: number | null;
  readonly p90: number | null;
  /** Nobody has seen to them. */
  readonly unseen: number;
};

/** From submit to the first human, by team, the slowest team first. */
export async function liveWaits(
  db: Database,
  workspaceId: WorkspaceId,
  { since, until }: { readonly since: Date; readonly until: Date },
): Promise<readonly LiveWait[]> {
  return await db
    .selectFrom('liveWaits')
    .select(['team'])
    .select([
      sql<number>`count(*)::int`.as('asked'),
      sql<number | null>`percentile_cont(0.5) within group (order by seconds)`.as('p50'),
      sql<number | null>`percentile_cont(0.9) within group (order by seconds)`.as('p90'),
      sql<number>`(count(*) filter (where seconds is null))::int`.as('unseen'),
    ])
    .where('workspaceId', '=', workspaceId)
    .where('askedAt', '>=', since)
    .where('askedAt', '<', until)
    .groupBy('team')
    .orderBy('p90', (order) => order.desc().nullsFirst())
    .orderBy('team')
    .execute();
}
