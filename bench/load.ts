import { Agent, type IncomingMessage, request } from 'node:http';
import { signed } from './signed.ts';

export type Load = {
  readonly url: string;
  readonly secret: string;
  readonly bodies: readonly string[];
  readonly concurrency: number;
  readonly contentType?: string;
};

export type Acknowledged = {
  /** Milliseconds from sending to the whole answer, one for each request. */
  readonly times: readonly number[];
  readonly seconds: number;
};

/** Sends all of them, so many at a time, over connections that stay open, as a load balancer does. */
export async function sendAll({
  url,
  secret,
  bodies,
  concurrency,
  contentType,
}: Load): Promise<Acknowledged> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const waiting = bodies.values();
  const times: number[] = [];
  const started = performance.now();
  const sender = async (): Promise<void> => {
    for (const body of waiting)
      times.push(await sendOne(agent, url, { headers: signed(secret, body, contentType), body }));
  };
  await Promise.all(Array.from({ length: concurrency }, sender));
  agent.destroy();
  return { times, seconds: (performance.now() - started) / 1000 };
}

type Sending = { readonly headers: Record<string, string>; readonly body: string };

async function sendOne(agent: Agent, url: string, { headers, body }: Sending): Promise<number> {
  const started = performance.now();
  const { status, text } = await new Promise<{ status: number; text: string }>((resolve, reject) => {
    const outgoing = request(url, { method: 'POST', agent, headers }, (answer: IncomingMessage) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      answer.on('error', reject);
    });
    outgoing.on('error', reject).end(body);
  });
  // An answer with a body means that the form stays open with an error.
  if (status !== 200 || text !== '') throw new Error(`A submission was answered with ${status}: ${text}`);
  return performance.now() - started;
}

/** The value below which that share of the others lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
