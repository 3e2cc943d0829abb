import './one-realm.ts';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * One thing that goes wrong with one call. Those whose name begins with `accepted` do what was asked first, so that the
 * caller can't know.
 */
export type Fault =
  | { readonly kind: 'dropped' }
  | { readonly kind: 'accepted, dropped' }
  | { readonly kind: 'accepted, no answer'; readonly afterMs: number }
  | { readonly kind: 'accepted, cut body' }
  | { readonly kind: 'accepted, body that is no JSON'; readonly body: string }
  | { readonly kind: 'accepted, status'; readonly status: number }
  | { readonly kind: 'accepted, error'; readonly error: string }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'rate limited'; readonly seconds: number };

export type Arguments = Readonly<Record<string, string>>;
export type Call = { readonly method: string; readonly args: Arguments; readonly at: number };
export type Message = {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string | undefined;
  readonly metadata: { readonly event_type?: string; readonly event_payload?: { readonly id?: string } };
  readonly postedAt: number;
  /** What it read when posted, and after each update. */
  readonly texts: string[];
};

export type FakeSlack = AsyncDisposable & {
  /** Ends in a slash, as `slackApiUrl` does. */
  readonly url: string;
  readonly calls: readonly Call[];
  readonly messages: readonly Message[];
  readonly notices: readonly Arguments[];
  /** The next calls of the method (in that channel, when one is given) meet these faults, in this order. */
  readonly script: (method: string, faults: readonly Fault[], channel?: string) => void;
  readonly callsOf: (method: string, channel?: string) => readonly Call[];
  readonly messagesIn: (channel: string) => readonly Message[];
  /** Called before the call is done; what it returns is waited for. */
  onCall: (call: Call) => void | Promise<void>;
  /** Messages show in the history only this long after they were posted. */
  historyLagMs: number;
};

export const BOT_ID = 'B0DESK';

type Script = { readonly method: string; readonly channel: string | undefined; readonly fault: Fault };

/** A workspace of a few methods that remembers all it was asked, and can be told to fail in each way that Slack does. */
export async function fakeSlack(): Promise<FakeSlack> {
  const calls: Call[] = [];
  const messages: Message[] = [];
  const notices: Arguments[] = [];
  const scripts: Script[] = [];
  const server = createServer((request, response) => {
    void serve(request, response).catch(() => response.destroy());
  });

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = await read(request);
    calls.push(call);
    const fault = nextFault(scripts, call);
    await slack.onCall(call);
    const accepts = fault === undefined || fault.kind.startsWith('accepted');
    const answer = accepts ? act(call) : {};
    await reply(response, fault, answer);
  };

  const act = ({ method, args }: Call): object => {
    const channel = args['channel'] ?? '';
    switch (method) {
      case 'chat.postMessage': {
        const ts = timestamp(messages.length);
        messages.push({
          channel,
          ts,
          threadTs: args['thread_ts'],
          metadata: JSON.parse(args['metadata'] ?? '{}'),
          postedAt: Date.now(),
          texts: [args['text'] ?? ''],
        });
        return { ok: true, channel, ts };
      }
      case 'chat.update': {
        const message = messages.find((each) => each.channel === channel && each.ts === args['ts']);
        message?.texts.push(args['text'] ?? '');
        return message ? { ok: true, channel, ts: message.ts } : { ok: false, error: 'message_not_found' };
      }
      case 'chat.postEphemeral':
        notices.push(args);
        return { ok: true, message_ts: timestamp(900_000 + notices.length) };
      case 'conversations.open':
        return { ok: true, channel: { id: `D${(args['users'] ?? '').slice(1)}` } };
      case 'conversations.history':
        return history(args, (message) => message.threadTs === undefined);
      case 'conversations.replies':
        return history(args, ({ ts, threadTs }) => [ts, threadTs].includes(args['ts']));
      default:
        return { ok: false, error: 'unknown_method' };
    }
  };

  /** Pages of two, so that whoever looks has to turn them. */
  const history = (args: Arguments, belongs: (message: Message) => boolean): object => {
    const oldest = Number(args['oldest'] ?? 0);
    const visible = messages
      .filter((message) => message.channel === args['channel'] && belongs(message))
      .filter(({ ts, postedAt }) => Number(ts) >= oldest && Date.now() - postedAt >= slack.historyLagMs)
      .toReversed();
    const from = Number(args['cursor'] ?? 0);
    const shown = visible.slice(from, from + 2).map(({ ts, metadata, texts }) => ({
      type: 'message',
      ts,
      bot_id: BOT_ID,
      text: texts.at(-1),
      ...(args['include_all_metadata'] === 'true' && { metadata }),
    }));
    const more = from + 2 < visible.length ? `${from + 2}` : '';
    return { ok: true, messages: shown, response_metadata: { next_cursor: more } };
  };

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const slack: FakeSlack = {
    url: `http://127.0.0.1:${port}/api/`,
    calls,
    messages,
    notices,
    script: (method, faults, channel) => {
      scripts.push(...faults.map((fault) => ({ method, channel, fault })));
    },
    callsOf: (method, channel) =>
      calls.filter(
        (call) => call.method === method && (channel === undefined || call.args['channel'] === channel),
      ),
    messagesIn: (channel) => messages.filter((message) => message.channel === channel),
    onCall: () => {},
    historyLagMs: 0,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return slack;
}

async function read(request: IncomingMessage): Promise<Call> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const method = (request.url ?? '').split('/').at(-1) ?? '';
  return { method, args: Object.fromEntries(new URLSearchParams(body)), at: Date.now() };
}

function nextFault(scripts: Script[], { method, args }: Call): Fault | undefined {
  const index = scripts.findIndex(
    (each) =>
      each.method === method && (each.channel === undefined || each.channel === (args['channel'] ?? '')),
  );
  return index === -1 ? undefined : scripts.splice(index, 1)[0]?.fault;
}

async function reply(response: ServerResponse, fault: Fault | undefined, answer: object): Promise<void> {
  const json = (body: object): void => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  switch (fault?.kind) {
    case undefined:
      json(answer);
      return;
    case 'dropped':
    case 'accepted, dropped':
      response.socket?.destroy();
      return;
    case 'accepted, no answer':
      await new Promise((resolve) => setTimeout(resolve, fault.afterMs));
      response.socket?.destroy();
      return;
    case 'accepted, cut body': {
      const whole = JSON.stringify(answer);
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': whole.length });
      response.write(whole.slice(0, 9), () => response.socket?.destroy());
      return;
    }
    case 'accepted, body that is no JSON':
      response.writeHead(200, { 'content-type': 'text/html' }).end(fault.body);
      return;
    case 'accepted, status':
    case 'status':
      response.writeHead(fault.status, { 'content-type': 'text/html' }).end('<html>proxy</html>');
      return;
    case 'accepted, error':
    case 'error':
      json({ ok: false, error: fault.error });
      return;
    case 'rate limited':
      response.writeHead(429, { 'retry-after': `${fault.seconds}` }).end();
      return;
  }
}

/** Slack's form, growing, and near the present so that a search from the attempt on finds it. */
function timestamp(index: number): string {
  return `${Math.floor(Date.now() / 1000)}.${`${index + 1}`.padStart(6, '0')}`;
}
