import type { Workspace } from '../core/workspace.ts';
import { emitIn } from '../events/emit.ts';
import type { Channel, Message } from '../state/records.ts';

export type Reacting = { readonly message: Message; readonly user: string; readonly name: string };

/** False when that person had already reacted so. */
export function addReaction(workspace: Workspace, channel: Channel, reacting: Reacting): boolean {
  const { message, user, name } = reacting;
  const held = message.reactions.find((each) => each.name === name);
  if (held?.users.includes(user)) return false;
  if (held) held.users.push(user);
  else message.reactions.push({ name, users: [user] });
  announce(workspace, channel, 'reaction_added', reacting);
  return true;
}

/** False when there was no such reaction. */
export function removeReaction(workspace: Workspace, channel: Channel, reacting: Reacting): boolean {
  const { message, user, name } = reacting;
  const held = message.reactions.find((each) => each.name === name);
  if (!held?.users.includes(user)) return false;
  held.users = held.users.filter((each) => each !== user);
  message.reactions = message.reactions.filter(({ users }) => users.length > 0);
  announce(workspace, channel, 'reaction_removed', reacting);
  return true;
}

function announce(workspace: Workspace, channel: Channel, type: string, reacting: Reacting): void {
  const { message, user, name } = reacting;
  workspace.changed();
  emitIn(workspace, channel, {
    type,
    user,
    reaction: name,
    item: { type: 'message', channel: channel.id, ts: message.ts },
    item_user: message.user,
  });
}
