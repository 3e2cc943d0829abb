import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { createLog, createLogger } from '../../../src/platform/log.ts';
import { createMetrics } from '../../../src/platform/metrics.ts';
import { slackRoute } from '../../../src/slack/endpoint.ts';
import type { Verdict } from '../../../src/slack/gateway.ts';
import type { Incoming } from '../../../src/slack/payload.ts';

const signingSecret = 'a-signing-secret-of-slack';
const now = new Date('2026-03-02T12:00:00Z');
const EVENT = JSON.stringify({
  type: 'event_callback',
  event_id: 'Ev1',
  event: { text: 'Maria Lopez R123456' },
});

describe("Slack's endpoint", () => {
  test.each<[Verdict, object]>([
    [{ kind: 'acknowledged' }, { status: 200 }],
    [
      { kind: 'acknowledged', body: 'words' },
      { status: 200, type: 'text/plain', body: 'words' },
    ],
    [
      { kind: 'acknowledged', body: { options: [] } },
      { status: 200, body: '{"options":[]}' },
    ],
    [{ kind: 'unheard' }, { status: 404 }],
    [{ kind: 'failed' }, { status: 503 }],
  ])('tells Slack what became of the request: %j', async (verdict, answer) => {
    const { ask } = endpoint(async () => await Promise.resolve(verdict));

    expect(await ask(signed(EVENT))).toMatchObject(answer);
  });

  test('does not acknowledge what could not be stored, and logs none of it', async () => {
    const { ask, lines } = endpoint(async () => await Promise.reject(new Error('Maria Lopez R123456')));

    expect(await ask(signed(EVENT))).toEqual({ status: 503 });
    expect(lines.join('')).toContain('slack.request-failed');
    expect(lines.join('')).not.toMatch(/Lopez|R123456/);
  });

  test.each([
    ['a forged signature', { 'x-slack-signature': `v0=${'0'.repeat(64)}` }, 401],
    ['no signature', { 'x-slack-signature': undefined }, 401],
    ['no timestamp', { 'x-slack-request-timestamp': undefined }, 401],
    ['two signatures', { 'x-slack-signature': 'v0=a, v0=b' }, 401],
  ])('refuses %s before it looks inside', async (_what, headers, status) => {
    const { ask, received, lines } = endpoint();
    const request = signed(EVENT);

    const answer = await ask({ ...request, headers: { ...request.headers, ...headers } });

    expect(answer).toEqual({ status });
    expect(received).toEqual([]);
    expect(lines.join('')).not.toMatch(/Lopez|R123456/);
  });

  test.each([600, -600])('refuses a genuine request of %d seconds ago', async (age) => {
    const { ask, received } = endpoint();

    expect(await ask(signed(EVENT, age))).toEqual({ status: 401 });
    expect(received).toEqual([]);
  });

  test('refuses a genuine request that is not what Slack sends, and one that is too long', async () => {
    const { ask, received } = endpoint();

    expect(await ask(signed('{"half":'))).toEqual({ status: 400 });
    expect(await ask({ ...signed(EVENT), body: undefined })).toEqual({ status: 413 });
    expect(received).toEqual([]);
  });

  test('signs over the bytes that came, whatever they mean', async () => {
    const { ask, received } = endpoint();
    const text = JSON.stringify({ type: 'block_actions', note: '\u0000 \ud83d 👩‍👧 ü' });

    expect(await ask(signed(text))).toMatchObject({ status: 200 });
    expect(received.map(({ kind }) => kind)).toEqual(['click']);
  });
});

function endpoint(
  verdict: () => Promise<Verdict> = async () => await Promise.resolve({ kind: 'acknowledged' }),
) {
  const lines: string[] = [];
  const received: Incoming[] = [];
  const route = slackRoute({
    gateway: {
      receive: async (incoming) => {
        received.push(incoming);
        return await verdict();
      },
      drain: async () => await Promise.resolve(),
    },
    signingSecret,
    now: () => now,
    log: createLog(createLogger('debug', { write: (line) => void lines.push(line) })),
    metrics: createMetrics(),
  });
  return { ask: route.answer, lines, received };
}

function signed(text: string, age = 0) {
  const body = Buffer.from(text);
  const timestamp = `${now.getTime() / 1000 - age}`;
  const hex = createHmac('sha256', signingSecret).update(`v0:${timestamp}:`).update(body).digest('hex');
  const headers = {
    'content-type': 'application/json',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${hex}`,
  };
  return { headers, body };
}
