import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Answered, aComment, CHANNEL, sendBatch, sendFeedback } from '../support/feedback.ts';
import { untilDelivered } from '../support/kept.ts';
import { everythingKept, found } from '../support/leaks.ts';
import { cardIn, messagesSaying, untilItReads, words } from '../support/story.ts';
import { TRANSPORTS, useDesk } from '../support/use-desk.ts';

describe.each(TRANSPORTS)('What a member says on the website, with Slack over %s', (transport) => {
  const desk = useDesk({ transport });

  test('is stored, acknowledged and posted in the form that readers know, with a token for the member.', async () => {
    const { slack, app } = desk();
    const url = 'https://feedback.example.com/31719';
    const answered = await sendFeedback(
      app,
      aComment({ comment: 'Absolutely LOVE how easy the website is!', url }),
    );
    expect(answered.status).toBe(202);
    const message = await cardIn(slack, CHANNEL, 'Absolutely LOVE');
    const shows = await untilItReads(slack, message, /LOVE/);
    expect(shows).toMatch(
      /^\*M-[2-9A-Z]{6} - FL\*\n31719 - good - pulse-point-billing-center\nAbsolutely LOVE how easy the website is!\n/,
    );
    expect(shows).toMatch(/Discuss.*I own it.*Status.*More information/s);
  });

  test('loses the name of whoever wrote it, though a colleague has the same.', async () => {
    const { slack, app } = desk();
    const comment = aComment({ comment: 'Love the kettle page. Thanks, Rosa Delgado' });
    expect((await sendFeedback(app, comment)).status).toBe(202);
    const message = await cardIn(slack, CHANNEL, 'kettle page');
    expect(await untilItReads(slack, message, /kettle/)).toContain('Love the kettle page. Thanks, [name]');
  });

  test('comes once, however often it is sent, and another content under its id is a conflict.', async () => {
    const { app } = desk();
    const comment = aComment();
    const first = await sendFeedback(app, comment);
    expect(first.status).toBe(202);
    const again = await sendFeedback(app, comment);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect((await sendFeedback(app, { ...comment, rating: 'bad' })).status).toBe(409);
  });

  test('sent by many at once, with the same content and with others, is stored once.', async () => {
    const { app, pg } = desk();
    const comment = aComment();
    const all = await Promise.all(
      Array.from(
        { length: 30 },
        async (_, index) => await sendFeedback(app, index % 3 === 0 ? { ...comment, state: 'PA' } : comment),
      ),
    );
    const stored = await pg.db
      .selectFrom('feedback')
      .select('state')
      .where('senderId', '=', comment.id as never)
      .execute();
    expect(stored).toHaveLength(1);
    expect(all.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([202, 200, 409]));
  });

  test('comes in batches with a verdict for each.', async () => {
    const { app } = desk();
    const comment = aComment();
    await sendFeedback(app, comment);
    const batch = await sendBatch(app, [comment, aComment(), { ...comment, state: 'PA' }, 5, { id: 'x' }]);
    expect(batch.status).toBe(200);
    expect(batch.body).toMatchObject({
      results: [
        { status: 200, id: comment.id },
        { status: 202 },
        { status: 409 },
        { status: 422, errors: [{ field: 'body' }] },
        { status: 422, errors: expect.arrayContaining([{ field: 'page', problem: 'is missing' }]) },
      ],
    });
  });
});

