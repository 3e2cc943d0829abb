import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { AppAnswer } from './answer.ts';

export type HttpDelivery = {
  readonly url: string;
  readonly body: string;
  readonly contentType: 'application/json' | 'application/x-www-form-urlencoded';
  readonly headers?: Readonly<Record<string, string>>;
};

type Signing = { readonly secret: string; readonly now: () => number; readonly withinMs: number };

/** Posts to the app as Slack does: signed, and given up after `withinMs`. */
export function openHttpDelivery() {
  const agent = new Agent({ keepAlive: true, maxSockets: 40 });
  return {
    send: async (delivery: HttpDelivery, signing: Signing): Promise<AppAnswer> =>
      await post(agent, delivery, signing),
    close: (): void => agent.destroy(),
  };
}

async function post(agent: Agent, delivery: HttpDelivery, signing: Signing): Promise<AppAnswer> {
  const timestamp = Math.floor(signing.now() / 1000).toString();
  const base = `v0:${timestamp}:${delivery.body}`;
  const headers = {
    'content-type': delivery.contentType,
    'content-length': Buffer.byteLength(delivery.body),
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${createHmac('sha256', signing.secret).update(base).digest('hex')}`,
    ...delivery.headers,
  };
  return await new Promise<AppAnswer>((resolve) => {
    const outgoing = request(delivery.url, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', () => resolve({ kind: 'failed' }));
      response.on('end', () =>
        resolve({
          kind: 'answered',
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).toString('utf8'),
          noRetry: response.headers['x-slack-no-retry'] === '1',
        }),
      );
    });
    const timer = setTimeout(() => {
      resolve({ kind: 'timeout' });
      outgoing.destroy();
    }, signing.withinMs);
    outgoing.on('close', () => clearTimeout(timer));
    outgoing.on('error', () => {
      // A kept connection that the app had closed meanwhile says nothing about the app: try a fresh one.
      if (outgoing.reusedSocket) resolve(post(new Agent(), delivery, signing));
      else resolve({ kind: 'failed' });
    });
    outgoing.end(delivery.body);
  });
}
