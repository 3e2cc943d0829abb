import type { ReceiverEvent } from '@slack/bolt';
import type { Database } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { Log } from '../platform/log.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { Vault } from '../platform/vault.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import { unreachable } from '../shared/unreachable.ts';
import { isOwnEcho } from './inbox/echo.ts';
import { receiveEvent } from './inbox/inbox.ts';
import type { Envelope, Incoming } from './payload.ts';

/** What Slack is to be told. `body` is a form's errors, options, a view, or nothing. */
export type Verdict =
  | { readonly kind: 'acknowledged'; readonly body?: unknown }
  | { readonly kind: 'unheard' }
  | { readonly kind: 'failed' };

type Deps = {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly vault: Vault;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly workspace: { readonly id: WorkspaceId; readonly botId: string };
};

export type Gateway = {
  readonly receive: (incoming: Incoming) => Promise<Verdict>;
  /** Waits until no interaction is being worked on, or the time is up. */
  readonly drain: (withinMs: number) => Promise<void>;
};

/** An interaction that nobody acknowledged by then never will be; the person has seen Slack's error long before. */
const GIVES_UP_MS = 10_000;

/**
 * Where both transports end: events into the inbox, interactions straight to the listeners. `catchUp` is told when
 * there may be events that never came in: Slack held some back, or gave up sending some that could not be stored.
 */
export function createGateway(
  deps: Deps,
  listeners: (event: ReceiverEvent) => Promise<void>,
  catchUp: () => Promise<void>,
): Gateway {
  const running = new Set<Promise<void>>();
  const keep = keeping(deps, catchUp);

  const interact = async (body: Envelope): Promise<Verdict> => {
    const { promise, resolve } = Promise.withResolvers<Verdict>();
    const ack = async (answer?: unknown): Promise<void> => {
      resolve({ kind: 'acknowledged', ...(answer !== undefined && { body: answer }) });
    };
    const work = listeners({ body, ack })
      .then(() => resolve({ kind: 'unheard' }))
      .catch((error: unknown) => {
        deps.log.failure('slack.listener-failed', error);
        resolve({ kind: 'failed' });
      })
      .finally(() => running.delete(work));
    running.add(work);
    const timer = setTimeout(() => resolve({ kind: 'failed' }), GIVES_UP_MS);
    return await promise.finally(() => clearTimeout(timer));
  };

  return {
    receive: async (incoming) => {
      const started = performance.now();
      const verdict = await route(deps, incoming, { interact, keep, catchUp });
      deps.metrics.requests.inc({ kind: incoming.kind, outcome: verdict.kind });
      deps.metrics.acknowledgement.observe({ kind: incoming.kind }, (performance.now() - started) / 1000);
      return verdict;
    },
    drain: async (withinMs) => {
      const timeUp = new Promise<void>((resolve) => void setTimeout(resolve, withinMs).unref());
      await Promise.race([Promise.allSettled(running).then(() => {}), timeUp]);
    },
  };
}

type Event = Extract<Incoming, { kind: 'event' }>;

/**
 * Stores events. Slack sends one that we don't acknowledge three times more, within about six minutes, and then never;
 * so after the first that can be stored again it is looked up what the others may have said.
 */
function keeping(deps: Deps, catchUp: () => Promise<void>) {
  let hasRefused = false;
  return async (event: Event): Promise<void> => {
    try {
      await receiveEvent(deps, event);
    } catch (error) {
      hasRefused = true;
      throw error;
    }
    if (!hasRefused) return;
    hasRefused = false;
    await catchUp().catch((error: unknown) => {
      hasRefused = true;
      deps.log.failure('slack.catch-up-not-requested', error);
    });
  };
}

type Ways = {
  readonly interact: (body: Envelope) => Promise<Verdict>;
  readonly keep: (event: Event) => Promise<void>;
  readonly catchUp: () => Promise<void>;
};

async function route(deps: Deps, incoming: Incoming, { interact, keep, catchUp }: Ways): Promise<Verdict> {
  switch (incoming.kind) {
    case 'challenge':
      return { kind: 'acknowledged', body: { challenge: incoming.challenge } };
    case 'certificate-check':
      return { kind: 'acknowledged' };
    case 'event':
      if (!isOwnEcho(incoming.body, deps.workspace.botId)) await keep(incoming);
      return { kind: 'acknowledged' };
    case 'rate-limited':
      deps.log.warn('slack.events-were-dropped', { minute: incoming.minute });
      await catchUp();
      return { kind: 'acknowledged' };
    case 'shortcut':
    case 'command':
    case 'click':
    case 'submission':
    case 'closing':
    case 'options':
    case 'other':
      return await interact(incoming.body);
    default:
      return unreachable(incoming);
  }
}
