import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebClient } from '@slack/web-api';
import { connectWorkspace } from '../../../practice/client.ts';
import type { WorkspaceOptions } from '../../../practice/core/options.ts';
import { startWorkspace } from '../../../practice/workspace.ts';

/** A quiet workspace, seen through the Web API's own client and through the practice client. */
export async function aWorkspace(options: WorkspaceOptions = {}) {
  const workspace = await startWorkspace({
    scopes: [],
    rateLimits: false,
    log: () => {},
    ...options,
    ...all(options),
  });
  const slack = new WebClient(workspace.botToken, {
    slackApiUrl: workspace.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: quiet,
  });
  return {
    ...workspace,
    slack,
    client: connectWorkspace(workspace.url),
    [Symbol.asyncDispose]: workspace.close,
  };
}

const FAMILIES = ['channels', 'groups', 'im', 'mpim'];
const EVERY_SCOPE = FAMILIES.flatMap((each) => [`${each}:read`, `${each}:history`, `${each}:write`]).concat(
  ['chat:write', 'channels:join', 'channels:manage', 'reactions:read', 'reactions:write', 'usergroups:read'],
  ['users:read', 'users:read.email', 'team:read', 'emoji:read', 'commands', 'files:read', 'files:write'],
);

function all({ scopes }: WorkspaceOptions): WorkspaceOptions {
  return { scopes: scopes ?? EVERY_SCOPE };
}

export const quiet = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => 'error' as never,
  setName: () => {},
};

export type Payload = {
  readonly type?: string;
  readonly command?: string;
  readonly trigger_id?: string;
  readonly response_url?: string;
  readonly event_id?: string;
  readonly event?: { readonly type: string; readonly user?: string; readonly [key: string]: unknown };
  readonly [key: string]: unknown;
};

export type Received = {
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
  readonly payload: Payload;
};

type Reply = { status?: number; body?: unknown; headers?: Record<string, string> };

/** An app that remembers everything it is sent and answers as the test says. */
export async function anApp(answer: (received: Received) => Reply | Promise<Reply> = () => ({})) {
  const received: Received[] = [];
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks).toString();
    const arrived = { headers: incoming.headers, raw, payload: parse(incoming.headers, raw) };
    received.push(arrived);
    const { status = 200, body, headers } = await answer(arrived);
    outgoing.writeHead(status, headers).end(typeof body === 'object' ? JSON.stringify(body) : body);
  };
  const server = createServer((incoming, outgoing) => void serve(incoming, outgoing));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`,
    received,
    /** The events that arrived, without their envelopes. */
    events: (type?: string) =>
      received.flatMap(({ payload }) => payload.event ?? []).filter((event) => !type || event.type === type),
    payloads: (type: string) => received.map(({ payload }) => payload).filter((each) => each.type === type),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function parse(headers: IncomingHttpHeaders, raw: string): Payload {
  if (headers['content-type'] === 'application/json') return JSON.parse(raw) as Payload;
  const form = Object.fromEntries(new URLSearchParams(raw));
  return form.payload ? (JSON.parse(form.payload) as Payload) : form;
}

/** The error code that a call is refused with. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'none';
  } catch (error) {
    return (error as { data?: { error?: string } }).data?.error ?? String(error);
  }
}

export const plain = (text: string) => ({ type: 'plain_text' as const, text });

export const section = (text: string) => ({ type: 'section' as const, text: plain(text) });
