import { deleteMessage, editMessage, postMessage } from '../acts/messages.ts';
import { showNotice } from '../acts/notices.ts';
import { perMinute } from '../core/rate-limits.ts';
import { compact, type Json } from '../json.ts';
import { BOT_ID, BOT_USER_ID, TEAM_DOMAIN } from '../state/identity.ts';
import { messageShape } from '../state/message-shape.ts';
import type { Channel, Message } from '../state/records.ts';
import { nameBlocks } from '../views/blocks.ts';
import { joinedChannel, visibleChannel } from './conversation.ts';
import type { Call, Methods } from './method.ts';
import { insistOnMessage } from './payload-checks.ts';
import { refuse } from './refusal.ts';

export const chatMethods: Methods = {
  'chat.postMessage': { token: 'bot', scope: 'chat:write', run: post },
  'chat.update': { token: 'bot', scope: 'chat:write', pace: perMinute(50), run: update },
  'chat.delete': { token: 'bot', scope: 'chat:write', pace: perMinute(50), run: remove },
  'chat.postEphemeral': { token: 'bot', scope: 'chat:write', pace: perMinute(100), run: postEphemeral },
  'chat.getPermalink': { token: 'bot', run: permalink },
};

/** Where a message goes: a channel by id or name, or a person, whose direct message is opened. */
export function postingTarget({ workspace: { store }, args }: Call): Channel {
  const key = args.needed('channel', 'channel_not_found');
  const person = store.state.people[key];
  if (person) return person.deleted ? refuse('channel_not_found') : store.directMessage(person);
  return store.channel(key) ?? refuse('channel_not_found');
}

function writableChannel(call: Call): Channel {
  const { store, settings } = call.workspace;
  const channel = postingTarget(call);
  const isIn = store.botIsIn(channel);
  if (!isIn && channel.isPrivate) refuse('channel_not_found');
  const mayAnywhere = settings.scopes !== 'all' && settings.scopes.includes('chat:write.public');
  if (!isIn && !mayAnywhere) refuse('not_in_channel');
  return channel.isArchived ? refuse('is_archived') : channel;
}

function post(call: Call): Json {
  const { workspace, args, name } = call;
  const channel = writableChannel(call);
  insistOnMessage(workspace, name, args.all);
  const threadTs = args.text('thread_ts');
  if (threadTs && !workspace.store.messages.find(channel.id, threadTs)) refuse('thread_not_found');
  const message = postMessage(workspace, channel, {
    user: BOT_USER_ID,
    botId: BOT_ID,
    ...contentOf(call),
    ...(threadTs && { threadTs }),
    ...(threadTs && args.flag('reply_broadcast') && { subtype: 'thread_broadcast' }),
  });
  const shape = messageShape(workspace.store, message, true);
  return { channel: channel.id, ts: message.ts, message: shape };
}

function contentOf({ args }: Call): Pick<Message, 'text' | 'blocks' | 'attachments' | 'metadata'> {
  const blocks = args.objects('blocks');
  const attachments = args.objects('attachments');
  const metadata = args.object('metadata');
  return {
    text: args.text('text') ?? '',
    ...(blocks && { blocks: nameBlocks(blocks) }),
    ...(attachments && { attachments }),
    ...(metadata && { metadata }),
  };
}

/** The message that a call names, if the app wrote it. */
function ownMessage(call: Call, notOurs: string): { channel: Channel; message: Message } {
  const channel = visibleChannel(call);
  const message = call.workspace.store.messages.find(channel.id, call.args.needed('ts', 'message_not_found'));
  if (!message || message.subtype === 'tombstone') return refuse('message_not_found');
  return message.botId === BOT_ID ? { channel, message } : refuse(notOurs);
}

function update(call: Call): Json {
  const { workspace, args, name } = call;
  const { channel, message } = ownMessage(call, 'cant_update_message');
  if (channel.isArchived) refuse('is_archived');
  insistOnMessage(workspace, name, args.all);
  const { text, blocks, metadata } = contentOf(call);
  const marked = blocks === undefined;
  editMessage(workspace, channel, message, { text, blocks, metadata, marked });
  const shape = messageShape(workspace.store, message, true);
  return { channel: channel.id, ts: message.ts, text: message.text, message: shape };
}

function remove(call: Call): Json {
  const { channel, message } = ownMessage(call, 'cant_delete_message');
  deleteMessage(call.workspace, channel, message);
  return { channel: channel.id, ts: message.ts };
}

function postEphemeral(call: Call): Json {
  const { workspace, args, name } = call;
  const channel = writableChannel(call);
  const user = args.needed('user', 'user_not_in_channel');
  if (!channel.members.includes(user)) refuse('user_not_in_channel');
  insistOnMessage(workspace, name, args.all);
  const { text, blocks } = contentOf(call);
  const threadTs = args.text('thread_ts');
  const notice = {
    channel: channel.id,
    user,
    text,
    ...(blocks && { blocks }),
    ...(threadTs && { threadTs }),
  };
  return { message_ts: showNotice(workspace, notice).ts };
}

function permalink(call: Call): Json {
  const channel = joinedChannel(call);
  const ts = call.args.needed('message_ts', 'message_not_found');
  const message = call.workspace.store.messages.find(channel.id, ts) ?? refuse('message_not_found');
  return compact({ channel: channel.id, permalink: permalinkOf(message) });
}

export function permalinkOf({ channel, ts, threadTs }: Message): string {
  const thread = threadTs && threadTs !== ts ? `?thread_ts=${threadTs}&cid=${channel}` : '';
  return `https://${TEAM_DOMAIN}.slack.com/archives/${channel}/p${ts.replace('.', '')}${thread}`;
}
