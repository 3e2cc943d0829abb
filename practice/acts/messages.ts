import type { Workspace } from '../core/workspace.ts';
import { emitChanged, emitDeleted, emitPosted } from '../events/messages.ts';
import type { Json } from '../json.ts';
import { messageShape } from '../state/message-shape.ts';
import type { Channel, Message } from '../state/records.ts';

export type NewMessage = Omit<Message, 'ts' | 'channel' | 'reactions'>;

export function postMessage(workspace: Workspace, channel: Channel, message: NewMessage): Message {
  const { store, changed } = workspace;
  const posted: Message = { ...message, ts: store.nextTs(), channel: channel.id, reactions: [] };
  store.messages.add(posted);
  changed();
  emitPosted(workspace, channel, posted);
  return posted;
}

export type Edit = {
  readonly text: string;
  /** Undefined removes the blocks. */
  readonly blocks: Json[] | undefined;
  /** Undefined keeps the metadata. */
  readonly metadata: Json | undefined;
  readonly marked: boolean;
};

export function editMessage(workspace: Workspace, channel: Channel, message: Message, edit: Edit): void {
  const { store, changed } = workspace;
  const previous = messageShape(store, message);
  message.text = edit.text;
  if (edit.blocks) message.blocks = edit.blocks;
  else delete message.blocks;
  if (edit.metadata) replaceMetadata(message, edit.metadata);
  if (edit.marked) message.edited = { user: message.user, ts: store.nextTs() };
  changed();
  emitChanged(workspace, channel, message, previous);
}

function replaceMetadata(message: Message, metadata: Json): void {
  if (Object.keys(metadata).length > 0) message.metadata = metadata;
  else delete message.metadata;
}

/** A message that has replies stays as a tombstone, so that its thread has somewhere to stand. */
export function deleteMessage(workspace: Workspace, channel: Channel, message: Message): void {
  const { store, changed } = workspace;
  const previous = messageShape(store, message);
  if (store.messages.repliesTo(channel.id, message.ts).length > 0) {
    message.subtype = 'tombstone';
    message.user = 'USLACKBOT';
    message.text = 'This message was deleted.';
    delete message.blocks;
    delete message.metadata;
    changed();
    emitChanged(workspace, channel, message, previous);
    return;
  }
  store.messages.remove(message);
  changed();
  emitDeleted(workspace, channel, previous);
}
