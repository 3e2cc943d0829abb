import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Database } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { SlackUserId, WorkspaceId } from '../shared/ids.ts';
import {
  AboutChannel,
  CameOrWent,
  ChannelIdChanged,
  GroupMembersChanged,
  GroupUpdated,
  Moment,
  PersonChanged,
  Renamed,
} from './events.ts';
import { changeChannelId, followOwnMembership, recheckChannel, setPlace } from './follow-channel.ts';
import { followGroup, followGroupMembers, followMember, followPerson } from './follow-members.ts';
import { toProfile } from './slack-shapes.ts';

type Deps = {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly now: () => Date;
  readonly workspace: { readonly id: WorkspaceId; readonly botUserId: SlackUserId };
  readonly slack: { readonly reads: WebClient };
};

/** Keeps what is known of channels, rosters and people in step with Slack. Events may come twice and in any order. */
export function listen(app: App, deps: Deps): void {
  listenToChannels(app, deps);
  listenToMembers(app, deps);
}

function listenToChannels(app: App, deps: Deps): void {
  const renamed = async ({ event }: { event: unknown }): Promise<void> =>
    await recheckChannel(deps, Renamed.parse(event));
  const changed = async ({ event }: { event: unknown }): Promise<void> =>
    await recheckChannel(deps, AboutChannel.parse(event));

  app.event('channel_rename', renamed);
  app.event('group_rename', renamed);
  app.event('channel_archive', changed);
  app.event('group_archive', changed);
  app.event('channel_unarchive', changed);
  app.event('group_unarchive', changed);
  app.event('channel_unshared', changed);
  app.event('channel_shared', async ({ event }) => {
    await setPlace(deps, AboutChannel.parse(event), 'external');
    await changed({ event });
  });
  app.event('channel_id_changed', async ({ event }) => {
    const ids = ChannelIdChanged.parse(event);
    await changeChannelId(deps, ids);
    await recheckChannel(deps, ids.to);
  });
}

function listenToMembers(app: App, deps: Deps): void {
  const follow = async (body: unknown, event: unknown, isMember: boolean): Promise<void> => {
    const { user, channel } = CameOrWent.parse(event);
    if (user === deps.workspace.botUserId) await followOwnMembership(deps, channel);
    else await followMember(deps, { channel, user, isMember, at: Moment.parse(body) });
  };

  app.event('member_joined_channel', async ({ event, body }) => await follow(body, event, true));
  app.event('member_left_channel', async ({ event, body }) => await follow(body, event, false));
  app.event('subteam_members_changed', async ({ event, body }) => {
    await followGroupMembers(deps, { ...GroupMembersChanged.parse(event), at: Moment.parse(body) });
  });
  app.event('subteam_updated', async ({ event, body }) => {
    await followGroup(deps, { ...GroupUpdated.parse(event), at: Moment.parse(body) });
  });
  app.event('user_change', async ({ event, body }) => {
    const profile = toProfile(PersonChanged.parse(event).user, deps.workspace.id);
    // Slack counts a profile's changes in whole seconds; of two within one, the event's own time says which is newer.
    const asOf = Math.max(profile.asOf, Number(Moment.parse(body)));
    await followPerson(deps, { ...profile, asOf });
  });
}
