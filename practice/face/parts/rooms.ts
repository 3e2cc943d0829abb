import type { Workspace } from '../../core/workspace.ts';
import { BOT_USER_ID } from '../../state/identity.ts';
import type { Channel, Message, Person } from '../../state/records.ts';
import type { Room } from '../scene.ts';

/** Every conversation a person can look into, their own direct message with the app included. */
export function roomsOf(workspace: Workspace, person: Person): Room[] {
  workspace.store.directMessage(person);
  return workspace.store
    .channels()
    .filter((channel) => isSeen(channel, person))
    .map((channel) => room(workspace, channel, person));
}

function isSeen({ isPrivate, members }: Channel, { id, isStranger }: Person): boolean {
  return members.includes(id) || !(isPrivate || isStranger);
}

function room(workspace: Workspace, channel: Channel, person: Person): Room {
  const { id, kind, name, members, isPrivate, isArchived, isExtShared } = channel;
  const isMember = members.includes(person.id);
  const fresh = isMember ? unreadIn(workspace, channel, person) : [];
  return {
    id,
    name,
    kind,
    with: kind === 'im' ? (members.find((each) => each !== person.id) ?? null) : null,
    isApp: kind === 'im' && members.includes(BOT_USER_ID),
    isPrivate,
    isArchived,
    isShared: isExtShared,
    isMember,
    unread: fresh.length,
    mentions: fresh.filter((message) => mentions(workspace, message, person)).length,
  };
}

export function readUpTo({ store }: Workspace, { id }: Person, key: string): string {
  return store.state.reads?.[id]?.[key] ?? '';
}

/** Nobody looks at a number beyond this. */
const COUNTED = 100;

/** In a direct message replies count too: there is nobody else to read them. */
function unreadIn(workspace: Workspace, channel: Channel, person: Person): Message[] {
  const { messages } = workspace.store;
  const read = readUpTo(workspace, person, channel.id);
  const isNew = ({ ts, user, subtype }: Message): boolean =>
    ts > read && user !== person.id && !subtype?.endsWith('_join') && subtype !== 'tombstone';
  const latest = messages.timesIn(channel.id).slice(-COUNTED);
  const fresh = latest.flatMap((ts) => messages.find(channel.id, ts) ?? []).filter(isNew);
  return channel.kind === 'im' ? [...fresh, ...unreadReplies(workspace, channel, person)] : fresh;
}

function unreadReplies(workspace: Workspace, { id }: Channel, person: Person): Message[] {
  const { messages } = workspace.store;
  return messages.inChannel(id).flatMap(({ ts }) => {
    const read = readUpTo(workspace, person, `${id}/${ts}`);
    return messages.repliesTo(id, ts).filter((reply) => reply.ts > read && reply.user !== person.id);
  });
}

function mentions({ store }: Workspace, { text, blocks }: Message, { id }: Person): boolean {
  const written = `${text}${JSON.stringify(blocks ?? [])}`;
  if (written.includes(`<@${id}>`) || written.includes(`"user_id":"${id}"`)) return true;
  return Object.values(store.state.groups).some(
    ({ id: group, people }) =>
      people.includes(id) &&
      (written.includes(`<!subteam^${group}`) || written.includes(`"usergroup_id":"${group}"`)),
  );
}
