/** Scopes that a use cannot do without, and those it may have a use for besides. */
export type Permission = { readonly needs: readonly string[]; readonly mayUse?: readonly string[] };

const NONE: Permission = { needs: [] };
const CHANNELS: Permission = { needs: ['channels:read'] };
const GROUPS: Permission = { needs: ['groups:read'] };
const EITHER: Permission = { needs: ['channels:read', 'groups:read'] };
const MANAGE: Permission = { needs: ['channels:manage'], mayUse: ['groups:write'] };
const HISTORY = ['channels:history', 'groups:history'];
const USER_GROUPS: Permission = { needs: ['usergroups:read'] };
const USERS: Permission = { needs: ['users:read'] };
const REACTIONS: Permission = { needs: ['reactions:read'] };
const FILES: Permission = { needs: ['files:read'] };

/** What an app must be granted to receive each event. Messages are subscribed to by kind of conversation. */
export const EVENTS: Readonly<Record<string, Permission>> = {
  app_home_opened: NONE,
  app_uninstalled: NONE,
  function_executed: NONE,
  tokens_revoked: NONE,
  app_mention: { needs: ['app_mentions:read'] },
  channel_archive: CHANNELS,
  channel_created: CHANNELS,
  channel_deleted: CHANNELS,
  channel_id_changed: EITHER,
  channel_rename: CHANNELS,
  channel_shared: EITHER,
  channel_unarchive: CHANNELS,
  channel_unshared: EITHER,
  emoji_changed: { needs: ['emoji:read'] },
  file_change: FILES,
  file_deleted: FILES,
  file_shared: FILES,
  group_archive: GROUPS,
  group_deleted: GROUPS,
  group_rename: GROUPS,
  group_unarchive: GROUPS,
  member_joined_channel: EITHER,
  member_left_channel: EITHER,
  'message.channels': { needs: ['channels:history'] },
  'message.groups': { needs: ['groups:history'] },
  'message.im': { needs: ['im:history'] },
  'message.mpim': { needs: ['mpim:history'] },
  reaction_added: REACTIONS,
  reaction_removed: REACTIONS,
  subteam_created: USER_GROUPS,
  subteam_members_changed: USER_GROUPS,
  subteam_updated: USER_GROUPS,
  team_join: USERS,
  user_change: USERS,
};

/** What an app must be granted to call each method. */
export const METHODS: Readonly<Record<string, Permission>> = {
  'apps.connections.open': NONE,
  'auth.test': NONE,
  'chat.delete': { needs: ['chat:write'] },
  'chat.getPermalink': NONE,
  'chat.postEphemeral': { needs: ['chat:write'] },
  'chat.postMessage': { needs: ['chat:write'] },
  'chat.update': { needs: ['chat:write'] },
  'conversations.archive': MANAGE,
  'conversations.create': MANAGE,
  // The outbox looks for its own direct messages, too, before it posts one again.
  'conversations.history': { needs: [...HISTORY, 'im:history'] },
  'conversations.info': EITHER,
  'conversations.invite': MANAGE,
  'conversations.join': { needs: ['channels:join'] },
  'conversations.list': EITHER,
  'conversations.members': EITHER,
  'conversations.open': { needs: ['im:write'] },
  'conversations.rename': MANAGE,
  'conversations.replies': { needs: HISTORY, mayUse: ['im:history'] },
  'conversations.setPurpose': MANAGE,
  'conversations.setTopic': MANAGE,
  'emoji.list': { needs: ['emoji:read'] },
  'files.completeUploadExternal': { needs: ['files:write'] },
  'files.getUploadURLExternal': { needs: ['files:write'] },
  'files.info': FILES,
  'functions.completeError': NONE,
  'functions.completeSuccess': NONE,
  'reactions.add': { needs: ['reactions:write'] },
  'reactions.get': REACTIONS,
  'reactions.remove': { needs: ['reactions:write'] },
  'team.info': { needs: ['team:read'] },
  'usergroups.list': USER_GROUPS,
  'usergroups.users.list': USER_GROUPS,
  'users.conversations': EITHER,
  'users.info': USERS,
  'users.list': USERS,
  'users.lookupByEmail': { needs: ['users:read', 'users:read.email'] },
  'views.open': NONE,
  'views.publish': NONE,
  'views.push': NONE,
  'views.update': NONE,
};

/** What a shortcut or slash command needs. */
export const ENTRY: Permission = { needs: ['commands'] };
