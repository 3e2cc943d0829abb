import { perMinute } from '../core/rate-limits.ts';
import type { Json } from '../json.ts';
import { APP_ID, BOT_ID, BOT_USER_ID, TEAM_DOMAIN, TEAM_ID, TEAM_NAME } from '../state/identity.ts';
import type { Call, Methods } from './method.ts';

export const teamMethods: Methods = {
  'auth.test': { token: 'bot', run: whoAmI },
  'apps.connections.open': { token: 'app', pace: perMinute(50), run: openSocket },
  'team.info': { token: 'bot', scope: 'team:read', pace: perMinute(50), run: team },
  'emoji.list': { token: 'bot', scope: 'emoji:read', pace: perMinute(20), run: emoji },
  'functions.completeSuccess': { token: 'bot', pace: perMinute(50), run: completeStep },
  'functions.completeError': { token: 'bot', pace: perMinute(50), run: completeStep },
};

function whoAmI(): Json {
  return {
    url: `https://${TEAM_DOMAIN}.slack.com/`,
    team: TEAM_NAME,
    user: 'concierge',
    team_id: TEAM_ID,
    user_id: BOT_USER_ID,
    bot_id: BOT_ID,
    app_id: APP_ID,
    is_enterprise_install: false,
  };
}

function openSocket({ workspace: { connection, baseUrl } }: Call): Json {
  const address = baseUrl().replace(/^http/, 'ws');
  return { url: `${address}/socket?ticket=${connection.sockets.issueTicket()}` };
}

function team(): Json {
  return { team: { id: TEAM_ID, name: TEAM_NAME, domain: TEAM_DOMAIN, email_domain: 'practice.example' } };
}

function emoji({ workspace: { store } }: Call): Json {
  return { emoji: { ...store.state.emoji }, cache_ts: store.nextTs() };
}

/** Ends a workflow's step; what was completed stands in the record of requests. */
function completeStep({ args }: Call): Json {
  args.needed('function_execution_id', 'invalid_arguments');
  return {};
}
