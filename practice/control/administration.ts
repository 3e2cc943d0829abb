import { z } from 'zod';
import { changeChannelId, createChannel, renameChannel, setArchived, setShared } from '../acts/channels.ts';
import { addMembers, removeMember } from '../acts/members.ts';
import { setDeactivated, setGroupDisabled, setGroupMembers, setStatus } from '../acts/people.ts';
import type { Workspace } from '../core/workspace.ts';
import { emit, emitIn } from '../events/emit.ts';
import { problem } from '../interactions/problem.ts';
import { channelCalled } from '../interactions/scene.ts';
import { APP_ID, BOT_USER_ID, idFor, TEAM_ID, VERIFICATION_TOKEN } from '../state/identity.ts';
import type { Group, Person } from '../state/records.ts';
import { nothing, type Routes, route } from './route.ts';

const ADMIN = idFor('U0', 'alex');
const ofChannel = z.object({ channel: z.string() });

/** What an administrator of the workspace, or Slack itself, may do to it. */
export const administrationRoutes: Routes = {
  'request-url': route(z.object({ url: z.url() }), ({ connection }, { url }) =>
    connection.setRequestUrl(url),
  ),
  transport: route(z.object({ transport: z.enum(['http', 'socket']) }), ({ connection }, { transport }) =>
    connection.setTransport(transport),
  ),
  'recycle-sockets': route(z.object({ reason: z.string() }), ({ connection }, { reason }) =>
    connection.sockets.recycle(reason),
  ),
  'create-channel': route(
    z.object({ name: z.string(), isPrivate: z.boolean(), members: z.array(z.string()) }),
    (workspace, { name, isPrivate, members }) => {
      const channel = createChannel(workspace, { name, isPrivate, creator: ADMIN });
      addMembers(
        workspace,
        channel,
        members.map((member) => personCalled(workspace, member).id),
        ADMIN,
      );
      return channel.id;
    },
  ),
  archive: route(ofChannel.extend({ isArchived: z.boolean() }), (workspace, { channel, isArchived }) =>
    setArchived(workspace, channelCalled(workspace, channel), isArchived, ADMIN),
  ),
  rename: route(ofChannel.extend({ name: z.string() }), (workspace, { channel, name }) =>
    renameChannel(workspace, channelCalled(workspace, channel), name),
  ),
  share: route(ofChannel.extend({ isShared: z.boolean() }), (workspace, { channel, isShared }) =>
    setShared(workspace, channelCalled(workspace, channel), isShared),
  ),
  privacy: route(ofChannel.extend({ isPrivate: z.boolean() }), (workspace, { channel, isPrivate }) => {
    channelCalled(workspace, channel).isPrivate = isPrivate;
    workspace.changed();
  }),
  bot: route(ofChannel.extend({ isMember: z.boolean() }), (workspace, { channel, isMember }) => {
    const held = channelCalled(workspace, channel);
    if (isMember) addMembers(workspace, held, [BOT_USER_ID], ADMIN);
    else removeMember(workspace, held, BOT_USER_ID);
  }),
  'change-channel-id': route(ofChannel.extend({ id: z.string() }), (workspace, { channel, id }) =>
    changeChannelId(workspace, channelCalled(workspace, channel), id),
  ),
  deactivate: route(
    z.object({ person: z.string(), deleted: z.boolean() }),
    (workspace, { person, deleted }) => setDeactivated(workspace, personCalled(workspace, person), deleted),
  ),
  'set-status': route(
    z.object({ person: z.string(), emoji: z.string(), text: z.string() }),
    (workspace, { person, ...status }) => setStatus(workspace, personCalled(workspace, person), status),
  ),
  group: route(z.object({ group: z.string(), people: z.array(z.string()) }), (workspace, { group, people }) =>
    setGroupMembers(
      workspace,
      groupCalled(workspace, group),
      people.map((person) => personCalled(workspace, person).id),
    ),
  ),
  'disable-group': route(z.object({ group: z.string(), isDisabled: z.boolean() }), (workspace, input) =>
    setGroupDisabled(workspace, groupCalled(workspace, input.group), input.isDisabled),
  ),
  /** Tells the app, on the outer level, that it gets too many events. */
  'rate-limited': route(nothing, ({ events, store }) =>
    events.push({
      token: VERIFICATION_TOKEN,
      type: 'app_rate_limited',
      team_id: TEAM_ID,
      minute_rate_limited: Math.floor(store.seconds() / 60) * 60,
      api_app_id: APP_ID,
    }),
  ),
  /** Any event at all, for what the workspace doesn't do by itself. */
  event: route(
    z.object({ event: z.looseObject({ type: z.string() }), channel: z.string().optional() }),
    (workspace, { event, channel }) => {
      if (channel) emitIn(workspace, channelCalled(workspace, channel), event);
      else emit(workspace, event);
    },
  ),
};

function personCalled({ store }: Workspace, key: string): Person {
  return store.person(key) ?? problem(`Nobody here is called ${key}.`);
}

function groupCalled({ store }: Workspace, key: string): Group {
  return store.group(key) ?? problem(`There is no user group ${key}.`);
}
