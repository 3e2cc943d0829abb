import type { Trx } from '../platform/database.ts';
import type { ChannelId, SlackUserId, UserGroupId, WorkspaceId } from '../shared/ids.ts';
import type { Directory } from './directory.ts';
import type { Lookups } from './lookups.ts';
import type { SeenGroup } from './slack-shapes.ts';
import type { NamedChannel } from './store.ts';
import type { NamedGroup } from './store-names.ts';
import { replaceRoster } from './store-rosters.ts';

export type ReadRoster = {
  readonly source: UserGroupId | ChannelId;
  readonly members: readonly SlackUserId[];
  readonly changedInSlack?: number;
};

type Known = {
  readonly directory: Directory;
  readonly channels: readonly NamedChannel[];
  readonly groups: readonly NamedGroup[];
  readonly seenGroups: readonly SeenGroup[];
};

/** The rosters that care teams and roles depend on: of user groups, and of channels that are a roster themselves. */
export async function readRosters(
  lookups: Lookups,
  { directory, channels, groups, seenGroups }: Known,
): Promise<readonly ReadRoster[]> {
  const used = new Set(groups.map(({ groupId }) => groupId));
  const rosters: ReadRoster[] = [];
  for (const group of seenGroups.filter(({ id }) => used.has(id))) {
    rosters.push(await readGroup(lookups, group));
  }
  for (const { channel } of directory.careTeams.filter(({ roster }) => roster.kind === 'channel')) {
    const id = channels.find(({ name }) => name === channel)?.channelId;
    const members = id && (await lookups.channelMembers(id));
    if (members) rosters.push({ source: id, members });
  }
  return rosters;
}

export async function readGroup(
  lookups: Lookups,
  { id, members, changedAt }: SeenGroup,
): Promise<ReadRoster> {
  return {
    source: id,
    members: members ?? (await lookups.groupMembers(id)),
    changedInSlack: changedAt,
  };
}

/** Slack's clock and ours differ: an event of the last minute before the reading counts more than the reading. */
const CLOCKS_DIFFER_SECONDS = 60;

export function asOfReading(readAt: Date): number {
  return readAt.getTime() / 1000 - CLOCKS_DIFFER_SECONDS;
}

export async function saveRosters(
  trx: Trx,
  workspaceId: WorkspaceId,
  { rosters, readAt }: { readonly rosters: readonly ReadRoster[]; readonly readAt: Date },
): Promise<void> {
  for (const roster of rosters) {
    await replaceRoster(trx, workspaceId, { ...roster, asOf: asOfReading(readAt), refreshedAt: readAt });
  }
}
