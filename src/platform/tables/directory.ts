import type { ColumnType } from 'kysely';
import type { ChannelId, SlackUserId, UserGroupId, WorkspaceId } from '../../shared/ids.ts';

export type DirectoryTables = {
  readonly directoryVersions: DirectoryVersionsTable;
  readonly directoryStamps: DirectoryStampsTable;
  readonly directoryChannels: DirectoryChannelsTable;
  readonly directoryGroups: DirectoryGroupsTable;
  readonly directoryPeople: DirectoryPeopleTable;
  readonly people: PeopleTable;
  readonly rosters: RostersTable;
  readonly rosterMembers: RosterMembersTable;
};

/** One row for each file put in force; the highest version is the one that counts. Rows never change. */
type DirectoryVersionsTable = {
  workspaceId: WorkspaceId;
  version: number;
  source: string;
  /** The file as data, in the file's own form. */
  document: ColumnType<unknown, string, never>;
  appliedBy: string;
  appliedAt: Date;
};

/** Another one after each change of what is in force, of the file or of what its channels are. Triggers write it. */
type DirectoryStampsTable = { workspaceId: WorkspaceId; stamp: ColumnType<string, never, never> };

/** What a channel's name in the file means in Slack: looked up once, then followed by id. */
type DirectoryChannelsTable = {
  workspaceId: WorkspaceId;
  name: string;
  channelId: ChannelId | null;
  currentName: string | null;
  isPrivate: boolean;
  status: 'ok' | 'missing' | 'archived' | 'not_member' | 'external';
  checkedAt: Date;
};

type DirectoryGroupsTable = {
  workspaceId: WorkspaceId;
  handle: string;
  groupId: UserGroupId | null;
  currentHandle: string | null;
  isDisabled: boolean;
};

/** A person as the file names them: by e-mail address or user id. */
type DirectoryPeopleTable = { workspaceId: WorkspaceId; reference: string; userId: SlackUserId | null };

/** What decides whether somebody counts at all. `asOf`: seconds, when Slack last changed the profile. */
type PeopleTable = {
  workspaceId: WorkspaceId;
  userId: SlackUserId;
  isDeactivated: boolean;
  isExternal: boolean;
  isGuest: boolean;
  isBot: boolean;
  isAway: ColumnType<boolean, boolean | undefined, boolean>;
  timeZone: ColumnType<string | null, string | null | undefined, string | null>;
  asOf: Seconds;
};

/** Where members are read from: a user group or a channel. */
type RostersTable = {
  workspaceId: WorkspaceId;
  sourceId: RosterSource;
  refreshedAt: Date | null;
  /** Slack's own time of a user group's last change, to notice an event that never came. */
  changedInSlack: ColumnType<string | null, number | null, number | null>;
};

/** `asOf`: seconds, when it was so. What Slack says later about an earlier moment doesn't count. */
type RosterMembersTable = {
  workspaceId: WorkspaceId;
  sourceId: RosterSource;
  userId: SlackUserId;
  isMember: boolean;
  asOf: Seconds;
};

export type RosterSource = UserGroupId | ChannelId;
/** `numeric(16, 6)`, as exact as Slack's timestamps. */
type Seconds = ColumnType<string, string | number, string | number>;
