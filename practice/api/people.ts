import { perMinute } from '../core/rate-limits.ts';
import type { Json } from '../json.ts';
import { channelShape } from '../state/channel-shape.ts';
import { BOT_USER_ID } from '../state/identity.ts';
import { groupShape, personShape } from '../state/person-shape.ts';
import type { Person } from '../state/records.ts';
import { neededPerson } from './conversation.ts';
import { kindOf, wantedKinds } from './conversations.ts';
import type { Call, Methods } from './method.ts';
import { nextCursor, pageOf } from './pages.ts';
import { refuse } from './refusal.ts';

export const peopleMethods: Methods = {
  'users.info': { token: 'bot', scope: 'users:read', pace: perMinute(100), run: info },
  'users.list': { token: 'bot', scope: 'users:read', pace: perMinute(20), run: list },
  'users.lookupByEmail': { token: 'bot', scope: 'users:read.email', pace: perMinute(50), run: lookUp },
  'users.conversations': { token: 'bot', scope: 'channels:read', pace: perMinute(50), run: conversations },
  'usergroups.list': { token: 'bot', scope: 'usergroups:read', pace: perMinute(20), run: groups },
  'usergroups.users.list': { token: 'bot', scope: 'usergroups:read', pace: perMinute(20), run: groupMembers },
};

function shapeFor({ workspace: { settings } }: Call) {
  const withEmail = settings.scopes === 'all' || settings.scopes.includes('users:read.email');
  return (person: Person): Json => personShape(person, withEmail);
}

function info(call: Call): Json {
  return { user: shapeFor(call)(neededPerson(call)) };
}

function list(call: Call): Json {
  const { workspace, args } = call;
  const people = Object.values(workspace.store.state.people);
  const { page, next } = pageOf(people, args, { usual: 1000, most: 1000 });
  return { members: page.map(shapeFor(call)), cache_ts: workspace.store.seconds(), ...nextCursor(next) };
}

/** People who have left, and people of other companies, aren't found by their address. */
function lookUp(call: Call): Json {
  const { workspace, args } = call;
  const email = args.needed('email', 'users_not_found').toLowerCase();
  const found = Object.values(workspace.store.state.people).find(
    (person) => person.email.toLowerCase() === email && !person.deleted && !person.isStranger,
  );
  return { user: shapeFor(call)(found ?? refuse('users_not_found')) };
}

/** What the person is in, as far as the bot can see it. */
function conversations(call: Call): Json {
  const { workspace, args } = call;
  const { store } = workspace;
  const user = args.text('user') ?? BOT_USER_ID;
  if (!store.state.people[user]) refuse('user_not_found');
  const wanted = wantedKinds(call);
  const channels = store
    .channels()
    .filter((channel) => channel.members.includes(user) && wanted.includes(kindOf(channel)))
    .filter((channel) => !channel.isPrivate || store.botIsIn(channel))
    .filter(({ isArchived }) => !(isArchived && args.flag('exclude_archived')));
  const { page, next } = pageOf(channels, args, { usual: 100, most: 999 });
  return { channels: page.map((channel) => channelShape(store, channel)), ...nextCursor(next) };
}

function groups({ workspace, args }: Call): Json {
  const listed = Object.values(workspace.store.state.groups).filter(
    ({ isDisabled }) => !isDisabled || args.flag('include_disabled'),
  );
  return { usergroups: listed.map((group) => groupShape(group, args.flag('include_users'))) };
}

function groupMembers({ workspace, args }: Call): Json {
  const group = workspace.store.state.groups[args.needed('usergroup')] ?? refuse('no_such_subteam');
  if (group.isDisabled && !args.flag('include_disabled')) refuse('no_such_subteam');
  return { users: [...group.people] };
}
