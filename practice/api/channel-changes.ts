import { createChannel, renameChannel, setArchived } from '../acts/channels.ts';
import { addMembers } from '../acts/members.ts';
import { perMinute } from '../core/rate-limits.ts';
import type { Json } from '../json.ts';
import { channelShape } from '../state/channel-shape.ts';
import { BOT_USER_ID } from '../state/identity.ts';
import { joinedChannel, manageScope, visibleChannel } from './conversation.ts';
import type { Call, Method, Methods } from './method.ts';
import { refuse } from './refusal.ts';

const manageAt = (calls: number, run: Method['run']): Method => ({
  token: 'bot',
  scope: manageScope,
  pace: perMinute(calls),
  run,
});

export const channelChangeMethods: Methods = {
  'conversations.create': {
    token: 'bot',
    scope: ({ args }) => (args.flag('is_private') ? 'groups:write' : 'channels:manage'),
    pace: perMinute(20),
    run: create,
  },
  'conversations.join': { token: 'bot', scope: 'channels:join', pace: perMinute(50), run: join },
  'conversations.invite': manageAt(50, invite),
  'conversations.setTopic': manageAt(20, (call) => setWords(call, 'topic')),
  'conversations.setPurpose': manageAt(20, (call) => setWords(call, 'purpose')),
  'conversations.rename': manageAt(20, rename),
  'conversations.archive': manageAt(20, (call) => archive(call, true)),
  'conversations.unarchive': manageAt(20, (call) => archive(call, false)),
};

const NAME = /^[a-z0-9_-]{1,80}$/;

function freeName({ workspace: { store }, args }: Call): string {
  const name = args.needed('name', 'invalid_name_required');
  if (name.length > 80) refuse('invalid_name_maxlength');
  if (!NAME.test(name)) refuse('invalid_name_specials');
  return store.channel(`#${name}`) ? refuse('name_taken') : name;
}

function create(call: Call): Json {
  const { workspace, args } = call;
  const name = freeName(call);
  const channel = createChannel(workspace, {
    name,
    isPrivate: args.flag('is_private'),
    creator: BOT_USER_ID,
  });
  return { channel: channelShape(workspace.store, channel) };
}

function join(call: Call): Json {
  const { workspace } = call;
  const channel = visibleChannel(call);
  if (channel.kind !== 'channel') refuse('method_not_supported_for_channel_type');
  if (channel.isArchived) refuse('is_archived');
  const already = workspace.store.botIsIn(channel);
  addMembers(workspace, channel, [BOT_USER_ID]);
  const shape = { channel: channelShape(workspace.store, channel) };
  return already
    ? { ...shape, warning: 'already_in_channel', response_metadata: { warnings: ['already_in_channel'] } }
    : shape;
}

function invite(call: Call): Json {
  const { workspace, args } = call;
  const channel = joinedChannel(call);
  const people = args.words('users');
  if (people.length === 0) refuse('no_user');
  if (people.length > 100) refuse('too_many_users');
  if (channel.isArchived) refuse('is_archived');
  if (people.includes(BOT_USER_ID)) refuse('cant_invite_self');
  if (people.some((person) => !workspace.store.state.people[person])) refuse('user_not_found');
  if (people.every((person) => channel.members.includes(person))) refuse('already_in_channel');
  addMembers(workspace, channel, people, BOT_USER_ID);
  return { channel: channelShape(workspace.store, channel) };
}

function setWords(call: Call, which: 'topic' | 'purpose'): Json {
  const channel = joinedChannel(call);
  if (channel.isArchived) refuse('is_archived');
  const words = call.args.text(which) ?? '';
  if (words.length > 250) refuse('too_long');
  channel[which] = words;
  call.workspace.changed();
  return { channel: channelShape(call.workspace.store, channel) };
}

/** Only who made a channel may rename it with a bot's token. */
function rename(call: Call): Json {
  const channel = joinedChannel(call);
  if (channel.creator !== BOT_USER_ID) refuse('not_authorized');
  renameChannel(call.workspace, channel, freeName(call));
  return { channel: channelShape(call.workspace.store, channel) };
}

function archive(call: Call, isArchived: boolean): Json {
  const channel = joinedChannel(call);
  if (channel.name === 'general') refuse('cant_archive_general');
  if (channel.isArchived === isArchived) refuse(isArchived ? 'already_archived' : 'not_archived');
  setArchived(call.workspace, channel, isArchived, BOT_USER_ID);
  return {};
}
