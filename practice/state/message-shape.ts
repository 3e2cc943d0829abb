import { compact, type Json } from '../json.ts';
import { fileShape } from './file-shape.ts';
import { APP_ID, BOT_ID, BOT_USER_ID, TEAM_ID } from './identity.ts';
import type { Message } from './records.ts';
import type { Store } from './store.ts';

/** A message as Slack writes it. Its metadata only when it was asked for. */
export function messageShape(store: Store, message: Message, withMetadata = false): Json {
  const { metadata, reactions } = message;
  return compact({
    type: 'message',
    subtype: message.subtype,
    user: message.user,
    bot_id: message.botId,
    app_id: message.botId && APP_ID,
    bot_profile: message.botId && botProfile(),
    text: message.text,
    ts: message.ts,
    team: store.state.people[message.user]?.teamId ?? TEAM_ID,
    blocks: message.blocks,
    attachments: message.attachments,
    edited: message.edited,
    files: message.files?.flatMap((id) => {
      const file = store.state.files[id];
      return file ? [fileShape(file, store.baseUrl())] : [];
    }),
    metadata: withMetadata ? metadata : undefined,
    reactions: reactions.length > 0 ? reactions.map(reactionShape) : undefined,
    ...threadShape(store, message),
  });
}

function reactionShape({ name, users }: { name: string; users: string[] }): Json {
  return { name, users: [...users], count: users.length };
}

function threadShape(store: Store, { channel, ts, threadTs }: Message): Json {
  if (threadTs && threadTs !== ts) {
    return compact({ thread_ts: threadTs, parent_user_id: store.messages.find(channel, threadTs)?.user });
  }
  const replies = store.messages.repliesTo(channel, ts);
  if (replies.length === 0) return {};
  const users = [...new Set(replies.map(({ user }) => user))];
  return {
    thread_ts: ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    reply_users: users.slice(0, 5),
    latest_reply: replies.at(-1)?.ts,
    is_locked: false,
    subscribed: false,
  };
}

function botProfile(): Json {
  return {
    id: BOT_ID,
    app_id: APP_ID,
    user_id: BOT_USER_ID,
    name: 'Concierge Desk',
    team_id: TEAM_ID,
    deleted: false,
  };
}
