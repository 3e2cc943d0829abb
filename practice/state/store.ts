import { BOT_USER_ID } from './identity.ts';
import { indexMessages } from './message-index.ts';
import type { Channel, Group, Person, State } from './records.ts';

/** Looks things up in the state the way people name them: by id, by name, with or without `#` and `@`. */
export function openStore(state: State, now: () => number, baseUrl: () => string) {
  const messages = indexMessages(state);
  const channelByName = (name: string): Channel | undefined =>
    Object.values(state.channels).find((each) => each.name === name && each.kind === 'channel');

  return {
    state,
    messages,
    baseUrl,
    /** Slack's name for a message: a time that is never given twice. */
    nextTs(): string {
      const micros = Math.max(Math.floor(now()) * 1000, state.lastMicros + 1);
      state.lastMicros = micros;
      return `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`;
    },
    seconds: () => Math.floor(now() / 1000),
    person: (key: string): Person | undefined =>
      state.people[key] ?? Object.values(state.people).find(({ name }) => name === key.replace(/^@/, '')),
    channel: (key: string): Channel | undefined =>
      state.channels[key] ?? channelByName(key.replace(/^#/, '')),
    channels: (): Channel[] => Object.values(state.channels),
    group: (key: string): Group | undefined =>
      state.groups[key] ?? Object.values(state.groups).find(({ handle }) => handle === key.replace(/^@/, '')),
    botIsIn: (channel: Channel): boolean => channel.members.includes(BOT_USER_ID),
    /** Of two people among themselves, opened if it wasn't. The app is not in it. */
    directMessageBetween(one: Person, other: Person): Channel {
      const pair = [one, other].toSorted((a, b) => (a.id < b.id ? -1 : 1));
      const id = `D1${pair.map((each) => each.id.replace(/^U0/, '')).join('')}`;
      const members = pair.map((each) => each.id);
      state.channels[id] ??= directMessage(id, members, Math.floor(now() / 1000));
      return state.channels[id];
    },
    /** The app's direct message with one person, opened if it wasn't. */
    directMessage(person: Person): Channel {
      const id = `D0${person.id.replace(/^U0/, '')}`;
      state.channels[id] ??= directMessage(id, [BOT_USER_ID, person.id], Math.floor(now() / 1000));
      return state.channels[id];
    },
  };
}

export type Store = ReturnType<typeof openStore>;

function directMessage(id: string, members: string[], created: number): Channel {
  return {
    id,
    name: '',
    kind: 'im',
    isPrivate: true,
    isArchived: false,
    isExtShared: false,
    isPendingExtShared: false,
    members,
    creator: members[0] ?? BOT_USER_ID,
    created,
    topic: '',
    purpose: '',
    previousNames: [],
  };
}
