import { describe, expect, test } from '@jest/globals';
import { createLog, createLogger } from '../../../src/platform/log.ts';
import { createMetrics } from '../../../src/platform/metrics.ts';
import { createClients, ForeignHost, guardedFetch } from '../../../src/slack/clients.ts';
import { slackLogger } from '../../../src/slack/logger.ts';
import { fakeSlack } from '../../support/fake-slack.ts';

const API = 'https://slack.com/api/';

describe('a call to a host', () => {
  test.each([
    'https://slack.com/api/chat.postMessage',
    'https://hooks.slack.com/actions/T1/2/3',
    'https://hooks.slack.com/commands/T1/2/3',
  ])('of Slack goes out: %s', async (address) => {
    const { call, called } = guarded(API);

    await call(address, { method: 'POST' });

    expect(called).toEqual([address]);
  });

  test.each([
    'https://evil.example/api/chat.postMessage',
    'https://slack.com.evil.example/api/',
    'https://evil.example/slack.com',
    'https://slack.com@evil.example/',
    'https://hooks.slack.com:8443/actions',
    'https://files.slack.com/T1-F1',
    'https://api.slack.com/',
    'http://slack.com/api/chat.postMessage',
    'http://hooks.slack.com/actions',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
  ])('of anybody else does not: %s', async (address) => {
    const { call, called } = guarded(API);

    await expect(call(address, { method: 'POST' })).rejects.toThrow(ForeignHost);

    expect(called).toEqual([]);
  });

  test('of the workspace on this machine goes out in practice mode, and to other ports does not', async () => {
    const { call, called } = guarded('http://127.0.0.1:3100/api/');

    await call('http://127.0.0.1:3100/api/chat.postMessage', {});
    await expect(call('http://127.0.0.1:3101/api/chat.postMessage', {})).rejects.toThrow(ForeignHost);

    expect(called).toHaveLength(1);
  });

  test('is counted by method and outcome, and an address that is no method has one label', async () => {
    const { call, metrics } = guarded(API, 429);

    await call(`${API}chat.postMessage`, {});
    await call('https://hooks.slack.com/actions/T0/1/secret', {});

    const text = await metrics.registry.metrics();
    expect(text).toContain('concierge_slack_calls_total{method="chat.postMessage",outcome="429"} 1');
    expect(text).toContain('concierge_slack_rate_limited_total{method="chat.postMessage"} 1');
    expect(text).toContain('method="response_url"');
    expect(text).not.toContain('secret');
  });
});

describe("the clients' defaults, which would post twice, are off:", () => {
  test.each(['posting', 'reads'] as const)('%s tries once after an answer of 500', async (which) => {
    await using slack = await fakeSlack();
    slack.script('chat.postMessage', [{ kind: 'accepted, status', status: 500 }]);

    await expect(clients(slack.url)[which].chat.postMessage({ channel: 'C1', text: 'x' })).rejects.toThrow(
      '500',
    );

    expect(slack.calls).toHaveLength(1);
  });

  test('a 429 is reported at once and holds up no other call of the client', async () => {
    await using slack = await fakeSlack();
    slack.script('chat.postMessage', [{ kind: 'rate limited', seconds: 3_600 }]);
    const { posting } = clients(slack.url);

    await expect(posting.chat.postMessage({ channel: 'C1', text: 'x' })).rejects.toThrow('rate-limit');
    await posting.chat.postMessage({ channel: 'C2', text: 'x' });

    expect(slack.messagesIn('C2')).toHaveLength(1);
  });

  test('no data can name an address to be called', async () => {
    await using slack = await fakeSlack();

    await expect(clients(slack.url).posting.apiCall('https://evil.example/api/')).rejects.toThrow(
      'unknown_method',
    );

    expect(slack.calls.every(({ method }) => method === '')).toBe(true);
  });

  test('the token stays out of what the libraries are given to share', () => {
    const { interactive } = clients(API);

    expect(interactive).not.toHaveProperty('headers');
    expect(JSON.stringify(interactive)).not.toContain('xoxb');
    expect(interactive).toMatchObject({
      timeout: 2_500,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    });
  });
});

function guarded(apiUrl: string, status = 200) {
  const metrics = createMetrics();
  const called: string[] = [];
  const call = guardedFetch(apiUrl, metrics, async (address) => {
    called.push(String(address));
    return await Promise.resolve(new Response('{}', { status }));
  });
  return { call, called, metrics };
}

function clients(apiUrl: string) {
  const logger = slackLogger(createLog(createLogger('silent')));
  return createClients({ token: 'xoxb-test', apiUrl, logger, metrics: createMetrics() });
}
