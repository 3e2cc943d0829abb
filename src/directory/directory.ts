import type { Amendment } from '../redaction/policy.ts';
import type { CareTeamKey, ChannelId, RegionKey, TopicKey } from '../shared/ids.ts';
import type { StateCode } from '../shared/states.ts';

/** Who is on a care team: a Slack user group, the members of its channel, or listed people. */
export type Roster =
  | { readonly kind: 'group'; readonly handle: string }
  | { readonly kind: 'channel' }
  | { readonly kind: 'people'; readonly people: readonly string[] };

/**
 * Tier 1. Channels are named as the file names them, without `#`: by name or by Slack's id. `onDuty` is the handle of
 * the user group that is called when nobody takes a question, or at once when it is live.
 */
export type CareTeam = {
  readonly key: CareTeamKey;
  readonly name: string;
  readonly channel: string;
  /** The team's own custom emoji, without colons. */
  readonly emoji: string;
  readonly states: readonly StateCode[];
  readonly roster: Roster;
  readonly onDuty?: string;
  /** Who leads it, and sees which of its people have acknowledged an announcement. */
  readonly lead?: RoleHolders;
};

/** Tier 2. */
export type Region = {
  readonly key: RegionKey;
  readonly name: string;
  readonly channel: string;
  readonly states: readonly StateCode[];
  readonly onDuty?: string;
};

/** Tier 3. `states` holds the channels of its own that the topic has for some states. */
export type Topic = {
  readonly key: TopicKey;
  readonly name: string;
  readonly channel: string;
  readonly states: Readonly<Partial<Record<StateCode, string>>>;
  readonly onDuty?: string;
};

export const ROLES = ['supervisor', 'product', 'comms', 'compliance', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** People are given by Slack user id or by e-mail address. */
export type RoleHolders = { readonly group?: string; readonly people: readonly string[] };

export const DEEDS = ['remind', 'ping', 'escalate'] as const;
/** What is done about a breach: remind the claimer, call the on-duty group once, move the question up a tier. */
export type Deed = (typeof DEEDS)[number];
/** `after`: seconds after the breach. */
export type BreachStep = { readonly deed: Deed; readonly after: number };

/** How long a tier has, in seconds, and what is done when it takes longer. */
export type Clock = {
  readonly claim: number;
  readonly answer: number;
  readonly unclaimed?: readonly BreachStep[];
  readonly unanswered?: readonly BreachStep[];
  /** For places of the tier that name no on-duty group of their own. */
  readonly onDuty?: string;
  /** Instead of the directory's. */
  readonly hours?: Hours;
};
export const CLOCK_NAMES = ['tier1', 'tier2', 'tier3', 'live'] as const;
export type ClockName = (typeof CLOCK_NAMES)[number];

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Times of day as `HH:MM`; `to` is later than `from` and may be `24:00`. */
export type OpenHours = { readonly from: string; readonly to: string };

export type Hours = {
  readonly timeZone: string;
  readonly days: Readonly<Partial<Record<Weekday, OpenHours>>>;
  /** `YYYY-MM-DD`, in the time zone above. */
  readonly holidays: readonly string[];
};

/** Somebody is away on these days and all between, as `YYYY-MM-DD` in the time zone of the directory's hours. */
export type Absence = { readonly person: string; readonly from: string; readonly until: string };

export type Directory = {
  readonly careTeams: readonly CareTeam[];
  readonly regions: readonly Region[];
  readonly topics: readonly Topic[];
  readonly roles: Readonly<Record<Role, RoleHolders>>;
  readonly clocks: Readonly<Record<ClockName, Clock>>;
  readonly hours: Hours;
  readonly absences: readonly Absence[];
  readonly channels: { readonly announcements: string; readonly feedback: string };
  /** What is redacted, or left alone, beyond what the app does by itself. */
  readonly redaction?: Amendment;
};

/** Anything but `ok` can't be posted to. `external`: shared with another company, or about to be. */
export const PLACE_STATUSES = ['ok', 'missing', 'archived', 'not_member', 'external'] as const;
export type PlaceStatus = (typeof PLACE_STATUSES)[number];

/** What routing needs to know of a channel of the directory. `name` is what Slack calls it now. */
export type Place = { readonly name: string; readonly id: ChannelId | null; readonly status: PlaceStatus };

/** The directory in force, with its channels as they are in Slack. */
export type LiveDirectory = {
  readonly version: number;
  readonly directory: Directory;
  /** Takes a channel as the directory names it. */
  place(channel: string): Place;
};

export function careTeam({ careTeams }: Directory, key: CareTeamKey): CareTeam | undefined {
  return careTeams.find((each) => each.key === key);
}

export function topic({ topics }: Directory, key: TopicKey): Topic | undefined {
  return topics.find((each) => each.key === key);
}

export function regionOf({ regions }: Directory, state: StateCode): Region | undefined {
  return regions.find(({ states }) => states.includes(state));
}

/** The topic's channel for the state, or its general one. */
export function topicChannel({ channel, states }: Topic, state: StateCode | null): string {
  return (state && states[state]) ?? channel;
}

/** Every channel that the directory names, once. */
export function channelsOf({ careTeams, regions, topics, channels }: Directory): readonly string[] {
  const places = [...careTeams, ...regions, ...topics].map(({ channel }) => channel);
  const byState = topics.flatMap(({ states }) => Object.values(states));
  return [...new Set([...places, ...byState, channels.announcements, channels.feedback])];
}

/** The handle of every user group that the directory names, once. */
export function groupsOf({ careTeams, regions, topics, clocks, roles }: Directory): readonly string[] {
  const rosters = careTeams.flatMap(({ roster }) => (roster.kind === 'group' ? [roster.handle] : []));
  const holders = [...ROLES.map((role) => roles[role]), ...leadsOf(careTeams)].flatMap(
    ({ group }) => group ?? [],
  );
  const onDuty = [...careTeams, ...regions, ...topics, ...Object.values(clocks)].flatMap(
    (each) => each.onDuty ?? [],
  );
  return [...new Set([...rosters, ...holders, ...onDuty])];
}

/** Every person whom the directory names, by user id or e-mail address, once. */
export function peopleOf({ careTeams, roles, absences }: Directory): readonly string[] {
  const rosters = careTeams.flatMap(({ roster }) => (roster.kind === 'people' ? roster.people : []));
  const holders = [...ROLES.map((role) => roles[role]), ...leadsOf(careTeams)].flatMap(
    ({ people }) => people,
  );
  return [...new Set([...rosters, ...holders, ...absences.map(({ person }) => person)])];
}

function leadsOf(careTeams: readonly CareTeam[]): readonly RoleHolders[] {
  return careTeams.flatMap(({ lead }) => lead ?? []);
}

/** The same directory with other names for its channels. */
export function withChannels(directory: Directory, rename: (channel: string) => string): Directory {
  const place = <Entry extends { readonly channel: string }>(entry: Entry): Entry => ({
    ...entry,
    channel: rename(entry.channel),
  });
  const { careTeams, regions, topics, channels } = directory;
  return {
    ...directory,
    careTeams: careTeams.map(place),
    regions: regions.map(place),
    topics: topics.map((each) => ({
      ...place(each),
      states: Object.fromEntries(Object.entries(each.states).map(([state, own]) => [state, rename(own)])),
    })),
    channels: { announcements: rename(channels.announcements), feedback: rename(channels.feedback) },
  };
}
