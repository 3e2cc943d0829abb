import { BOT_USER_ID } from './identity.ts';
import { indexMessages } from './message-index.ts';
import type { Channel, Group, Person, State } from './records.ts';

/** Looks things up in the state the way people name them: by id, by name, with or without `#` and `@`. */
export function openStore(state: State, now: () => number) {
  const messages = indexMessages(state);
  const channelByName = (name: string): Channel | undefined =>
    Object.values(state.channels).find((each) => each.name === name && each.kind === 'channel');

  return {
    state,
    messages,
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
    /** The app's direct message with one person, opened if it wasn't. */
    directMessage(person: Person): Channel {
      const id = `D0${person.id.replace(/^U0/, '')}`;
      state.channels[id] ??= directMessage(id, person, Math.floor(now() / 1000));
      return state.channels[id];
    },
  };
}

export type Store = ReturnType<typeof openStore>;

function directMessage(id: string, person: Person, created: number): Channel {
  return {
    id,
    name: '',
    kind: 'im',
    isPrivate: true,
    isArchived: false,
    isExtShared: false,
    isPendingExtShared: false,
    members: [BOT_USER_ID, person.id],
    creator: BOT_USER_ID,
    created,
    topic: '',
    purpose: '',
    previousNames: [],
  };
}
