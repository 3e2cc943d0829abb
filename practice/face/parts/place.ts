import type { Workspace } from '../../core/workspace.ts';
import type { Channel, Message, Notice, Person } from '../../state/records.ts';
import type { Place, Thread } from '../scene.ts';
import { readUpTo } from './rooms.ts';
import { noticed, said } from './said.ts';

/** A conversation as one person sees it; null when they can't. */
export function placeFor(workspace: Workspace, person: Person, id: string, most: number): Place | null {
  const channel = seenChannel(workspace, person, id);
  if (!channel) return null;
  const all = workspace.store.messages.inChannel(id);
  const shown = all.slice(-most);
  const since = shown.length < all.length ? (shown[0]?.ts ?? '') : '';
  const notices = noticesIn(workspace, person, id).filter((each) => !each.threadTs && each.ts >= since);
  return {
    channel: id,
    topic: channel.topic,
    members: channel.members,
    messages: together(workspace, person, shown, notices),
    hasEarlier: shown.length < all.length,
    read: readUpTo(workspace, person, id),
  };
}

export function threadFor(workspace: Workspace, person: Person, id: string, ts: string): Thread | null {
  if (!seenChannel(workspace, person, id)) return null;
  const root = workspace.store.messages.find(id, ts);
  const replies = workspace.store.messages.repliesTo(id, ts);
  const notices = noticesIn(workspace, person, id).filter(({ threadTs }) => threadTs === ts);
  return {
    channel: id,
    ts,
    root: root ? said(workspace, root, person) : null,
    replies: together(workspace, person, replies, notices),
  };
}

function seenChannel({ store }: Workspace, person: Person, id: string): Channel | undefined {
  const channel = store.state.channels[id];
  const isOpen = channel && !channel.isPrivate && !person.isStranger;
  return isOpen || channel?.members.includes(person.id) ? channel : undefined;
}

function noticesIn({ store }: Workspace, { id }: Person, channel: string): Notice[] {
  return store.state.notices.filter((each) => each.user === id && each.channel === channel);
}

function together(
  workspace: Workspace,
  person: Person,
  messages: readonly Message[],
  notices: readonly Notice[],
) {
  return [...messages.map((each) => said(workspace, each, person)), ...notices.map(noticed)].toSorted(
    (a, b) => (a.ts < b.ts ? -1 : 1),
  );
}
