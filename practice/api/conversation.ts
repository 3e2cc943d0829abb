import type { Channel, Person } from '../state/records.ts';
import type { Call } from './method.ts';
import { refuse } from './refusal.ts';

/** The conversation that a call names by id, as far as the bot may know of it. */
export function visibleChannel({ workspace: { store }, args }: Call): Channel {
  const channel = store.state.channels[args.needed('channel', 'channel_not_found')];
  if (!channel) return refuse('channel_not_found');
  if (channel.isPrivate && !store.botIsIn(channel)) return refuse('channel_not_found');
  return channel;
}

/** The conversation, and the bot must be in it. */
export function joinedChannel(call: Call): Channel {
  const channel = visibleChannel(call);
  return call.workspace.store.botIsIn(channel) ? channel : refuse('not_in_channel');
}

/** The scope of a family that fits the kind of conversation: `channels:read`, `groups:read`, `im:read`. */
export function scopeByKind(what: string) {
  return ({ workspace: { store }, args }: Call): string => {
    const channel = store.state.channels[args.text('channel') ?? ''];
    return `${familyOf(channel)}:${what}`;
  };
}

/** Creating and changing channels is `channels:manage`, but `groups:write` for private ones. */
export function manageScope({ workspace: { store }, args }: Call): string {
  const channel = store.state.channels[args.text('channel') ?? ''];
  return channel?.isPrivate ? 'groups:write' : 'channels:manage';
}

function familyOf(channel: Channel | undefined): string {
  if (channel?.kind === 'im' || channel?.kind === 'mpim') return channel.kind;
  return channel?.isPrivate ? 'groups' : 'channels';
}

export function neededPerson({ workspace: { store }, args }: Call, name = 'user'): Person {
  return store.state.people[args.needed(name, 'user_not_found')] ?? refuse('user_not_found');
}
