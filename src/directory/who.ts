import type { WebClient } from '@slack/web-api';
import type { Database } from '../platform/database.ts';
import type { CareTeamKey, ChannelId, SlackUserId, UserGroupId, WorkspaceId } from '../shared/ids.ts';
import type { Role } from './directory.ts';
import { loadDirectory } from './load.ts';
import { createLookups, whileSomeoneWaits } from './lookups.ts';
import { learnPeople } from './people.ts';
import { asOfReading, saveRosters } from './rosters.ts';
import { careTeamsIn, ledIn, rolesIn } from './standing.ts';
import { namedGroups } from './store-names.ts';
import { holdersOf, membershipOf, standingOf } from './store-people.ts';
import { recordMember } from './store-rosters.ts';

export async function careTeamsOf(
  db: Database,
  workspaceId: WorkspaceId,
  user: SlackUserId,
): Promise<CareTeamKey[]> {
  const live = await loadDirectory(db, workspaceId);
  return live ? careTeamsIn(live.directory, await standingOf(db, workspaceId, user)) : [];
}

/** The care teams that somebody leads. */
export async function teamsLedBy(
  db: Database,
  workspaceId: WorkspaceId,
  user: SlackUserId,
): Promise<CareTeamKey[]> {
  const live = await loadDirectory(db, workspaceId);
  return live ? ledIn(live.directory, await standingOf(db, workspaceId, user)) : [];
}

/** Who leads each care team; a team without a lead is left out. */
export async function leadsOfTeams(
  db: Database,
  workspaceId: WorkspaceId,
): Promise<ReadonlyMap<CareTeamKey, readonly SlackUserId[]>> {
  const live = await loadDirectory(db, workspaceId);
  const leads = new Map<CareTeamKey, readonly SlackUserId[]>();
  for (const { key, lead } of live?.directory.careTeams ?? []) {
    const people = lead ? await holdersOf(db, workspaceId, lead) : [];
    if (people.length > 0) leads.set(key, people);
  }
  return leads;
}

export async function rolesOf(
  db: Database,
  workspaceId: WorkspaceId,
  user: SlackUserId,
): Promise<ReadonlySet<Role>> {
  const live = await loadDirectory(db, workspaceId);
  return live ? rolesIn(live.directory, await standingOf(db, workspaceId, user)) : new Set();
}

export async function peopleWith(
  db: Database,
  workspaceId: WorkspaceId,
  role: Role,
): Promise<readonly SlackUserId[]> {
  const live = await loadDirectory(db, workspaceId);
  return live ? await holdersOf(db, workspaceId, live.directory.roles[role]) : [];
}

/** Where somebody is among those who answer. In the channel of their own care team they are among those who ask. */
export async function answersIn(
  db: Database,
  workspaceId: WorkspaceId,
  user: SlackUserId,
): Promise<readonly ChannelId[]> {
  const live = await loadDirectory(db, workspaceId);
  if (!live) return [];
  const { directory } = live;
  const standing = await standingOf(db, workspaceId, user);
  const own = careTeamsIn(directory, standing);
  const places = [
    ...directory.careTeams.filter(({ key }) => !own.includes(key)),
    ...directory.regions,
    ...directory.topics,
  ].map(({ channel }) => channel);
  const byState = directory.topics.flatMap(({ states }) => Object.values(states));
  const among = [...new Set([...places, ...byState])].filter((name) => standing.channels.has(name));
  return among.flatMap((name) => live.place(name).id ?? []);
}

/** The user group that the directory calls by a handle; undefined where Slack has none that is in use. */
export async function groupIdOf(
  db: Database,
  workspaceId: WorkspaceId,
  handle: string,
): Promise<UserGroupId | undefined> {
  const group = (await namedGroups(db, workspaceId)).find((each) => each.handle === handle);
  return group && !group.isDisabled && group.groupId !== null ? group.groupId : undefined;
}

/** Everybody who counts and is in it. */
export async function membersOfGroup(
  db: Database,
  workspaceId: WorkspaceId,
  handle: string,
): Promise<readonly SlackUserId[]> {
  return await holdersOf(db, workspaceId, { group: handle, people: [] });
}

type Deps = {
  readonly db: Database;
  readonly now: () => Date;
  readonly slack: { readonly reads: WebClient };
};

/** A "no" is believed this long: the event that ends it may have been lost. A "yes" ends with an event or the day. */
const NO_COUNTS_SECONDS = 300;

/** Whether somebody of ours is in the channel. Asks Slack when that isn't on record, and remembers the answer. */
export async function isChannelMember(
  deps: Deps,
  workspaceId: WorkspaceId,
  channel: ChannelId,
  user: SlackUserId,
): Promise<boolean> {
  const known = await membershipOf(deps.db, workspaceId, { channel, user });
  if (known && (known.isMember || known.asOf > asOfReading(deps.now()) - NO_COUNTS_SECONDS)) {
    return known.isMember && known.counts;
  }
  await whileSomeoneWaits(askSlack(deps, workspaceId, { channel, user }));
  const found = await membershipOf(deps.db, workspaceId, { channel, user });
  return found !== undefined && found.isMember && found.counts;
}

async function askSlack(
  { db, now, slack }: Deps,
  workspaceId: WorkspaceId,
  { channel, user }: { readonly channel: ChannelId; readonly user: SlackUserId },
): Promise<void> {
  const readAt = now();
  const lookups = createLookups(slack.reads, workspaceId);
  const members = (await lookups.channelMembers(channel)) ?? [];
  await learnPeople({ db, workspace: { id: workspaceId } }, lookups, [...members, user]);
  await db.transaction().execute(async (trx) => {
    await saveRosters(trx, workspaceId, { rosters: [{ source: channel, members }], readAt });
    if (!members.includes(user)) {
      await recordMember(trx, workspaceId, {
        source: channel,
        user,
        isMember: false,
        asOf: asOfReading(readAt),
      });
    }
  });
}
