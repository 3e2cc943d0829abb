import { z } from 'zod';
import { ChannelId, SlackUserId, UserGroupId } from '../shared/ids.ts';
import { UserShape } from './slack-shapes.ts';

/** Slack's events about channels, members, user groups and people, as far as they are used. */
const seconds = z.coerce.number().default(0);

/** Some events lack their own time; then the envelope's counts. */
export const Moment = z
  .object({ event_time: seconds, event: z.object({ event_ts: z.string().optional() }) })
  .transform(({ event, event_time }) => event.event_ts ?? `${event_time}`);

export const AboutChannel = z.object({ channel: ChannelId }).transform(({ channel }) => channel);

export const Renamed = z
  .object({ channel: z.object({ id: ChannelId }) })
  .transform(({ channel }) => channel.id);

export const ChannelIdChanged = z
  .object({ old_channel_id: ChannelId, new_channel_id: ChannelId })
  .transform((event) => ({ from: event.old_channel_id, to: event.new_channel_id }));

export const CameOrWent = z.object({ user: SlackUserId, channel: ChannelId });

const people = z.array(SlackUserId).optional();
export const GroupMembersChanged = z
  .object({
    subteam_id: UserGroupId,
    date_previous_update: seconds,
    date_update: seconds,
    added_users: people,
    added_users_count: seconds,
    removed_users: people,
    removed_users_count: seconds,
  })
  .transform((event) => {
    const added = event.added_users ?? [];
    const removed = event.removed_users ?? [];
    return {
      group: event.subteam_id,
      added,
      removed,
      changedAt: event.date_update,
      changedBefore: event.date_previous_update,
      isWhole: added.length >= event.added_users_count && removed.length >= event.removed_users_count,
    };
  });

export const GroupUpdated = z
  .object({
    subteam: z.object({
      id: UserGroupId,
      handle: z.string(),
      date_update: seconds,
      date_delete: seconds,
      users: people,
    }),
  })
  .transform(({ subteam }) => ({
    groupId: subteam.id,
    handle: subteam.handle,
    isDisabled: subteam.date_delete !== 0,
    changedAt: subteam.date_update,
    members: subteam.users,
  }));

export const PersonChanged = z.object({ user: UserShape });
