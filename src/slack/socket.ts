import { SocketModeClient } from '@slack/socket-mode';
import type { Logger } from '@slack/web-api';
import { z } from 'zod';
import type { Log } from '../platform/log.ts';
import type { Gateway } from './gateway.ts';
import { recognise } from './payload.ts';

type Deps = {
  readonly gateway: Gateway;
  readonly appToken: string;
  readonly apiUrl: string;
  readonly logger: Logger;
  readonly log: Log;
  /** Told when a connection is there again after none was: what happened meanwhile may never be sent. */
  readonly catchUp: () => Promise<void>;
};

export type Socket = {
  readonly start: () => Promise<void>;
  readonly isConnected: () => boolean;
  readonly stop: () => Promise<void>;
};

/**
 * Slack closes each connection every few hours, and the client needs about five seconds for a new one.
 * With two, people's clicks in that gap find the other.
 */
const CONNECTIONS = 2;

/** Socket Mode, for where no request can come in from outside. What arrives takes the same way as over HTTP. */
export function createSocket(deps: Deps): Socket {
  const gap = watchForGaps(deps);
  const connections = Array.from({ length: CONNECTIONS }, () => connection(deps, gap));
  return {
    start: async () => void (await Promise.all(connections.map(async ({ client }) => await client.start()))),
    isConnected: () => connections.some(({ isOpen }) => isOpen()),
    stop: async () =>
      void (await Promise.all(connections.map(async ({ client }) => await client.disconnect()))),
  };
}

type Gaps = { readonly opened: () => void; readonly closed: () => void };

function watchForGaps({ catchUp, log }: Pick<Deps, 'catchUp' | 'log'>): Gaps {
  let open = 0;
  let isGap = false;
  return {
    opened: () => {
      open += 1;
      if (!isGap) return;
      isGap = false;
      catchUp().catch((error: unknown) => log.failure('slack.catch-up-not-requested', error));
    },
    closed: () => {
      open -= 1;
      if (open === 0) isGap = true;
    },
  };
}

const Arrival = z.object({
  ack: z.custom<(body?: unknown) => Promise<void>>((value) => typeof value === 'function'),
  body: z.record(z.string(), z.unknown()),
});

function connection({ gateway, appToken, apiUrl, logger, log }: Deps, gap: Gaps) {
  const client = new SocketModeClient({
    appToken,
    logger,
    clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 100, factor: 1.3 }, timeout: 10_000 },
  });
  let open = false;
  client.on('connected', () => {
    if (!open) gap.opened();
    open = true;
  });
  for (const event of ['reconnecting', 'disconnecting', 'disconnected', 'close']) {
    client.on(event, () => {
      if (open) gap.closed();
      open = false;
    });
  }
  guardAgainstPoison(client, log);
  client.on('slack_event', (arrival: unknown) => {
    void receive(gateway, arrival, log);
  });
  return { client, isOpen: () => open };
}

async function receive(gateway: Gateway, arrival: unknown, log: Log): Promise<void> {
  try {
    const { ack, body } = Arrival.parse(arrival);
    const incoming = recognise(body);
    if (incoming === undefined) {
      log.warn('slack.request-refused', { outcome: 'malformed' });
      return;
    }
    const verdict = await gateway.receive(incoming);
    // No acknowledgement for what wasn't stored or heard: Slack sends an event again, and tells a person that it failed.
    if (verdict.kind === 'acknowledged') await ack(verdict.body);
  } catch (error) {
    log.failure('slack.request-failed', error);
  }
}

/** The client reads into an envelope without a look at its shape; what that throws would end the process. */
function guardAgainstPoison(client: SocketModeClient, log: Log): void {
  const inner = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (...message: unknown[]) => {
    for (const listener of inner) {
      // The listener is asynchronous, but its type doesn't say so.
      new Promise((resolve) => resolve(Reflect.apply(listener, client, message))).catch((error: unknown) =>
        log.failure('slack.envelope-refused', error),
      );
    }
  });
}
