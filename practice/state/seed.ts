import type { DirectoryNames } from './directory-names.ts';
import { BOT_USER_ID, idFor } from './identity.ts';
import { COLLEAGUES, PEOPLE } from './people.ts';
import type { Channel, Group, State } from './records.ts';

const CARE_TEAMS: Readonly<Record<string, readonly string[]>> = {
  'care-keystone': ['maya', 'jordan'],
  'care-lonestar': ['jordan', 'priya'],
  'care-sunshine': ['sam'],
  'care-pacific': ['wei'],
};

const EXPERTS: Readonly<Record<string, readonly string[]>> = {
  lee: ['experts-providers', 'experts-eligibility', 'experts-claims'],
  dana: ['experts-claims', 'experts-claims-florida', 'experts-billing'],
  omar: ['region-', 'experts-pharmacy', 'experts-prior-auth'],
};

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'care-keystone': ['maya', 'jordan'],
  'care-lonestar': ['jordan', 'priya'],
  'claims-on-duty': ['dana'],
  'eligibility-on-duty': ['lee'],
  supervisors: ['rosa'],
  product: ['quinn'],
  comms: ['carmen'],
  compliance: ['ingrid'],
};

/** Channels that exist with or without a directory. */
const COMMON = ['general', 'random', 'ohh-timesroom', 'web-member-feedback', 'partner-acme'];

/** What the workspace looks like before anybody has done anything in it. */
export function seedState(names: DirectoryNames, signingSecret: string): State {
  const channels = [...new Set([...COMMON, ...names.channels])].map(seedChannel);
  const emoji = names.careTeams.flatMap(({ emoji }) => (emoji ? [[emoji, emojiUrl(emoji)]] : []));
  return {
    version: 1,
    signingSecret,
    lastMicros: 0,
    people: Object.fromEntries(PEOPLE.map((person) => [person.id, { ...person }])),
    channels: Object.fromEntries(channels.map((channel) => [channel.id, channel])),
    groups: Object.fromEntries(Object.keys(GROUPS).map(seedGroup)),
    messages: {},
    notices: [],
    homes: {},
    emoji: Object.fromEntries(emoji),
    files: {},
  };
}

/** Adds what a state that was saved by an earlier release or beside another directory doesn't have yet. */
export function addMissing(state: Omit<State, 'files'> & Partial<State>, names: DirectoryNames): State {
  const known = new Set(Object.values(state.channels).map(({ name }) => name));
  for (const name of names.channels) {
    if (!known.has(name)) state.channels[idFor('C0', name)] = seedChannel(name);
  }
  for (const { emoji } of names.careTeams) {
    if (emoji) state.emoji[emoji] ??= emojiUrl(emoji);
  }
  return { ...state, files: state.files ?? {} };
}

function seedChannel(name: string): Channel {
  return {
    id: idFor('C0', name),
    name,
    kind: 'channel',
    isPrivate: false,
    isArchived: false,
    isExtShared: name === 'partner-acme',
    isPendingExtShared: false,
    members: membersOf(name),
    creator: idOf('alex'),
    created: 1_760_000_000,
    topic: '',
    purpose: '',
    previousNames: [],
  };
}

function membersOf(name: string): string[] {
  if (name === 'random') return [...COLLEAGUES];
  if (name === 'general' || name === 'ohh-timesroom') return [BOT_USER_ID, ...COLLEAGUES];
  if (name === 'web-member-feedback') return [BOT_USER_ID, idOf('quinn')];
  if (name === 'partner-acme') return [BOT_USER_ID, ...['alex', 'rosa', 'maya', 'pat'].map(idOf)];
  const experts = Object.keys(EXPERTS).filter((person) =>
    EXPERTS[person]?.some((each) => covers(each, name)),
  );
  const supervised = /^(care|region|experts)-/.test(name);
  const people = [...(CARE_TEAMS[name] ?? []), ...experts, ...(supervised ? ['rosa'] : [])];
  return [BOT_USER_ID, ...people.map(idOf)];
}

function covers(pattern: string, name: string): boolean {
  return pattern.endsWith('-') ? name.startsWith(pattern) : name === pattern;
}

function seedGroup(handle: string): [string, Group] {
  const id = idFor('S0', handle);
  const name = handle.replaceAll('-', ' ').replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase());
  return [id, { id, handle, name, people: (GROUPS[handle] ?? []).map(idOf), isDisabled: false }];
}

function idOf(name: string): string {
  return idFor('U0', name);
}

function emojiUrl(name: string): string {
  return `https://emoji.practice.example/${name}.png`;
}
