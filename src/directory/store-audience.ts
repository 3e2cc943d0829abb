import type { Database } from '../platform/database.ts';
import type { RosterSource } from '../platform/tables/directory.ts';
import type { SlackUserId, WorkspaceId } from '../shared/ids.ts';

/** Seconds, as exact as Slack's timestamps, `1700000000.000100`. */
type AsOf = string;

export type MemberWord = { readonly user: SlackUserId; readonly isMember: boolean; readonly asOf: AsOf };

/** The newest word on everybody who is in the roster, or of whom it is known that they aren't. */
export async function membersOfSource(
  db: Database,
  workspaceId: WorkspaceId,
  source: RosterSource,
): Promise<readonly MemberWord[]> {
  const rows = await db
    .selectFrom('rosterMembers')
    .select(['userId', 'isMember', 'asOf'])
    .where('workspaceId', '=', workspaceId)
    .where('sourceId', '=', source)
    .execute();
  return rows.map(({ userId, isMember, asOf }) => ({ user: userId, isMember, asOf }));
}

/** The people whom the directory names so, as far as Slack knows them. */
export async function usersNamed(
  db: Database,
  workspaceId: WorkspaceId,
  references: readonly string[],
): Promise<readonly SlackUserId[]> {
  if (references.length === 0) return [];
  const rows = await db
    .selectFrom('directoryPeople')
    .select('userId')
    .distinct()
    .where('workspaceId', '=', workspaceId)
    .where('reference', 'in', references)
    .execute();
  return rows.flatMap(({ userId }) => userId ?? []);
}

export type PersonWord = {
  readonly user: SlackUserId;
  /** Of this workspace, active, no guest and no bot. */
  readonly counts: boolean;
  readonly isAway: boolean;
  readonly asOf: AsOf;
};

export async function peopleAmong(
  db: Database,
  workspaceId: WorkspaceId,
  users: readonly SlackUserId[],
): Promise<readonly PersonWord[]> {
  if (users.length === 0) return [];
  const rows = await db
    .selectFrom('people')
    .select(['userId', 'isDeactivated', 'isExternal', 'isGuest', 'isBot', 'isAway', 'asOf'])
    .where('workspaceId', '=', workspaceId)
    .where('userId', '=', (eb) => eb.fn.any(eb.val([...users])))
    .execute();
  return rows.map(({ userId, isDeactivated, isExternal, isGuest, isBot, isAway, asOf }) => ({
    user: userId,
    counts: !isDeactivated && !isExternal && !isGuest && !isBot,
    isAway,
    asOf,
  }));
}