describe('The webhook', () => {
  const desk = useDesk({ logLevel: 'debug' });
  const problem = (answered: Answered, status: number) => {
    expect([answered.status, answered.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json',
    ]);
    expect(answered.body).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
  };

  test('refuses each thing with the status that it has, as application/problem+json.', async () => {
    const { app } = desk();
    const batch = { path: '/webhooks/feedback/batch' };
    problem(await sendFeedback(app, '{"id":'), 400);
    problem(await sendFeedback(app, Buffer.from([0x22, 0xff, 0x22])), 400);
    problem(await sendFeedback(app, aComment(), { key: randomBytes(32) }), 401);
    problem(await sendFeedback(app, aComment(), { timestamp: Math.floor(Date.now() / 1000) - 400 }), 401);
    problem(await sendFeedback(app, aComment(), { headers: { 'webhook-signature': '' } }), 401);
    problem(await sendFeedback(app, aComment({ comment: 'x'.repeat(70_000) })), 413);
    problem(await sendFeedback(app, aComment(), { headers: { 'content-type': 'text/plain' } }), 415);
    problem(await sendFeedback(app, aComment(), { headers: { 'content-encoding': 'gzip' } }), 415);
    problem(await sendFeedback(app, aComment({ rating: 'great' })), 422);
    problem(await sendFeedback(app, { comments: [] }, batch), 422);
    problem(await sendFeedback(app, { comments: Array.from({ length: 501 }, () => 1) }, batch), 422);
    expect((await fetch(`http://127.0.0.1:${app.port}/webhooks/feedback`)).status).toBe(405);
  });

  test('describes itself.', async () => {
    const { app } = desk();
    const response = await fetch(`http://127.0.0.1:${app.port}/webhooks/feedback/openapi.json`);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toMatchObject({ openapi: '3.1.0' });
  });

  test('answers any bytes with a refusal or an acknowledgement, never with a failure of its own.', async () => {
    const { app } = desk();
    const nested = fc.integer({ min: 1, max: 30_000 }).map((depth) => Buffer.from('['.repeat(depth)));
    const almost = fc
      .dictionary(fc.constantFrom(...Object.keys(aComment()), 'comments', '__proto__'), fc.jsonValue())
      .map((changes) => ({ ...aComment(), ...changes }));
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 3_000 }).map((each) => Buffer.from(each)),
      fc.json().map((text) => Buffer.from(text)),
      almost.map((value) => Buffer.from(JSON.stringify(value))),
      almost.map((value) => Buffer.from(JSON.stringify({ comments: [value] }))),
      fc
        .string({ unit: 'binary', maxLength: 300 })
        .map((comment) => Buffer.from(JSON.stringify(aComment({ comment })))),
      nested,
    );
    await fc.assert(
      fc.asyncProperty(
        bytes,
        fc.constantFrom('/webhooks/feedback', '/webhooks/feedback/batch'),
        async (body, path) => {
          const { status } = await sendFeedback(app, body, { path });
          expect(status).toBeGreaterThanOrEqual(200);
          expect(status).toBeLessThan(500);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('keeps and repeats nothing that identifies a member, on any way through it.', async () => {
    const { app, pg, slack } = desk();
    const markers = {
      ssn: '219-09-8877',
      mail: 'marker@mail.example',
      phone: '(215) 555-0143',
      ref: 'OSC887766',
    };
    const phi = `SSN ${markers.ssn}, ${markers.mail}, ${markers.phone}, I am ${markers.ref}`;
    const comment = aComment({ comment: `leaking ${phi}`, memberRef: markers.ref });
    const answers = [
      await sendFeedback(app, comment),
      await sendFeedback(app, { ...comment, state: 'PA' }),
      await sendFeedback(app, { ...comment, state: phi, page: phi, id: phi }),
      await sendFeedback(app, JSON.stringify(comment).slice(0, -4)),
      await sendFeedback(app, comment, { key: randomBytes(32) }),
      await sendFeedback(app, aComment({ url: `https://feedback.example.com/?mail=${markers.mail}` })),
      await sendBatch(app, [comment, { ...comment, rating: phi }, phi]),
    ];
    await cardIn(slack, CHANNEL, 'leaking');
    await untilDelivered(pg.db);
    const kept = {
      ...(await everythingKept(desk())),
      answers: JSON.stringify(answers.map(({ body }) => body)),
    };
    expect(found(kept, Object.values(markers))).toEqual([]);
  });
});

describe('A sender that sends too much', () => {
  const desk = useDesk({
    app: { feedback: { keys: [], linkHosts: [], countsSilent: true, perSecond: 50 } },
  });

  test('is told to wait, and for how long; without a secret there is no webhook at all.', async () => {
    const { startAnother, app } = desk();
    expect((await sendFeedback(app, aComment())).status).toBe(404);
    const key = randomBytes(32);
    const limited = await startAnother({
      feedback: { keys: [{ sender: 'website', key }], linkHosts: [], countsSilent: true, perSecond: 50 },
    });
    const answers: Answered[] = [];
    for (let sent = 0; sent < 3; sent += 1) {
      const comments = Array.from({ length: 400 }, () => aComment({ comment: null }));
      answers.push(await sendBatch(limited, comments, { key }));
    }
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    for (const { headers } of refused) {
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(10);
    }
  });
});

describe('Keys that rotate', () => {
  const [older, newer] = [randomBytes(32), randomBytes(32)];
  const keys = [
    { sender: 'website', key: newer },
    { sender: 'website', key: older },
  ];
  const desk = useDesk({ app: { feedback: { keys, linkHosts: [], countsSilent: true, perSecond: 1_000 } } });

  test('both sign for one sender: the same comment is a repeat under either.', async () => {
    const { app, slack } = desk();
    const comment = aComment();
    expect((await sendFeedback(app, comment, { key: older })).status).toBe(202);
    expect((await sendFeedback(app, comment, { key: newer })).status).toBe(200);
    const text = String(comment.comment);
    await cardIn(slack, CHANNEL, text);
    expect((await messagesSaying(slack, CHANNEL, text)).map(words)).toHaveLength(1);
  });
});
