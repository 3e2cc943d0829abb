import { findNotice } from '../acts/notices.ts';
import type { Workspace } from '../core/workspace.ts';
import type { Channel, Message, Notice, Person } from '../state/records.ts';
import { problem } from './problem.ts';

/** The person who acts: of this workspace, and still working here. */
export function actor({ store }: Workspace, key: string): Person {
  const person = store.person(key) ?? problem(`Nobody here is called ${key}.`);
  if (person.isBot) problem(`${person.realName} is the app; it acts through the Web API.`);
  return person.deleted ? problem(`${person.realName} has been deactivated.`) : person;
}

/** Shortcuts, commands and the Home tab belong to the company that installed the app. */
export function colleague(workspace: Workspace, key: string): Person {
  const person = actor(workspace, key);
  if (!person.isStranger) return person;
  return problem(`${person.realName} is of another company: Slack doesn't offer them the app's shortcuts.`);
}

export function channelCalled({ store }: Workspace, key: string): Channel {
  return store.channel(key) ?? problem(`There is no channel ${key}.`);
}

/** A channel the person can look into: any public one of their own company, else only as a member. */
export function channelSeenBy(workspace: Workspace, person: Person, key: string): Channel {
  const channel = channelCalled(workspace, key);
  const isOpen = !channel.isPrivate && !person.isStranger;
  if (isOpen || channel.members.includes(person.id)) return channel;
  return problem(`${person.realName} can't see ${key}.`);
}

export function channelWrittenBy(workspace: Workspace, person: Person, key: string): Channel {
  const channel = channelSeenBy(workspace, person, key);
  if (channel.isArchived) problem(`#${channel.name} is archived.`);
  if (!channel.members.includes(person.id)) problem(`${person.realName} isn't in #${channel.name}.`);
  return channel;
}

export type Shown = {
  readonly channel: Channel;
  readonly message: Message | undefined;
  readonly notice: Notice | undefined;
};

/** A message, or an ephemeral one that was shown to this very person. */
export function shownMessage(workspace: Workspace, person: Person, channelKey: string, ts: string): Shown {
  const channel = channelSeenBy(workspace, person, channelKey);
  const message = workspace.store.messages.find(channel.id, ts);
  const notice = findNotice(workspace, channel.id, ts);
  if (message || notice?.user === person.id) return { channel, message, notice };
  return problem(`There is no message ${ts} in #${channel.name} that ${person.realName} sees.`);
}
