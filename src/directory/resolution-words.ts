import { unreachable } from '../shared/unreachable.ts';
import { channelText, listed } from './diff-words.ts';
import type { Directory, PlaceStatus } from './directory.ts';

type Channel = { readonly name: string; readonly currentName: string | null; readonly status: PlaceStatus };
type Group = { readonly handle: string; readonly groupId: string | null; readonly isDisabled: boolean };
type Person = { readonly reference: string; readonly userId: string | null };
type Names = {
  readonly channels: readonly Channel[];
  readonly groups: readonly Group[];
  readonly people: readonly Person[];
};

/** What Slack doesn't know, or knows otherwise, of the names in the directory: a sentence each. */
export function remarksOnNames(directory: Directory, { channels, groups, people }: Names): readonly string[] {
  return [
    ...channels.flatMap((channel) => [
      ...statusRemark(channel, usersOf(directory, channel.name)),
      ...renameRemark(channel),
    ]),
    ...groups.flatMap(groupRemark),
    ...people.flatMap(({ reference, userId }) =>
      userId === null ? [`Nobody at ${reference} is found in this workspace.`] : [],
    ),
  ];
}

function statusRemark({ name, currentName, status }: Channel, users: string): readonly string[] {
  const channel = channelText(currentName ?? name);
  const sentence = statusSentence(channel, status);
  return sentence === undefined ? [] : [`${sentence} It is the channel of ${users}.`];
}

function statusSentence(channel: string, status: PlaceStatus): string | undefined {
  switch (status) {
    case 'ok':
      return undefined;
    case 'missing':
      return `${channel} doesn't exist, or is private and has not invited the app.`;
    case 'archived':
      return `${channel} is archived.`;
    case 'not_member':
      return `The app is not in ${channel}.`;
    case 'external':
      return `${channel} is shared with another company, so nothing is posted there.`;
    default:
      return unreachable(status);
  }
}

function renameRemark({ name, currentName }: Channel): readonly string[] {
  const isRenamed = currentName !== null && currentName !== name && channelText(name) !== name;
  if (!isRenamed) return [];
  return [`#${name} is called #${currentName} in Slack now; it is the same channel.`];
}

function groupRemark({ handle, groupId, isDisabled }: Group): readonly string[] {
  if (groupId === null) return [`There is no user group @${handle}.`];
  return isDisabled ? [`The user group @${handle} is disabled, so nobody counts as in it.`] : [];
}

/** Who uses the channel, as the directory calls them: "care team Keystone and topic Claims". */
function usersOf({ careTeams, regions, topics, channels }: Directory, name: string): string {
  const uses = (channel: string): boolean => channel === name;
  return listed([
    ...careTeams.filter(({ channel }) => uses(channel)).map((each) => `care team ${each.name}`),
    ...regions.filter(({ channel }) => uses(channel)).map((each) => `region ${each.name}`),
    ...topics
      .filter(({ channel, states }) => uses(channel) || Object.values(states).some(uses))
      .map((each) => `topic ${each.name}`),
    ...(uses(channels.announcements) ? ['announcements'] : []),
    ...(uses(channels.feedback) ? ['feedback'] : []),
  ]);
}
