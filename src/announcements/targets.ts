import type { Directory, LiveDirectory, Place } from '../directory/directory.ts';
import { unreachable } from '../shared/unreachable.ts';
import type { Content } from './announcement.ts';
import type { Audience } from './audience.ts';
import { GroupKey } from './ids.ts';
import type { Group } from './receipts.ts';

/** Experts have no emoji of their own. */
export const EXPERTS_EMOJI = 'white_check_mark';

export type Target = Group & {
  /** As the directory names it. */
  readonly channel: string;
};

/** Every group of the directory that an announcement can be for, in the directory's order. */
export function targetsOf(directory: Directory, audience: Audience): readonly Target[] {
  const teams = directory.careTeams.map(({ key, name, emoji, channel, states }) => ({
    key: teamKey(key),
    name,
    emoji,
    channel,
    inAudience: isTeamMeant(audience, { key, states }),
  }));
  const topics = directory.topics.flatMap(({ key, name, channel }) =>
    audience.kind === 'topics' && audience.topics.includes(key)
      ? [{ key: topicKey(key), name: `${name} experts`, emoji: EXPERTS_EMOJI, channel, inAudience: true }]
      : [],
  );
  return [...teams, ...topics];
}

export function teamKey(key: string): GroupKey {
  return GroupKey.parse(`team:${key}`);
}

export function topicKey(key: string): GroupKey {
  return GroupKey.parse(`topic:${key}`);
}

function isTeamMeant(
  audience: Audience,
  { key, states }: Pick<Directory['careTeams'][number], 'key' | 'states'>,
): boolean {
  switch (audience.kind) {
    case 'everyone':
      return true;
    case 'teams':
      return audience.teams.includes(key);
    case 'states':
      return audience.states.some((state) => states.includes(state));
    case 'topics':
      return false;
    default:
      return unreachable(audience);
  }
}

export type Post = {
  readonly place: Place;
  /** Whose emoji it gets. */
  readonly emoji: readonly string[];
};

/** Where it is posted. What can't be posted to is left out; the announcement channel comes first. */
export function postsFor(
  live: LiveDirectory,
  { audience, placement }: Pick<Content, 'audience' | 'placement'>,
): readonly Post[] {
  const targets = targetsOf(live.directory, audience).filter(({ inAudience }) => inAudience);
  const own = audience.kind === 'everyone' ? 'announcements' : placement;
  const main = live.place(live.directory.channels.announcements);
  const first = own === 'teams' ? [] : [{ place: main, emoji: distinct(targets) }];
  const theirs = own === 'announcements' ? [] : targets.map(({ channel }) => live.place(channel));
  const byChannel = new Map(theirs.map((place) => [place.id, place]));
  const others = [...byChannel.values()].map((place) => ({
    place,
    emoji: distinct(targets.filter(({ channel }) => live.place(channel).id === place.id)),
  }));
  return [...first, ...others.filter(({ place }) => place.id !== main.id || own === 'teams')].filter(
    ({ place }) => place.id !== null && place.status === 'ok',
  );
}

function distinct(targets: readonly Target[]): readonly string[] {
  return [...new Set(targets.map(({ emoji }) => emoji))];
}
