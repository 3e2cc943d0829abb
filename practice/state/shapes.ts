import { compact, type Json } from '../json.ts';
import { APP_ID, BOT_ID, BOT_USER_ID, TEAM_ID } from './identity.ts';
import type { Channel, Group, Message, Person } from './records.ts';
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

export function channelShape(store: Store, channel: Channel): Json {
  if (channel.kind === 'im') return directMessageShape(channel);
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    previous_names: channel.previousNames,
    is_channel: !channel.isPrivate,
    is_group: channel.isPrivate && channel.kind === 'channel',
    is_im: false,
    is_mpim: channel.kind === 'mpim',
    is_private: channel.isPrivate,
    is_archived: channel.isArchived,
    is_general: channel.name === 'general',
    is_member: store.botIsIn(channel),
    is_shared: channel.isExtShared,
    is_ext_shared: channel.isExtShared,
    is_org_shared: false,
    is_pending_ext_shared: channel.isPendingExtShared,
    created: channel.created,
    creator: channel.creator,
    context_team_id: TEAM_ID,
    shared_team_ids: [TEAM_ID],
    num_members: channel.members.length,
    topic: { value: channel.topic, creator: channel.creator, last_set: channel.created },
    purpose: { value: channel.purpose, creator: channel.creator, last_set: channel.created },
  };
}

function directMessageShape({ id, created, members, isArchived }: Channel): Json {
  return {
    id,
    created,
    is_im: true,
    is_channel: false,
    is_group: false,
    is_mpim: false,
    is_private: true,
    is_archived: isArchived,
    is_org_shared: false,
    is_user_deleted: false,
    user: members.find((member) => member !== BOT_USER_ID),
    context_team_id: TEAM_ID,
  };
}

export function personShape(person: Person, withEmail: boolean): Json {
  return {
    id: person.id,
    team_id: person.teamId,
    name: person.name,
    real_name: person.realName,
    deleted: person.deleted,
    tz: person.timeZone,
    tz_label: 'Eastern Standard Time',
    tz_offset: -18_000,
    is_bot: person.isBot,
    is_app_user: false,
    is_admin: person.isAdmin,
    is_owner: person.isAdmin,
    is_primary_owner: person.isAdmin,
    is_restricted: person.isRestricted,
    is_ultra_restricted: false,
    is_stranger: person.isStranger,
    is_email_confirmed: true,
    updated: 1_760_000_000,
    profile: compact({
      real_name: person.realName,
      real_name_normalized: person.realName,
      display_name: person.name,
      display_name_normalized: person.name,
      email: withEmail && !person.isStranger && person.email ? person.email : undefined,
      team: person.teamId,
      title: '',
    }),
  };
}

export function groupShape(group: Group, withUsers: boolean): Json {
  return compact({
    id: group.id,
    team_id: TEAM_ID,
    is_usergroup: true,
    is_external: false,
    name: group.name,
    description: '',
    handle: group.handle,
    date_create: 1_760_000_000,
    date_update: 1_760_000_000,
    date_delete: group.isDisabled ? 1_760_000_000 : 0,
    auto_type: null,
    user_count: group.people.length,
    users: withUsers ? [...group.people] : undefined,
  });
}
