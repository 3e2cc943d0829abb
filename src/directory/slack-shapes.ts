import { z } from 'zod';
import { ChannelId, SlackUserId, UserGroupId, type WorkspaceId } from '../shared/ids.ts';
import { saysAway } from './away.ts';
import type { Profile } from './store-people.ts';
import { isTimeZone } from './zone.ts';

const flag = z.boolean().default(false);

/** Slack's channel, group and user, as far as the directory is concerned. */
export const ChannelShape = z
  .object({
    id: ChannelId,
    name: z.string(),
    is_private: flag,
    is_archived: flag,
    is_member: flag,
    is_ext_shared: flag,
    is_pending_ext_shared: flag,
    topic: z.object({ value: z.string() }).default({ value: '' }),
  })
  .transform((channel) => ({
    id: channel.id,
    name: channel.name,
    isPrivate: channel.is_private,
    isArchived: channel.is_archived,
    isMember: channel.is_member,
    isExternal: channel.is_ext_shared || channel.is_pending_ext_shared,
    topic: channel.topic.value,
  }));
export type SeenChannel = z.infer<typeof ChannelShape>;

export const GroupShape = z
  .object({
    id: UserGroupId,
    handle: z.string(),
    /** Seconds; anything but 0 means that the group is disabled. */
    date_delete: z.coerce.number().default(0),
    date_update: z.coerce.number().default(0),
    users: z.array(SlackUserId).optional(),
    user_count: z.coerce.number().optional(),
  })
  .transform((group) => ({
    id: group.id,
    handle: group.handle,
    isDisabled: group.date_delete !== 0,
    changedAt: group.date_update,
    // Left out, or cut short: then the members have to be asked for.
    members:
      group.user_count === undefined || group.user_count === group.users?.length ? group.users : undefined,
  }));
export type SeenGroup = z.infer<typeof GroupShape>;

export const UserShape = z.object({
  id: SlackUserId,
  team_id: z.string().optional(),
  enterprise_user: z.object({ enterprise_id: z.string().optional() }).optional(),
  deleted: flag,
  is_bot: flag,
  is_stranger: flag,
  is_restricted: flag,
  is_ultra_restricted: flag,
  updated: z.number().default(0),
  tz: z.string().nullish(),
  profile: z.object({ status_emoji: z.string().optional(), status_text: z.string().optional() }).default({}),
});

const SLACKBOT = 'USLACKBOT';

export function toProfile(user: z.infer<typeof UserShape>, workspaceId: WorkspaceId): Profile {
  const homes = [user.team_id, user.enterprise_user?.enterprise_id].filter((home) => home !== undefined);
  return {
    userId: user.id,
    isDeactivated: user.deleted,
    isExternal: user.is_stranger || (homes.length > 0 && !homes.includes(workspaceId)),
    isGuest: user.is_restricted || user.is_ultra_restricted,
    isBot: user.is_bot || user.id === SLACKBOT,
    isAway: saysAway(user.profile),
    timeZone: user.tz != null && isTimeZone(user.tz) ? user.tz : null,
    asOf: user.updated,
  };
}

/** The deactivated, people of other companies and bots never do. */
export function counts({
  isDeactivated,
  isExternal,
  isBot,
}: Pick<Profile, 'isDeactivated' | 'isExternal' | 'isBot'>): boolean {
  return !isDeactivated && !isExternal && !isBot;
}
