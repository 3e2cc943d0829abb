import { connect as dial } from 'node:net';
import { expect, test } from '@jest/globals';
import { type Route, serve } from '../../../src/platform/http-server.ts';
import { createLog, createLogger } from '../../../src/platform/log.ts';
import '../../support/one-realm.ts';

const echo: Route = {
  method: 'POST',
  path: '/echo',
  maxBytes: 1_000,
  answer: async ({ body }) =>
    await Promise.resolve(body === undefined ? { status: 413 } : { status: 200, body: `${body.length}` }),
};
const broken: Route = {
  method: 'GET',
  path: '/broken',
  answer: async () => await Promise.reject(new Error('Maria Lopez R123456')),
};

test('each request goes to its route by path and method, whatever the query says', async () => {
  await using server = await serving();

  const statuses = await Promise.all(
    [
      server.ask('/echo?x=1', { method: 'POST', body: 'abc' }),
      server.ask('/echo'),
      server.ask('/nowhere'),
      server.ask('/echo/../secret', { method: 'POST' }),
    ].map(async (answer) => (await answer).status),
  );

  expect(statuses).toEqual([200, 405, 404, 404]);
});

test('a body of just the allowed length is read, and a longer one is refused with an answer', async () => {
  await using server = await serving();

  const whole = await server.ask('/echo', { method: 'POST', body: 'x'.repeat(1_000) });
  const tooLong = await server.ask('/echo', { method: 'POST', body: 'x'.repeat(1_001) });

  expect([whole.status, await whole.text()]).toEqual([200, '1000']);
  expect(tooLong.status).toBe(413);
});

test('a route that fails is an answer of 500 that says nothing, and a line in the log that says nothing of it', async () => {
  await using server = await serving();

  const answer = await server.ask('/broken');

  expect([answer.status, await answer.text()]).toEqual([500, '']);
  expect(server.lines.join('')).toContain('http.failed');
  expect(server.lines.join('')).not.toMatch(/Lopez|R123456/);
});

test.each([
  'GET / HTTP/1.1\r\nhost',
  'POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: -5\r\n\r\n',
  'POST /echo HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
  'POST //%00%ff HTTP/1.1\r\nhost: x\r\n\r\n',
  '\u0000\u0001\u0002\r\n\r\n',
  `GET /${'a'.repeat(70_000)} HTTP/1.1\r\n\r\n`,
])('a request that is no HTTP does not bring the server down: %j', async (raw) => {
  await using server = await serving();

  await new Promise<void>((resolve) => {
    const socket = dial(server.port, '127.0.0.1', () => socket.end(raw));
    socket.on('error', () => {});
    socket.on('data', () => {});
    socket.on('close', () => resolve());
  });

  expect((await server.ask('/echo', { method: 'POST', body: 'abc' })).status).toBe(200);
});

async function serving() {
  const lines: string[] = [];
  const log = createLog(createLogger('debug', { write: (line) => void lines.push(line) }));
  const server = await serve({ port: 0, host: '127.0.0.1', log }, [echo, broken]);
  return {
    port: server.port,
    lines,
    ask: async (path: string, init: RequestInit = {}) =>
      await fetch(`http://127.0.0.1:${server.port}${path}`, { ...init, headers: { connection: 'close' } }),
    [Symbol.asyncDispose]: async () => await server.close(),
  };
}
