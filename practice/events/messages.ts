import type { Workspace } from '../core/workspace.ts';
import type { Json } from '../json.ts';
import { messageShape } from '../state/message-shape.ts';
import type { Channel, Message } from '../state/records.ts';
import { emitIn } from './emit.ts';

export function emitPosted(workspace: Workspace, channel: Channel, message: Message): void {
  const shape = messageShape(workspace.store, message);
  emitIn(workspace, channel, { ...shape, event_ts: message.ts, ...placeOf(channel) });
}

/** The whole message before and after, as Slack sends it for edits by people and by apps alike. */
export function emitChanged(workspace: Workspace, channel: Channel, message: Message, previous: Json): void {
  const ts = workspace.store.nextTs();
  emitIn(workspace, channel, {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    message: messageShape(workspace.store, message),
    previous_message: previous,
    ts,
    event_ts: ts,
    ...placeOf(channel),
  });
}

export function emitDeleted(workspace: Workspace, channel: Channel, previous: Json): void {
  const ts = workspace.store.nextTs();
  emitIn(workspace, channel, {
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    deleted_ts: previous.ts,
    previous_message: previous,
    ts,
    event_ts: ts,
    ...placeOf(channel),
  });
}

function placeOf(channel: Channel): Json {
  return { channel: channel.id, channel_type: channelType(channel) };
}

export function channelType({ kind, isPrivate }: Channel): string {
  if (kind !== 'channel') return kind;
  return isPrivate ? 'group' : 'channel';
}
