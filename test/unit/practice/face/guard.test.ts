import { describe, expect, test } from '@jest/globals';
import { refusalOf } from '../../../../practice/face/guard.ts';
import { aWorkspace } from '../support.ts';

const asked = (headers: Record<string, string>, method = 'POST') =>
  refusalOf({ method, headers: { host: '127.0.0.1:3100', ...headers }, port: 3100 });

describe('who may use the workspace on this machine', () => {
  test.each([
    ['a program, which says nothing of where it comes from', {}],
    ['the page itself', { origin: 'http://127.0.0.1:3100', 'sec-fetch-site': 'same-origin' }],
    ['the page under the name of the machine', { host: 'localhost:3100', origin: 'http://localhost:3100' }],
    ['the page under its other address', { host: '[::1]:3100', origin: 'http://[::1]:3100' }],
  ])('%s may', (_, headers) => {
    expect(asked(headers)).toBeUndefined();
  });

  test.each([
    ['another page that forges a request', { origin: 'http://evil.example' }],
    ['a page without an origin, such as one in a sandbox', { origin: 'null' }],
    ['another page on this machine', { origin: 'http://127.0.0.1:8080' }],
    [
      'a page that gave its name our address',
      { host: 'evil.example:3100', origin: 'http://evil.example:3100' },
    ],
    ['a request for another port', { host: '127.0.0.1:80' }],
    ['a picture or script that another page asks for', { 'sec-fetch-site': 'cross-site' }],
    ['a page of the same site but not the same origin', { 'sec-fetch-site': 'same-site' }],
  ])('%s may not', (_, headers) => {
    expect(asked(headers, 'GET')).toEqual(expect.any(String));
  });

  test('a link on another page may lead to it, since that only shows the page', () => {
    const followed = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };

    expect(asked(followed, 'GET')).toBeUndefined();
    expect(asked(followed, 'POST')).toEqual(expect.any(String));
  });

  test('a refused request does nothing, whichever door it comes to', async () => {
    await using workspace = await aWorkspace();
    const headers = { origin: 'http://evil.example', 'content-type': 'text/plain' };
    const body = JSON.stringify({ as: 'maya', channel: 'general', text: 'Forged' });

    for (const path of ['practice/say', 'api/chat.postMessage', '_emulate/state', 'face/reset']) {
      const { status } = await fetch(`${workspace.url}/${path}`, { method: 'POST', headers, body });
      expect({ path, status }).toEqual({ path, status: 403 });
    }
    expect(await workspace.client.messages('general')).toEqual([]);
  });
});
