import type { Workspace } from '../core/workspace.ts';
import { emitIn } from '../events/emit.ts';
import { channelType } from '../events/messages.ts';
import { TEAM_ID } from '../state/identity.ts';
import type { Channel } from '../state/records.ts';
import { postMessage } from './messages.ts';

/** Adds people to a channel; those who were in it already are left alone. */
export function addMembers(
  workspace: Workspace,
  channel: Channel,
  people: readonly string[],
  inviter?: string,
): void {
  for (const user of people) {
    if (channel.members.includes(user)) continue;
    channel.members.push(user);
    postMessage(workspace, channel, {
      user,
      subtype: channelType(channel) === 'group' ? 'group_join' : 'channel_join',
      text: `<@${user}> has joined the channel`,
    });
    emitIn(workspace, channel, {
      ...membership('member_joined_channel', channel, user),
      ...(inviter && { inviter }),
    });
  }
}

/** The bot is told of its own removal, though it can no longer see the channel. */
export function removeMember(workspace: Workspace, channel: Channel, user: string): void {
  if (!channel.members.includes(user)) return;
  emitIn(workspace, channel, membership('member_left_channel', channel, user));
  channel.members = channel.members.filter((each) => each !== user);
  workspace.changed();
}

function membership(type: string, channel: Channel, user: string) {
  return {
    type,
    user,
    channel: channel.id,
    channel_type: channelType(channel) === 'group' ? 'G' : 'C',
    team: TEAM_ID,
  };
}
