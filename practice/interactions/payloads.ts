import type { Workspace } from '../core/workspace.ts';
import { compact, type Json } from '../json.ts';
import { APP_ID, BOT_ID, BOT_USER_ID, TEAM_DOMAIN, TEAM_ID, VERIFICATION_TOKEN } from '../state/identity.ts';
import { messageShape } from '../state/message-shape.ts';
import type { Channel, Person } from '../state/records.ts';
import { type OpenView, viewShape } from '../views/open-views.ts';
import type { Shown } from './scene.ts';

/** What every interaction carries. */
export function interaction(type: string, person: Person): Json {
  return {
    type,
    team: { id: TEAM_ID, domain: TEAM_DOMAIN },
    user: { id: person.id, username: person.name, name: person.name, team_id: person.teamId },
    api_app_id: APP_ID,
    token: VERIFICATION_TOKEN,
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** Where a person acts: in an open view, or on a message. */
export type Place =
  | { readonly kind: 'view'; readonly view: OpenView }
  | { readonly kind: 'message'; readonly shown: Shown };

export function placeShape(workspace: Workspace, person: Person, place: Place): Json {
  if (place.kind === 'view') {
    return { container: { type: 'view', view_id: place.view.id }, view: viewShape(place.view) };
  }
  const { channel, message, notice } = place.shown;
  const ts = message?.ts ?? notice?.ts ?? '';
  const threadTs = message?.threadTs ?? notice?.threadTs;
  return compact({
    container: compact({
      type: 'message',
      message_ts: ts,
      channel_id: channel.id,
      is_ephemeral: message === undefined,
      thread_ts: threadTs,
    }),
    channel: { id: channel.id, name: channelLabel(channel) },
    message: message ? messageShape(workspace.store, message, true) : noticeShape(place.shown),
    response_url: workspace.responseUrls.issue({ channel: channel.id, user: person.id, messageTs: ts }),
  });
}

/** An ephemeral message arrives with the app's name and its text at most, never as it stood. */
function noticeShape({ notice }: Shown): Json {
  return compact({
    type: 'message',
    user: BOT_USER_ID,
    bot_id: BOT_ID,
    app_id: APP_ID,
    ts: notice?.ts,
    text: notice?.text,
  });
}

export function channelLabel({ kind, isPrivate, name }: Channel): string {
  if (kind === 'im') return 'directmessage';
  return isPrivate ? 'privategroup' : name;
}
