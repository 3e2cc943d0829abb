import type { Directory, LiveDirectory, Place, PlaceStatus } from '../../src/directory/directory.ts';
import type { Actor } from '../../src/questions/actor.ts';
import { ChannelId, RegionKey, SlackUserId, TopicKey } from '../../src/shared/ids.ts';
import { SMALL } from './view-samples.ts';

export const maya = SlackUserId.parse('U0MAYA');
export const rosa = SlackUserId.parse('U0ROSA');
export const lee = SlackUserId.parse('U0LEE');
export const dana = SlackUserId.parse('U0DANA');

/** A member of the channel where the question stands, unless changed. */
export function anActor(changes: Partial<Actor> = {}): Actor {
  return {
    user: lee,
    isMember: true,
    isAsked: false,
    roles: new Set(),
    isExternal: false,
    isDeactivated: false,
    ...changes,
  };
}

export const stranger = anActor({ user: dana, isMember: false });
export const asker = anActor({ user: maya, isMember: false });
export const supervisor = anActor({ user: rosa, isMember: false, roles: new Set(['supervisor']) });

export function channelIdOf(name: string): ChannelId {
  return ChannelId.parse(`C0${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')}`);
}

/** Every channel can be posted to, except those given. A missing one has no id. */
export function live(
  directory: Directory = TWO_REGIONS,
  troubles: Readonly<Record<string, PlaceStatus>> = {},
): LiveDirectory {
  return { version: 1, directory, place: (name) => placeOf(name, troubles[name] ?? 'ok') };
}

function placeOf(name: string, status: PlaceStatus): Place {
  return { name, id: status === 'missing' ? null : channelIdOf(name), status };
}

/** Keystone lies in the Northeast, Lone Star in the South; Wyoming is in no region. */
export const TWO_REGIONS: Directory = {
  ...SMALL,
  regions: [
    {
      key: RegionKey.parse('northeast'),
      name: 'Northeast',
      channel: 'region-northeast',
      states: ['PA', 'NJ'],
    },
    { key: RegionKey.parse('south'), name: 'South', channel: 'region-south', states: ['TX', 'FL'] },
  ],
};

export const CLAIMS = TopicKey.parse('claims');
export const PROVIDERS = TopicKey.parse('providers');
