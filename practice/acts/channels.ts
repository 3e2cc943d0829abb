import type { Workspace } from '../core/workspace.ts';
import { emitIn } from '../events/emit.ts';
import { channelType } from '../events/messages.ts';
import { idFor, OTHER_TEAM_ID } from '../state/identity.ts';
import type { Channel } from '../state/records.ts';

type NewChannel = { readonly name: string; readonly isPrivate: boolean; readonly creator: string };

export function createChannel(
  { store, changed }: Workspace,
  { name, isPrivate, creator }: NewChannel,
): Channel {
  const channel: Channel = {
    id: freeId(store.state.channels, idFor('C0', name)),
    name,
    kind: 'channel',
    isPrivate,
    isArchived: false,
    isExtShared: false,
    isPendingExtShared: false,
    members: [creator],
    creator,
    created: store.seconds(),
    topic: '',
    purpose: '',
    previousNames: [],
  };
  store.state.channels[channel.id] = channel;
  changed();
  return channel;
}

function freeId(taken: Readonly<Record<string, unknown>>, wanted: string): string {
  if (!taken[wanted]) return wanted;
  let number = 2;
  while (taken[`${wanted}${number}`]) number += 1;
  return `${wanted}${number}`;
}

export function renameChannel(workspace: Workspace, channel: Channel, name: string): void {
  channel.previousNames.push(channel.name);
  channel.name = name;
  workspace.changed();
  emitIn(workspace, channel, {
    type: named(channel, 'rename'),
    channel: {
      id: channel.id,
      name,
      name_normalized: name,
      created: channel.created,
      is_channel: !channel.isPrivate,
      is_mpim: channel.kind === 'mpim',
    },
  });
}

export function setArchived(workspace: Workspace, channel: Channel, isArchived: boolean, by: string): void {
  channel.isArchived = isArchived;
  workspace.changed();
  const type = named(channel, isArchived ? 'archive' : 'unarchive');
  emitIn(workspace, channel, { type, channel: channel.id, user: by });
}

export function setShared(workspace: Workspace, channel: Channel, isExtShared: boolean): void {
  channel.isExtShared = isExtShared;
  workspace.changed();
  const event = isExtShared
    ? { type: 'channel_shared', connected_team_id: OTHER_TEAM_ID }
    : { type: 'channel_unshared', previously_connected_team_id: OTHER_TEAM_ID, is_ext_shared: false };
  emitIn(workspace, channel, { ...event, channel: channel.id });
}

/** As when a channel is converted: everything in it stays, under another id. */
export function changeChannelId(workspace: Workspace, channel: Channel, id: string): void {
  const { state, messages } = workspace.store;
  const old = channel.id;
  delete state.channels[old];
  channel.id = id;
  state.channels[id] = channel;
  messages.moveChannel(old, id);
  workspace.changed();
  emitIn(workspace, channel, { type: 'channel_id_changed', old_channel_id: old, new_channel_id: id });
}

function named(channel: Channel, what: string): string {
  return `${channelType(channel) === 'group' ? 'group' : 'channel'}_${what}`;
}
