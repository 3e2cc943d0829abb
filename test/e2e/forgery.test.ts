import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { historyAt, questionAt, untilWorkedOn } from '../support/kept.ts';
import { FORM, formOf, sendSigned } from '../support/signed.ts';
import { ask, untilItReads } from '../support/story.ts';
import { useDesk } from '../support/use-desk.ts';

describe('What reaches the endpoint', () => {
  const desk = useDesk();
  const secret = (): string => desk().workspace.signingSecret;

  const event = (id: string): string =>
    JSON.stringify({
      type: 'event_callback',
      team_id: 'T0PRACTICE',
      event_id: id,
      event: { type: 'message', channel: 'C0GENERAL', user: 'U0MAYA', ts: '1.000001', text: 'hello' },
    });

  test('A request with a wrong signature is refused.', async () => {
    const forged = [
      { secret: 'another secret of thirty-two letters' },
      { secret: secret(), signature: `v0=${'0'.repeat(64)}` },
      { secret: secret(), signature: 'v0=' },
      { secret: secret(), signature: '' },
    ];
    for (const sending of forged) {
      expect(await sendSigned(desk().endpoint(), event('Ev0FORGED'), sending)).toMatchObject({ status: 401 });
    }
    expect(await seenEvents('Ev0FORGED')).toBe(0);
  });

  test('A request without any signature is refused.', async () => {
    const { status } = await fetch(desk().endpoint(), { method: 'POST', body: event('Ev0BARE') });
    expect(status).toBe(401);
  });

  test.each([-301, 301, -86_400, 86_400])(
    'A genuine signature whose time is %i seconds away is refused.',
    async (seconds) => {
      const timestamp = Math.floor(Date.now() / 1000) + seconds;
      const sent = await sendSigned(desk().endpoint(), event('Ev0STALE'), { secret: secret(), timestamp });
      expect(sent.status).toBe(401);
      expect(await seenEvents('Ev0STALE')).toBe(0);
    },
  );

  test('The same signed event, sent many times at once, is worked on once.', async () => {
    const { endpoint, pg } = desk();
    const sends = Array.from(
      { length: 20 },
      async () => await sendSigned(endpoint(), event('Ev0AGAIN'), { secret: secret() }),
    );
    const statuses = (await Promise.all(sends)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    await untilWorkedOn(pg.db);
    expect(await seenEvents('Ev0AGAIN')).toBe(1);
  });

  test.each([
    ['', 'application/json'],
    ['{', 'application/json'],
    ['null', 'application/json'],
    ['[]', 'application/json'],
    ['"text"', 'application/json'],
    ['{"type":"event_callback"}', 'application/json'],
    ['{"type":"event_callback","event_id":"a\\u0000b","event":{}}', 'application/json'],
    ['payload=%7B', FORM],
    ['payload=', FORM],
    ['nothing=here', FORM],
    ['<xml/>', 'text/xml'],
  ])('The signed but malformed body %p is refused as such.', async (body, contentType) => {
    const sent = await sendSigned(desk().endpoint(), body, { secret: secret(), contentType });
    expect(sent).toEqual({ status: 400, text: '' });
  });

  test('No signed body whatever ends in an error of ours.', async () => {
    const { endpoint } = desk();
    const payload = fc.oneof(
      fc.json().map((body) => [body, 'application/json'] as const),
      fc.anything().map((value) => [JSON.stringify(value) ?? '', 'application/json'] as const),
      fc.string().map((text) => [`payload=${encodeURIComponent(text.toWellFormed())}`, FORM] as const),
    );
    await fc.assert(
      fc.asyncProperty(payload, async ([body, contentType]) => {
        const { status } = await sendSigned(endpoint(), body, { secret: secret(), contentType });
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
  });

  test('A body beyond every size that Slack sends is refused.', async () => {
    const body = JSON.stringify({ type: 'event_callback', filling: 'x'.repeat(3_000_000) });
    expect((await sendSigned(desk().endpoint(), body, { secret: secret() })).status).toBe(413);
  });

  test('Slack is answered when it asks whether the address is ours.', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'a challenge' });
    const sent = await sendSigned(desk().endpoint(), body, { secret: secret() });
    expect(JSON.parse(sent.text)).toEqual({ challenge: 'a challenge' });
  });

  test('An answer is never sent to an address that is not of Slack.', async () => {
    const { slack, endpoint, pg } = desk();
    const card = await ask(slack, 'maya', {
      Question: 'Is the lighthouse open?',
      Topic: 'Providers',
      lands: 'experts-providers',
    });
    const { id } = await questionAt(pg.db, card);
    const reached: string[] = [];
    const server = createServer((request, response) => {
      reached.push(request.url ?? '');
      response.end('{}');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}/steal`;
    const sent = await sendSigned(endpoint(), formOf(claimOf(`${id}:0`, card, elsewhere)), {
      secret: secret(),
      contentType: FORM,
    });
    expect(sent.status).toBe(200);
    await slack.as('lee').click(card, 'Claim');
    await untilItReads(slack, card, /Claimed by/);
    server.close();
    expect(reached).toEqual([]);
    expect(await historyAt(pg.db, card)).toEqual(['asked', 'claimed']);
  });

  /** Wei is not in the channel, so the app would answer the click. */
  const claimOf = (value: string, card: { channel: string; ts: string }, responseUrl: string) => ({
    type: 'block_actions',
    team: { id: 'T0PRACTICE', domain: 'practice' },
    user: { id: 'U0WEI', username: 'wei', team_id: 'T0PRACTICE' },
    api_app_id: 'A0CONCIERGE',
    trigger_id: '1.2.never-issued',
    response_url: responseUrl,
    channel: { id: card.channel, name: 'experts-providers' },
    message: { ts: card.ts, type: 'message' },
    container: { type: 'message', message_ts: card.ts, channel_id: card.channel },
    actions: [{ type: 'button', action_id: 'questions.claim', block_id: 'x', value, action_ts: '1.2' }],
  });

  async function seenEvents(eventId: string): Promise<number> {
    const rows = await desk().pg.db.selectFrom('inboxSeen').select('eventId').execute();
    return rows.filter((row) => row.eventId === eventId).length;
  }
});
