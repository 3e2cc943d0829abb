import type { WebClient } from '@slack/web-api';
import type { Database } from '../platform/database.ts';
import type { RosterSource } from '../platform/tables/directory.ts';
import type { ChannelId, SlackUserId, WorkspaceId } from '../shared/ids.ts';
import { statusOf } from './channel-status.ts';
import type { CareTeam, LiveDirectory, PlaceStatus, Topic } from './directory.ts';
import { createLookups, whileSomeoneWaits } from './lookups.ts';
import { membersOfSource, usersNamed } from './store-audience.ts';
import { namedGroups } from './store-names.ts';

/** `asOf` is null for people whom the directory names itself: they are on it since it says so. */
export type MembershipWord = {
  readonly user: SlackUserId;
  readonly isMember: boolean;
  readonly asOf: string | null;
};

/** Where Slack says who is on a care team. Null when the directory lists them, or Slack has no such group. */
export async function sourceOfTeam(
  db: Database,
  workspaceId: WorkspaceId,
  live: LiveDirectory,
  { roster, channel }: CareTeam,
): Promise<RosterSource | null> {
  if (roster.kind === 'people') return null;
  if (roster.kind === 'channel') return live.place(channel).id;
  const group = (await namedGroups(db, workspaceId)).find(({ handle }) => handle === roster.handle);
  return group && !group.isDisabled ? group.groupId : null;
}

/** Everybody on a care team, and whoever is known to be on it no more. */
export async function wordsOnTeam(
  db: Database,
  workspaceId: WorkspaceId,
  live: LiveDirectory,
  team: CareTeam,
): Promise<readonly MembershipWord[]> {
  if (team.roster.kind === 'people') {
    const users = await usersNamed(db, workspaceId, team.roster.people);
    return users.map((user) => ({ user, isMember: true, asOf: null }));
  }
  const source = await sourceOfTeam(db, workspaceId, live, team);
  return source === null ? [] : await membersOfSource(db, workspaceId, source);
}

/** A topic's experts are the people in its channel. */
export async function wordsOnExperts(
  db: Database,
  workspaceId: WorkspaceId,
  live: LiveDirectory,
  { channel }: Topic,
): Promise<readonly MembershipWord[]> {
  const source = live.place(channel).id;
  return source === null ? [] : await membersOfSource(db, workspaceId, source);
}

type Deps = {
  readonly workspace: { readonly id: WorkspaceId };
  readonly slack: { readonly reads: WebClient };
};

/** What a channel is to us at this moment, also one that the directory doesn't name. */
export async function lookAtChannel({ workspace, slack }: Deps, channel: ChannelId): Promise<PlaceStatus> {
  const seen = await whileSomeoneWaits(createLookups(slack.reads, workspace.id).channel(channel));
  return seen ? statusOf(seen) : 'missing';
}
