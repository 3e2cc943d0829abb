import type { Workspace } from '../../core/workspace.ts';
import type { Json } from '../../json.ts';
import { typeOf } from '../../state/file-shape.ts';
import { BOT_USER_ID } from '../../state/identity.ts';
import type { Message, Notice, Person } from '../../state/records.ts';
import type { Attached, Said } from '../scene.ts';
import { readUpTo } from './rooms.ts';

export function said(workspace: Workspace, message: Message, person: Person): Said {
  return {
    ts: message.ts,
    channel: message.channel,
    user: message.user,
    isBot: message.botId !== undefined,
    subtype: message.subtype ?? '',
    text: message.text,
    blocks: message.blocks ?? [],
    attachments: message.attachments ?? [],
    files: attachedTo(workspace, message.files ?? []),
    reactions: message.reactions,
    isEdited: message.edited !== undefined,
    isNotice: false,
    threadTs: message.threadTs ?? null,
    replies: repliesTo(workspace, message, person),
  };
}

/** What only one person sees reads like any other message. */
export function noticed(notice: Notice): Said {
  const blocks: readonly Json[] = notice.blocks ?? [];
  return {
    ts: notice.ts,
    channel: notice.channel,
    user: BOT_USER_ID,
    isBot: true,
    subtype: '',
    text: notice.text,
    blocks,
    attachments: [],
    files: [],
    reactions: [],
    isEdited: false,
    isNotice: true,
    threadTs: notice.threadTs ?? null,
    replies: null,
  };
}

function attachedTo({ store }: Workspace, ids: readonly string[]): Attached[] {
  return ids.flatMap((id) => {
    const file = store.state.files[id];
    return file ? [{ id, name: file.name, mimetype: typeOf(file.name), size: file.length }] : [];
  });
}

function repliesTo(workspace: Workspace, { channel, ts }: Message, person: Person): Said['replies'] {
  const replies = workspace.store.messages.repliesTo(channel, ts);
  if (replies.length === 0) return null;
  const read = readUpTo(workspace, person, `${channel}/${ts}`);
  return {
    count: replies.length,
    users: [...new Set(replies.map(({ user }) => user))].slice(0, 5),
    latest: replies.at(-1)?.ts ?? ts,
    unread: replies.filter((reply) => reply.ts > read && reply.user !== person.id).length,
  };
}
