import { type FetchFunction, type Logger, WebClient, type WebClientOptions } from '@slack/web-api';
import type { Metrics } from '../platform/metrics.ts';

type Options = {
  readonly token: string;
  readonly apiUrl: string;
  readonly logger: Logger;
  readonly metrics: Metrics;
};

/**
 * Three clients, because a 429 pauses all that a client does, and what each may wait for differs:
 * `interactive` serves an open trigger (3 s), `posting` is retried by the outbox alone, `reads` by the jobs that read.
 */
export type SlackClients = {
  readonly interactive: WebClientOptions;
  readonly posting: WebClient;
  readonly reads: WebClient;
};

export function createClients({ token, apiUrl, logger, metrics }: Options): SlackClients {
  const fetch = guardedFetch(apiUrl, metrics);
  // A new object each time, and never `headers`: the SDK writes the token into the object it is given.
  const options = (timeout: number): WebClientOptions => ({
    slackApiUrl: apiUrl,
    logger,
    timeout,
    fetch,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
  });
  return {
    interactive: options(2_500),
    posting: new WebClient(token, options(10_000)),
    reads: new WebClient(token, options(5_000)),
  };
}

/**
 * Counts calls, watches Slack's clock, and refuses to send anything to another host: the bot token and
 * what a person is told must not go where a forged payload (`response_url`, a file's address) points.
 */
export function guardedFetch(apiUrl: string, metrics: Metrics, inner: FetchFunction = fetch): FetchFunction {
  const allowed = new Set([new URL(apiUrl).host, 'slack.com', 'hooks.slack.com']);
  const protocol = new URL(apiUrl).protocol;
  return async (address, init) => {
    const url = new URL(address);
    if (!allowed.has(url.host) || (url.protocol !== 'https:' && url.protocol !== protocol)) {
      throw new ForeignHost();
    }
    const method = methodOf(url);
    try {
      const response = await inner(address, init);
      if (response.status === 429) metrics.rateLimited.inc({ method });
      metrics.slackCalls.inc({ method, outcome: `${response.status}` });
      noteSkew(metrics, response.headers.get('date'));
      return response;
    } catch (error) {
      metrics.slackCalls.inc({ method, outcome: 'no_answer' });
      throw error;
    }
  };
}

export class ForeignHost extends Error {
  readonly code = 'foreign_host';
}

/** Names of methods come from our own code; anything else is one label, so that metrics stay few. */
function methodOf({ pathname }: URL): string {
  const name = pathname.slice(pathname.lastIndexOf('/') + 1);
  return /^[a-z]+(\.[a-zA-Z]+){1,3}$/.test(name) ? name : 'response_url';
}

function noteSkew(metrics: Metrics, date: string | null): void {
  const theirs = date === null ? Number.NaN : Date.parse(date);
  if (Number.isFinite(theirs))
    metrics.clockSkew.set({ against: 'slack' }, Math.round((Date.now() - theirs) / 1000));
}
