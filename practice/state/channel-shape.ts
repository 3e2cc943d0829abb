import type { Json } from '../json.ts';
import { BOT_USER_ID, TEAM_ID } from './identity.ts';
import type { Channel } from './records.ts';
import type { Store } from './store.ts';

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
