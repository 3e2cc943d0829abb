import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';
import type { ChannelId, SlackUserId, WorkspaceId } from '../shared/ids.ts';
import { counts } from './slack-shapes.ts';
import type { Standing } from './standing.ts';

/** What decides whether somebody counts: the deactivated, people of other companies and bots never do. */
export type Profile = {
  readonly userId: SlackUserId;
  readonly isDeactivated: boolean;
  readonly isExternal: boolean;
  readonly isGuest: boolean;
  readonly isBot: boolean;
  /** Out of office, as their status says. They count all the same. */
  readonly isAway: boolean;
  /** By its name in the tz database; null where Slack gives none that is known here. */
  readonly timeZone: string | null;
  /** Seconds, when Slack last changed it: a profile that was read or sent later may be older. */
  readonly asOf: number;
};

export async function saveProfiles(
  db: Database,
  workspaceId: WorkspaceId,
  profiles: readonly Profile[],
): Promise<void> {
  if (profiles.length === 0) return;
  const newest = new Map(profiles.map((profile) => [profile.userId, profile]));
  await db
    .insertInto('people')
    .values([...newest.values()].map((profile) => ({ workspaceId, ...profile })))
    .onConflict((conflict) =>
      conflict
        .columns(['workspaceId', 'userId'])
        .doUpdateSet((eb) => ({
          isDeactivated: eb.ref('excluded.isDeactivated'),
          isExternal: eb.ref('excluded.isExternal'),
          isGuest: eb.ref('excluded.isGuest'),
          isBot: eb.ref('excluded.isBot'),
          isAway: eb.ref('excluded.isAway'),
          timeZone: eb.ref('excluded.timeZone'),
          asOf: eb.ref('excluded.asOf'),
        }))
        .whereRef('people.asOf', '<=', 'excluded.asOf'),
    )
    .execute();
}

export async function unknownPeople(
  db: Database,
  workspaceId: WorkspaceId,
  users: readonly SlackUserId[],
): Promise<readonly SlackUserId[]> {
  if (users.length === 0) return [];
  const rows = await db
    .selectFrom('people')
    .select('userId')
    .where('workspaceId', '=', workspaceId)
    .where('userId', 'in', users)
    .execute();
  const known = new Set(rows.map(({ userId }) => userId));
  return [...new Set(users)].filter((user) => !known.has(user));
}

/** Everybody who is in a roster or named in the file. */
export async function peopleOfInterest(
  db: Database,
  workspaceId: WorkspaceId,
): Promise<readonly SlackUserId[]> {
  const rows = await db
    .selectFrom('rosterMembers')
    .select('userId')
    .where('workspaceId', '=', workspaceId)
    .where('isMember', '=', true)
    .union(
      db
        .selectFrom('directoryPeople')
        .select('userId')
        .$narrowType<{ userId: SlackUserId }>()
        .where('workspaceId', '=', workspaceId)
        .where('userId', 'is not', null),
    )
    .execute();
  return rows.map(({ userId }) => userId);
}

/** People who count, as a table to join with. */
function counting(db: Database, workspaceId: WorkspaceId) {
  return db
    .selectFrom('people')
    .select('userId')
    .where('workspaceId', '=', workspaceId)
    .where('isDeactivated', '=', false)
    .where('isExternal', '=', false)
    .where('isBot', '=', false);
}

/** What the directory's words for rosters come to for one person. */
export async function standingOf(
  db: Database,
  workspaceId: WorkspaceId,
  user: SlackUserId,
): Promise<Standing> {
  const { rows } = await sql<{ kind: 'group' | 'channel' | 'person'; word: string }>`
    with me as (${counting(db, workspaceId).where('userId', '=', user)}),
    mine as (
      select source_id from roster_members join me using (user_id)
      where workspace_id = ${workspaceId} and is_member
    )
    select 'group' as kind, handle as word from directory_groups join mine on source_id = group_id
    where workspace_id = ${workspaceId} and not is_disabled
    union all
    select 'channel', name from directory_channels join mine on source_id = channel_id
    where workspace_id = ${workspaceId}
    union all
    select 'person', reference from directory_people join me using (user_id)
    where workspace_id = ${workspaceId}`.execute(db);
  const words = (wanted: 'group' | 'channel' | 'person') =>
    new Set(rows.filter(({ kind }) => kind === wanted).map(({ word }) => word));
  return { groups: words('group'), channels: words('channel'), references: words('person') };
}

