import { addReaction, type Reacting, removeReaction } from '../acts/reactions.ts';
import { perMinute } from '../core/rate-limits.ts';
import type { Json } from '../json.ts';
import { BOT_USER_ID } from '../state/identity.ts';
import { messageShape } from '../state/message-shape.ts';
import type { Channel } from '../state/records.ts';
import { permalinkOf } from './chat.ts';
import { joinedChannel } from './conversation.ts';
import type { Call, Methods } from './method.ts';
import { refuse } from './refusal.ts';

export const reactionMethods: Methods = {
  'reactions.add': { token: 'bot', scope: 'reactions:write', pace: perMinute(50), run: add },
  'reactions.remove': { token: 'bot', scope: 'reactions:write', pace: perMinute(20), run: remove },
  'reactions.get': { token: 'bot', scope: 'reactions:read', pace: perMinute(50), run: get },
};

function reactingIn(call: Call): { channel: Channel; reacting: Reacting } {
  const channel = joinedChannel(call);
  const message =
    call.workspace.store.messages.find(channel.id, call.args.needed('timestamp', 'message_not_found')) ??
    refuse('message_not_found');
  const name = call.args.text('name')?.replaceAll(':', '') ?? '';
  return { channel, reacting: { message, user: BOT_USER_ID, name } };
}

function add(call: Call): Json {
  const { channel, reacting } = reactingIn(call);
  if (channel.isArchived) refuse('is_archived');
  if (!/^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/.test(reacting.name)) refuse('invalid_name');
  return addReaction(call.workspace, channel, reacting) ? {} : refuse('already_reacted');
}

function remove(call: Call): Json {
  const { channel, reacting } = reactingIn(call);
  return removeReaction(call.workspace, channel, reacting) ? {} : refuse('no_reaction');
}

function get(call: Call): Json {
  const { channel, reacting } = reactingIn(call);
  const message = {
    ...messageShape(call.workspace.store, reacting.message),
    permalink: permalinkOf(reacting.message),
  };
  return { type: 'message', channel: channel.id, message };
}
