import { randomUUID } from 'node:crypto';
import type { RunningApp } from '../../src/app.ts';
import { signWebhook } from '../../src/feedback/webhook-signature.ts';
import type { SentFeedback } from '../../src/feedback/wire.ts';
import { FEEDBACK } from './desk.ts';

export const CHANNEL = 'web-member-feedback';
const KEY = FEEDBACK.keys.map(({ key }) => key)[0] ?? Buffer.alloc(0);

type Body = Partial<Record<keyof SentFeedback, unknown>>;

let sent = 0;

/** A comment as the website sends it; whole unless changed. */
export function aComment(changes: Body = {}) {
  sent += 1;
  return {
    id: `c-${process.pid}-${sent}`,
    memberRef: 'OSC112232',
    state: 'FL',
    responseId: '31719',
    rating: 'good',
    page: 'pulse-point-billing-center',
    comment: `Absolutely LOVE how easy the website is! ${sent}`,
    submittedAt: new Date().toISOString(),
    ...changes,
  };
}

export type Answered = { readonly status: number; readonly headers: Headers; readonly body: unknown };

export type SendOptions = {
  readonly path?: string;
  readonly key?: Buffer;
  /** Seconds since 1970; now, unless told. */
  readonly timestamp?: number;
  readonly id?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Signs and sends, as a sender does. A text or bytes go as they are. */
export async function sendFeedback(
  app: Pick<RunningApp, 'port'>,
  body: unknown,
  { path = '/webhooks/feedback', key = KEY, id = randomUUID(), ...options }: SendOptions = {},
): Promise<Answered> {
  const bytes = Buffer.isBuffer(body)
    ? body
    : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const timestamp = options.timestamp ?? Math.floor(Date.now() / 1000);
  const response = await fetch(`http://127.0.0.1:${app.port}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signWebhook(key, { id, timestamp, body: bytes }),
      ...options.headers,
    },
    body: new Uint8Array(bytes),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

export const sendBatch = async (
  app: Pick<RunningApp, 'port'>,
  comments: readonly unknown[],
  options: SendOptions = {},
) => await sendFeedback(app, { comments }, { ...options, path: '/webhooks/feedback/batch' });
