import type { Settings, Transport } from '../core/options.ts';
import type { Json } from '../json.ts';
import type { AppAnswer } from './answer.ts';
import { openHttpDelivery } from './http-delivery.ts';
import { openSockets } from './sockets.ts';

/** One thing to tell the app, in both of Slack's ways of saying it. */
export type Delivery = {
  readonly socketType: 'events_api' | 'interactive' | 'slash_commands';
  readonly payload: Json;
  readonly retry?: { readonly number: number; readonly reason: string } | undefined;
};

/** The way to the app. It outlives resets of the workspace, as the app's connections do. */
export function openConnection(settings: Settings, signingSecret: () => string) {
  const http = openHttpDelivery();
  const sockets = openSockets();
  let requestUrl: string | undefined;
  let transport: Transport = settings.transport;

  const overHttp = async (delivery: Delivery): Promise<AppAnswer> => {
    if (!requestUrl) return { kind: 'unreachable' };
    const encoded = encode(delivery);
    const signing = { secret: signingSecret(), now: settings.now, withinMs: settings.acknowledgeWithinMs };
    return await http.send({ url: requestUrl, headers: retryHeaders(delivery), ...encoded }, signing);
  };
  const overSocket = async ({ socketType, payload, retry }: Delivery): Promise<AppAnswer> =>
    await sockets.send(
      {
        type: socketType,
        payload,
        accepts_response_payload: socketType !== 'events_api',
        ...(socketType === 'events_api' && {
          retry_attempt: retry?.number ?? 0,
          retry_reason: retry?.reason ?? '',
        }),
      },
      settings.acknowledgeWithinMs,
    );

  return {
    sockets,
    send: async (delivery: Delivery): Promise<AppAnswer> =>
      transport === 'socket' ? await overSocket(delivery) : await overHttp(delivery),
    /** Whether there is anybody to tell: over HTTP only once the app has given its address. */
    isAwaited: () => transport === 'socket' || requestUrl !== undefined,
    requestUrl: () => requestUrl,
    setRequestUrl(url: string): void {
      requestUrl = url;
    },
    setTransport(next: Transport): void {
      transport = next;
    },
    transport: () => transport,
    close(): void {
      sockets.close();
      http.close();
    },
  };
}

export type Connection = ReturnType<typeof openConnection>;

function encode({ socketType, payload }: Delivery) {
  if (socketType === 'events_api') {
    return { contentType: 'application/json', body: JSON.stringify(payload) } as const;
  }
  const form: [string, string][] =
    socketType === 'slash_commands'
      ? Object.entries(payload).map(([key, value]) => [key, String(value)])
      : [['payload', JSON.stringify(payload)]];
  return {
    contentType: 'application/x-www-form-urlencoded',
    body: new URLSearchParams(form).toString(),
  } as const;
}

function retryHeaders({ retry }: Delivery): Record<string, string> {
  if (!retry) return {};
  return { 'x-slack-retry-num': String(retry.number), 'x-slack-retry-reason': retry.reason };
}
