import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { sendFeedback } from '../../../../practice/face/feedback.ts';

const key = Buffer.alloc(32, 7);
const now = () => 1_795_000_000_000;

/** A website's receiver that remembers what came and answers with a status. */
async function aReceiver(status: number) {
  const received: { headers: IncomingMessage['headers']; body: string }[] = [];
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      received.push({ headers: incoming.headers, body: Buffer.concat(chunks).toString() });
      outgoing.writeHead(status).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    website: { url: () => `http://127.0.0.1:${port}/webhooks/feedback`, key },
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

test('each comment of a burst has an id of its own, and a signature over id, time and body', async () => {
  await using receiver = await aReceiver(202);

  await sendFeedback(receiver.website, { rating: 'bad', comment: 'No card', times: 3 }, now);

  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(3);
  for (const { headers, body } of receiver.received) {
    const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
    const expected = createHmac('sha256', key).update(signed).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${expected}`);
    expect(JSON.parse(body)).toMatchObject({
      comment: 'No card',
      rating: 'bad',
      state: expect.stringMatching(/^[A-Z]{2}$/),
    });
  }
});

test('a refusal of the app is said', async () => {
  await using receiver = await aReceiver(503);

  await expect(
    sendFeedback(receiver.website, { rating: 'good', comment: 'Fine', times: 1 }, now),
  ).rejects.toThrow('The app answered a comment with 503.');
});
