import { perMinute } from '../core/rate-limits.ts';
import type { Json } from '../json.ts';
import { channelShape } from '../state/channel-shape.ts';
import type { Channel } from '../state/records.ts';
import { scopeByKind, visibleChannel } from './conversation.ts';
import type { Call, Method, Methods } from './method.ts';
import { nextCursor, pageOf } from './pages.ts';
import { refuse } from './refusal.ts';

const readAt = (calls: number, run: Method['run']): Method => ({
  token: 'bot',
  scope: scopeByKind('read'),
  pace: perMinute(calls),
  run,
});

export const conversationMethods: Methods = {
  'conversations.open': { token: 'bot', scope: 'im:write', pace: perMinute(50), run: open },
  'conversations.list': readAt(20, list),
  'conversations.info': readAt(50, info),
  'conversations.members': readAt(100, members),
};

function open({ workspace: { store, changed }, args }: Call): Json {
  const [user, ...others] = args.words('users');
  if (!user) return refuse('users_list_not_supplied');
  if (others.length > 0) return refuse('method_not_supported_for_channel_type');
  const person = store.state.people[user] ?? refuse('user_not_found');
  if (person.deleted) refuse('user_disabled');
  const channel = store.directMessage(person);
  changed();
  return { channel: args.flag('return_im') ? channelShape(store, channel) : { id: channel.id } };
}

function list(call: Call): Json {
  const { workspace, args } = call;
  const wanted = wantedKinds(call);
  const channels = workspace.store
    .channels()
    .filter((channel) => wanted.includes(kindOf(channel)))
    .filter((channel) => !channel.isPrivate || workspace.store.botIsIn(channel))
    .filter(({ isArchived }) => !(isArchived && args.flag('exclude_archived')));
  const { page, next } = pageOf(channels, args, { usual: 100, most: 1000 });
  return { channels: page.map((channel) => channelShape(workspace.store, channel)), ...nextCursor(next) };
}

const SCOPE_OF_KIND: Readonly<Record<string, string>> = {
  public_channel: 'channels:read',
  private_channel: 'groups:read',
  im: 'im:read',
  mpim: 'mpim:read',
};

/** The kinds that the call asks for; each needs a scope of its own. */
export function wantedKinds({ workspace: { settings }, args }: Call): readonly string[] {
  const kinds = args.words('types');
  for (const kind of kinds) {
    const scope = SCOPE_OF_KIND[kind] ?? refuse('invalid_types');
    const granted = settings.scopes === 'all' || settings.scopes.includes(scope);
    if (!granted) refuse('missing_scope', { needed: scope, provided: settings.scopes.toString() });
  }
  return kinds.length > 0 ? kinds : ['public_channel'];
}

export function kindOf({ kind, isPrivate }: Channel): string {
  if (kind !== 'channel') return kind;
  return isPrivate ? 'private_channel' : 'public_channel';
}

function info(call: Call): Json {
  return { channel: channelShape(call.workspace.store, visibleChannel(call)) };
}

function members(call: Call): Json {
  const { page, next } = pageOf(visibleChannel(call).members, call.args, { usual: 100, most: 1000 });
  return { members: page, ...nextCursor(next) };
}
