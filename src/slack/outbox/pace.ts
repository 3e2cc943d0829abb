import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '../../platform/database.ts';
import type { WorkspaceId } from '../../shared/ids.ts';

/** Slack's limits as we keep to them, over all instances (docs.slack.dev/apis/web-api/rate-limits). */
export type PaceLimits = {
  /** Messages a second in one channel; Slack takes about one. 0 turns the limit off. */
  readonly postsPerSecond: number;
  /** `chat.update` is Tier 3: 50 a minute in the whole workspace, as are the methods that look or open. 0 turns it off. */
  readonly updatesPerMinute: number;
};

export type Limit = { readonly scope: string; readonly everyMs: number; readonly burst: number };

export const postLimit = ({ postsPerSecond }: PaceLimits, channel: string): Limit => ({
  scope: `post ${channel}`,
  everyMs: postsPerSecond === 0 ? 0 : 1000 / postsPerSecond,
  burst: 1,
});

const tierThree = (scope: string, { updatesPerMinute }: PaceLimits): Limit => ({
  scope,
  everyMs: updatesPerMinute === 0 ? 0 : 60_000 / updatesPerMinute,
  burst: 10,
});

export const updateLimit = (limits: PaceLimits): Limit => tierThree('update', limits);
export const lookUpLimit = (limits: PaceLimits): Limit => tierThree('look up', limits);
export const openLimit = (limits: PaceLimits): Limit => tierThree('open', limits);

/** Worth waiting for in place; longer waits go back to the queue. */
const WAITS_MS = 1_500;

/**
 * Takes the next turn in a scope. Returns how many milliseconds to wait for it, or `undefined` when it is too far off:
 * then nothing was taken. A bucket that fills at one turn every `everyMs` and holds `burst` of them.
 */
export async function takeTurn(
  db: Database,
  workspaceId: WorkspaceId,
  { scope, everyMs, burst }: Limit,
): Promise<number | undefined> {
  const every = sql`make_interval(secs => ${everyMs / 1000})`;
  const saved = sql`make_interval(secs => ${(everyMs * (burst - 1)) / 1000})`;
  const { rows } = await sql<{ waitMs: number }>`
    insert into slack_pace (workspace_id, scope, next_at) values (${workspaceId}, ${scope}, clock_timestamp() - ${saved} + ${every})
    on conflict (workspace_id, scope) do update
      set next_at = greatest(slack_pace.next_at, clock_timestamp() - ${saved}) + ${every}
      where slack_pace.next_at < clock_timestamp() + make_interval(secs => ${WAITS_MS / 1000})
    returning (extract(epoch from next_at - ${every} - clock_timestamp()) * 1000)::float8 as wait_ms`.execute(
    db,
  );
  const [turn] = rows;
  return turn && Math.max(0, Math.ceil(turn.waitMs));
}

/** Takes a turn and waits until it has come. False when it is too far off, or the process is to stop. */
export async function waitForTurn(
  db: Database,
  workspaceId: WorkspaceId,
  limit: Limit,
  signal: AbortSignal,
): Promise<boolean> {
  const wait = await takeTurn(db, workspaceId, limit);
  if (wait === undefined) return false;
  if (wait === 0) return true;
  return await sleep(wait, true, { signal }).catch(() => false);
}

/** Nobody takes a turn in the scope before then: Slack's `Retry-After`, or a pause after a failure. */
export async function holdBack(
  db: Database,
  workspaceId: WorkspaceId,
  scope: string,
  seconds: number,
): Promise<void> {
  await sql`
    insert into slack_pace (workspace_id, scope, next_at)
    values (${workspaceId}, ${scope}, clock_timestamp() + make_interval(secs => ${seconds}))
    on conflict (workspace_id, scope) do update set next_at = greatest(slack_pace.next_at, excluded.next_at)`.execute(
    db,
  );
}
