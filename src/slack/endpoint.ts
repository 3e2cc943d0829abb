import type { Answer, Request, Route } from '../platform/http-server.ts';
import type { Log } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import { unreachable } from '../shared/unreachable.ts';
import type { Gateway, Verdict } from './gateway.ts';
import { parseIncoming } from './payload.ts';
import { verifySignature } from './signature.ts';

type Deps = {
  readonly gateway: Gateway;
  readonly signingSecret: string;
  readonly now: () => Date;
  readonly log: Log;
  readonly metrics: Metrics;
};

export const SLACK_PATH = '/slack/events';
/** A view may be 250 KB, its values add to that, and form encoding may triple it. */
const MAX_BYTES = 2_000_000;

/** Slack's HTTP endpoint: events, interactions, commands and options alike. */
export function slackRoute(deps: Deps): Route {
  return {
    method: 'POST',
    path: SLACK_PATH,
    maxBytes: MAX_BYTES,
    answer: async (request) => await answer(deps, request),
  };
}

async function answer(deps: Deps, { headers, body }: Request): Promise<Answer> {
  const { gateway, signingSecret, now, log, metrics } = deps;
  const refuse = (status: number, outcome: 'too_large' | 'forged' | 'stale' | 'malformed'): Answer => {
    metrics.requests.inc({ kind: 'refused', outcome });
    log.warn('slack.request-refused', { outcome });
    return { status };
  };

  if (body === undefined) return refuse(413, 'too_large');
  const timestamp = headers['x-slack-request-timestamp'];
  const verdict = verifySignature(
    signingSecret,
    { timestamp, signature: headers['x-slack-signature'], body },
    now(),
  );
  if (verdict !== 'genuine') return refuse(401, verdict);
  const incoming = parseIncoming(headers['content-type'] ?? '', body.toString('utf8'));
  if (incoming === undefined) return refuse(400, 'malformed');

  return await gateway.receive(incoming).then(inHttp, (error: unknown) => {
    // Not stored, so not acknowledged: Slack sends an event again, and a person is told that it didn't work.
    log.failure('slack.request-failed', error);
    metrics.requests.inc({ kind: incoming.kind, outcome: 'unstored' });
    return { status: 503 };
  });
}

function inHttp(verdict: Verdict): Answer {
  switch (verdict.kind) {
    case 'acknowledged':
      if (verdict.body === undefined) return { status: 200 };
      if (typeof verdict.body === 'string') return { status: 200, type: 'text/plain', body: verdict.body };
      return { status: 200, type: 'application/json; charset=utf-8', body: JSON.stringify(verdict.body) };
    case 'unheard':
      return { status: 404 };
    case 'failed':
      return { status: 503 };
    default:
      return unreachable(verdict);
  }
}
