import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { parseArgs } from 'node:util';
import { signWebhook } from '../src/feedback/webhook-signature.ts';
import { STATE_CODES } from '../src/shared/states.ts';
import { percentile } from './load.ts';

/** Sends comments over so many connections for so long, one after the other on each, and says how it went, as JSON. */
const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    key: { type: 'string' },
    connections: { type: 'string', default: '32' },
    seconds: { type: 'string', default: '4' },
    /** Each run has ids of its own. */
    run: { type: 'string', default: 'run' },
  },
});
const url = new URL(values.url ?? '');
const key = Buffer.from(values.key ?? '', 'base64');
const connections = Number(values.connections);
const texts = ['chat-with-phi', 'chat-without-phi'].flatMap((file) =>
  readFileSync(`test/phi/${file}.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): string => JSON.parse(line).text),
);
const PAGES = 40;
/** Soon all of them are known, as in the second year of a survey. */
const MEMBERS = 5_000;
const RATINGS = ['good', 'neutral', 'bad'];
/** Made beforehand, so that signing doesn't take the time that is measured: more than any of the servers takes. */
const MADE = 60_000;

function request(number: number): Buffer {
  const id = `${values.run}-${number}`;
  const body = JSON.stringify({
    id,
    memberRef: `OSC${100_000 + ((number * 7_919) % MEMBERS)}`,
    state: STATE_CODES[number % STATE_CODES.length],
    responseId: number,
    rating: RATINGS[number % RATINGS.length],
    page: `page-${number % PAGES}`,
    comment: texts[number % texts.length],
    submittedAt: new Date().toISOString(),
  });
  const timestamp = Math.floor(Date.now() / 1000);
  const lines = [
    `POST ${url.pathname} HTTP/1.1`,
    `host: ${url.host}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    `webhook-id: ${id}`,
    `webhook-timestamp: ${timestamp}`,
    `webhook-signature: ${signWebhook(key, { id, timestamp, body })}`,
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`);
}

const times: number[] = [];
const statuses: Record<string, number> = {};
let next = 0;

/** One connection: the answer to a request is whole when its length has come. */
async function talk(requests: readonly Buffer[], until: number): Promise<void> {
  const socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
  await new Promise<void>((resolve, reject) => {
    let sentAt = 0;
    let answer = '';
    const send = (): void => {
      const request = requests[next];
      if (performance.now() >= until || request === undefined) {
        socket.end();
        resolve();
        return;
      }
      next += 1;
      answer = '';
      sentAt = performance.now();
      socket.write(request);
    };
    socket.on('connect', send).on('error', reject);
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      if (!isWhole(answer)) return;
      times.push(performance.now() - sentAt);
      const status = answer.slice(9, 12);
      statuses[status] = (statuses[status] ?? 0) + 1;
      send();
    });
  });
}

function isWhole(answer: string): boolean {
  const head = answer.indexOf('\r\n\r\n');
  if (head < 0) return false;
  if (/\r\ntransfer-encoding: chunked/i.test(answer.slice(0, head))) return answer.endsWith('0\r\n\r\n');
  const [, length = '0'] = /\r\ncontent-length: (\d+)/i.exec(answer.slice(0, head)) ?? [];
  return answer.length >= head + 4 + Number(length);
}

const requests = Array.from({ length: MADE }, (_, number) => request(number));
const started = performance.now();
const until = started + Number(values.seconds) * 1_000;
await Promise.all(Array.from({ length: connections }, async () => await talk(requests, until)));
const seconds = (performance.now() - started) / 1_000;
console.log(
  JSON.stringify({
    perSecond: times.length / seconds,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    statuses,
    ranOut: next >= MADE,
  }),
);
