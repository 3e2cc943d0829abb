import { describe, expect, test } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import { aWorkspace, quiet, refusal } from './support.ts';

const CHANNEL = 'C0CAREKEYSTONE';
const say = { channel: CHANNEL, text: 'x' };

describe('who may call', () => {
  test('a wrong token, none, and the wrong kind are told apart', async () => {
    await using workspace = await aWorkspace();
    const ask = async (headers: Record<string, string>) => {
      const response = await fetch(`${workspace.apiUrl}auth.test`, { method: 'POST', headers });
      return ((await response.json()) as { error?: string }).error;
    };

    expect(await ask({})).toBe('not_authed');
    expect(await ask({ authorization: 'Bearer xoxb-other' })).toBe('invalid_auth');
    expect(await ask({ authorization: `Bearer ${workspace.appToken}` })).toBe('not_allowed_token_type');
    expect(await ask({ authorization: `Bearer ${workspace.botToken}` })).toBeUndefined();
  });

  test('auth.test says who the app is', async () => {
    await using workspace = await aWorkspace();

    expect(await workspace.slack.auth.test()).toMatchObject({
      user_id: 'U0CONCIERGE',
      bot_id: 'B0CONCIERGE',
      team_id: 'T0PRACTICE',
      app_id: 'A0CONCIERGE',
    });
  });

  test('a scope that wasn’t granted is asked for by name', async () => {
    await using workspace = await aWorkspace({ scopes: ['channels:history'] });
    const { slack, client } = workspace;
    const hidden = await client.admin.createChannel('hidden', { isPrivate: true });
    await client.admin.addBot(hidden);

    expect(await refusal(slack.chat.postMessage(say))).toBe('missing_scope');
    expect(await refusal(slack.conversations.history({ channel: CHANNEL }))).toBe('none');
    expect(await refusal(slack.conversations.history({ channel: hidden }))).toBe('missing_scope');
  });

  test('an unknown method is refused, and said aloud', async () => {
    const lines: string[] = [];
    await using workspace = await aWorkspace({ log: (line) => lines.push(line) });

    expect(await refusal(workspace.slack.apiCall('chat.telepathy'))).toBe('unknown_method');
    expect(lines).toEqual(["unknown method chat.telepathy: the practice workspace doesn't have it"]);
  });
});

describe('rate limits', () => {
  test('a channel takes a burst of three and then one message a second', async () => {
    const clock = { now: Date.now() };
    await using workspace = await aWorkspace({ rateLimits: true, now: () => clock.now });
    const post = async (channel: string) => {
      const answer = await fetch(`${workspace.apiUrl}chat.postMessage`, {
        method: 'POST',
        headers: { authorization: `Bearer ${workspace.botToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ channel, text: 'x' }),
      });
      return [answer.status, answer.headers.get('retry-after')];
    };

    const burst = [await post(CHANNEL), await post(CHANNEL), await post(CHANNEL), await post(CHANNEL)];
    const elsewhere = await post('C0CARESUNSHINE');
    clock.now += 1000;
    const later = [await post(CHANNEL), await post(CHANNEL)];

    expect(burst).toEqual([
      [200, null],
      [200, null],
      [200, null],
      [429, '1'],
    ]);
    expect(elsewhere).toEqual([200, null]);
    expect(later).toEqual([
      [200, null],
      [429, '1'],
    ]);
    expect(await workspace.client.status()).toMatchObject({
      rateLimited: 2,
      calls: { 'chat.postMessage': { ok: 5, ratelimited: 2 } },
    });
  });

  test('updates are limited to fifty a minute in the whole workspace', async () => {
    const clock = { now: Date.now() };
    await using workspace = await aWorkspace({ rateLimits: true, now: () => clock.now });
    const { ts = '' } = await workspace.slack.chat.postMessage(say);
    const update = async () => await refusal(workspace.slack.chat.update({ ...say, ts }));

    const outcomes = await Promise.all(Array.from({ length: 51 }, update));

    expect(outcomes.filter((outcome) => outcome === 'none')).toHaveLength(50);
  });
});

describe('faults on purpose', () => {
  test.each(['drop-before', '500', '429'] as const)('after %s nothing was done', async (kind) => {
    await using workspace = await aWorkspace();
    const { slack, client } = workspace;
    await client.faults.add({ method: 'chat.postMessage', kind });

    expect(await refusal(slack.chat.postMessage(say))).not.toBe('none');
    expect(await client.messages('#care-keystone')).toEqual([]);
    expect(await refusal(slack.chat.postMessage(say))).toBe('none');
  });

  test.each(['drop-after', '500-after', 'cut-body', 'fatal_error-after'] as const)(
    'after %s the message stands, though the caller can’t know',
    async (kind) => {
      await using workspace = await aWorkspace();
      const { slack, client } = workspace;
      await client.faults.add({ method: 'chat.postMessage', channel: '#care-keystone', kind });

      expect(await refusal(slack.chat.postMessage(say))).not.toBe('none');
      expect(await client.messages('#care-keystone')).toHaveLength(1);
      expect(await client.requests({ method: 'chat.postMessage' })).toMatchObject([
        { verdict: `fault ${kind}` },
      ]);
    },
  );

  test('a slow answer comes after the message stands', async () => {
    await using workspace = await aWorkspace();
    await workspace.client.faults.add({ method: 'chat.postMessage', kind: 'delay', delayMs: 5000 });
    const impatient = new WebClient(workspace.botToken, {
      slackApiUrl: workspace.apiUrl,
      retryConfig: { retries: 0 },
      timeout: 100,
      logger: quiet,
    });

    expect(await refusal(impatient.chat.postMessage(say))).not.toBe('none');
    expect(await workspace.client.messages('#care-keystone')).toHaveLength(1);
  });

  test('another channel isn’t disturbed', async () => {
    await using workspace = await aWorkspace();
    await workspace.client.faults.add({ method: 'chat.postMessage', channel: '#care-sunshine', kind: '500' });

    expect(await refusal(workspace.slack.chat.postMessage(say))).toBe('none');
  });
});
