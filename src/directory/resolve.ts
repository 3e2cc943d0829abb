import { ChannelId, SlackUserId } from '../shared/ids.ts';
import { statusOf } from './channel-status.ts';
import { type Directory, groupsOf, peopleOf } from './directory.ts';
import { isChannelId } from './file-parts.ts';
import type { Lookups } from './lookups.ts';
import type { SeenChannel, SeenGroup } from './slack-shapes.ts';
import type { NamedChannel } from './store.ts';
import type { NamedGroup, NamedPerson } from './store-names.ts';

/**
 * What the directory's names mean in Slack. A name that was understood once keeps its meaning: the channel or group
 * may have another name by now, and another one may have taken the old name.
 */
export async function resolveChannels(
  lookups: Lookups,
  names: readonly string[],
  known: readonly NamedChannel[],
): Promise<readonly NamedChannel[]> {
  const seen = await lookups.channels();
  const byId = new Map(seen.map((channel) => [channel.id, channel]));
  const byName = new Map(seen.map((channel) => [channel.name, channel]));
  const before = new Map(known.map((channel) => [channel.name, channel]));
  const resolved: NamedChannel[] = [];
  for (const name of names) {
    const was = before.get(name);
    const id = was?.channelId ?? (isChannelId(name) ? ChannelId.parse(name) : byName.get(name)?.id);
    const channel = id && (byId.get(id) ?? (await lookups.channel(id)));
    resolved.push(channel ? named(name, channel) : lost(name, was));
  }
  return resolved;
}

export function named(name: string, channel: SeenChannel): NamedChannel {
  const { id, name: currentName, isPrivate } = channel;
  return { name, channelId: id, currentName, isPrivate, status: statusOf(channel) };
}

/** Slack says that there's no such channel of a private one that the app isn't in; or it was deleted. */
export function lost(name: string, was: NamedChannel | undefined): NamedChannel {
  if (was?.channelId == null) {
    return { name, channelId: null, currentName: null, isPrivate: false, status: 'missing' };
  }
  return { ...was, status: was.isPrivate ? 'not_member' : 'missing' };
}

export function resolveGroups(
  directory: Directory,
  seen: readonly SeenGroup[],
  known: readonly NamedGroup[],
): readonly NamedGroup[] {
  return groupsOf(directory).map((handle) => {
    const was = known.find((group) => group.handle === handle);
    const group =
      seen.find(({ id }) => id === was?.groupId) ??
      seen.find((each) => each.handle === handle && !each.isDisabled) ??
      seen.find((each) => each.handle === handle);
    if (!group) return { handle, groupId: null, currentHandle: null, isDisabled: false };
    return { handle, groupId: group.id, currentHandle: group.handle, isDisabled: group.isDisabled };
  });
}

export async function resolvePeople(
  lookups: Lookups,
  directory: Directory,
  known: readonly NamedPerson[],
): Promise<readonly NamedPerson[]> {
  const resolved: NamedPerson[] = [];
  for (const reference of peopleOf(directory)) {
    const was = known.find((person) => person.reference === reference);
    resolved.push({ reference, userId: was?.userId ?? (await findPerson(lookups, reference)) });
  }
  return resolved;
}

async function findPerson(lookups: Lookups, reference: string): Promise<SlackUserId | null> {
  const profile = reference.includes('@')
    ? await lookups.personByEmail(reference)
    : await lookups.person(SlackUserId.parse(reference));
  return profile?.userId ?? null;
}