/** Everybody who counts and is in the user group or among the people, as the file names them. */
export async function holdersOf(
  db: Database,
  workspaceId: WorkspaceId,
  { group = null, people }: { readonly group?: string | null; readonly people: readonly string[] },
): Promise<readonly SlackUserId[]> {
  const { rows } = await sql<{ userId: SlackUserId }>`
    with someone as (${counting(db, workspaceId)})
    select user_id from someone where user_id in (
      select user_id from roster_members join directory_groups on group_id = source_id
      where roster_members.workspace_id = ${workspaceId} and directory_groups.workspace_id = ${workspaceId}
        and is_member and not is_disabled and handle = ${group}
      union
      select user_id from directory_people where workspace_id = ${workspaceId} and reference = any(${people})
    )
    order by user_id`.execute(db);
  return rows.map(({ userId }) => userId);
}

/** What is on record about one person in one channel. `undefined`: nothing. */
export async function membershipOf(
  db: Database,
  workspaceId: WorkspaceId,
  { channel, user }: { readonly channel: ChannelId; readonly user: SlackUserId },
): Promise<{ readonly isMember: boolean; readonly asOf: number; readonly counts: boolean } | undefined> {
  const row = await db
    .selectFrom('rosterMembers as member')
    .innerJoin('people', (join) =>
      join
        .onRef('people.workspaceId', '=', 'member.workspaceId')
        .onRef('people.userId', '=', 'member.userId'),
    )
    .select(['member.isMember', 'member.asOf', 'isDeactivated', 'isExternal', 'isBot'])
    .where('member.workspaceId', '=', workspaceId)
    .where('member.sourceId', '=', channel)
    .where('member.userId', '=', user)
    .executeTakeFirst();
  return (
    row && {
      isMember: row.isMember,
      asOf: Number(row.asOf),
      counts: counts(row),
    }
  );
}

export type Whereabouts = { readonly timeZone: string | null; readonly isAway: boolean };

/** In which time zone people are, and whether out of office by their status. Nobody whom we know nothing of is in it. */
export async function whereaboutsBySlack(
  db: Database,
  workspaceId: WorkspaceId,
  users: readonly SlackUserId[],
): Promise<ReadonlyMap<SlackUserId, Whereabouts>> {
  if (users.length === 0) return new Map();
  const rows = await db
    .selectFrom('people')
    .select(['userId', 'timeZone', 'isAway'])
    .where('workspaceId', '=', workspaceId)
    .where(sql<boolean>`user_id = any(${users})`)
    .execute();
  return new Map(rows.map(({ userId, ...where }) => [userId, where]));
}

/** Every time zone that somebody who counts is in. */
export async function zonesInUse(db: Database, workspaceId: WorkspaceId): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('people')
    .select('timeZone')
    .distinct()
    .where('workspaceId', '=', workspaceId)
    .where('isDeactivated', '=', false)
    .where('isExternal', '=', false)
    .where('isBot', '=', false)
    .orderBy('timeZone')
    .execute();
  return rows.flatMap(({ timeZone }) => timeZone ?? []);
}

/** Out of office by their status. False also for people nobody has looked up yet. */
export async function isAway(db: Database, workspaceId: WorkspaceId, userId: SlackUserId): Promise<boolean> {
  const row = await db
    .selectFrom('people')
    .select('isAway')
    .where('workspaceId', '=', workspaceId)
    .where('userId', '=', userId)
    .executeTakeFirst();
  return row?.isAway ?? false;
}

/** False also for people nobody has looked up yet. */
export async function isDeactivated(
  db: Database,
  workspaceId: WorkspaceId,
  userId: SlackUserId,
): Promise<boolean> {
  const row = await db
    .selectFrom('people')
    .select('isDeactivated')
    .where('workspaceId', '=', workspaceId)
    .where('userId', '=', userId)
    .executeTakeFirst();
  return row?.isDeactivated ?? false;
}
