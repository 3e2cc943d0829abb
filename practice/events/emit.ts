import { randomBytes } from 'node:crypto';
import type { Workspace } from '../core/workspace.ts';
import type { Json } from '../json.ts';
import { APP_ID, BOT_USER_ID, TEAM_ID, VERIFICATION_TOKEN } from '../state/identity.ts';
import type { Channel } from '../state/records.ts';

/** Tells the app about what happened in a conversation, if the bot is in it and the app has subscribed. */
export function emitIn(workspace: Workspace, channel: Channel, event: Json): void {
  if (workspace.store.botIsIn(channel)) emit(workspace, event, channel);
}

/** Tells the app about what concerns the whole workspace or one person. */
export function emit(workspace: Workspace, event: Json, channel?: Channel): void {
  if (!isSubscribed(workspace, subscriptionFor(String(event.type), channel))) return;
  workspace.events.push(envelope(workspace, event, channel?.isExtShared ?? false));
}

function isSubscribed({ settings: { events } }: Workspace, name: string): boolean {
  return events === 'all' || events.includes(name);
}

/** What a manifest calls the subscription: messages are subscribed to by kind of conversation. */
function subscriptionFor(type: string, channel: Channel | undefined): string {
  if (type !== 'message') return type;
  if (channel?.kind === 'im') return 'message.im';
  if (channel?.kind === 'mpim') return 'message.mpim';
  return channel?.isPrivate ? 'message.groups' : 'message.channels';
}

function envelope({ store }: Workspace, event: Json, isExtShared: boolean): Json {
  return {
    token: VERIFICATION_TOKEN,
    team_id: TEAM_ID,
    context_team_id: TEAM_ID,
    context_enterprise_id: null,
    api_app_id: APP_ID,
    event: { event_ts: store.nextTs(), ...event },
    type: 'event_callback',
    event_id: `Ev0${randomBytes(6).toString('hex').toUpperCase()}`,
    event_time: store.seconds(),
    authorizations: [
      {
        enterprise_id: null,
        team_id: TEAM_ID,
        user_id: BOT_USER_ID,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: isExtShared,
    event_context: `4-${randomBytes(8).toString('hex')}`,
  };
}
