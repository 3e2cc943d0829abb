import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Desk, FEEDBACK, openDesk } from '../support/desk.ts';
import { aComment, CHANNEL, sendBatch, sendFeedback } from '../support/feedback.ts';
import { until } from '../support/jobs.ts';
import { untilDelivered } from '../support/kept.ts';
import { messagesSaying } from '../support/story.ts';

/**
 * Slack takes so many messages a second here, and the app knows it: the workspace's clock runs that much faster. What
 * the app does in 20 seconds of its own is then that many more messages.
 */
const TIMES = 8;
const COMMENTS = 5_000;
const PAGES = 5;
const GROUPS = PAGES * 3;
/** From the last of them on: full digests, one more of each group, and what 23 seconds take singly. */
const MOST_MESSAGES = Math.ceil(COMMENTS / 40) + GROUPS + 23 * TIMES;

describe('A burst of 5,000 comments in ten seconds', () => {
  let desk: Desk;
  beforeAll(async () => {
    const began = Date.now();
    desk = await openDesk({
      workspace: { rateLimits: true, now: () => began + (Date.now() - began) * TIMES },
      app: {
        limits: { postsPerSecond: TIMES, updatesPerMinute: 50 },
        feedback: { ...FEEDBACK, perSecond: 100_000 },
      },
    });
  });
  afterAll(async () => await desk[Symbol.asyncDispose]());

  test('is stored, is in the channel within what one message a second allows, without a 429, and is over then.', async () => {
    const { app, pg, slack } = desk;
    const comments = Array.from({ length: COMMENTS }, (_, index) =>
      aComment({
        comment: `burst comment ${index}.`,
        page: `page-${index % PAGES}`,
        rating: ['good', 'neutral', 'bad'][index % 3],
      }),
    );
    const started = Date.now();
    for (let from = 0; from < COMMENTS; from += 250) {
      const { status } = await sendBatch(app, comments.slice(from, from + 250));
      expect(status).toBe(200);
      const due = started + ((from + 250) / COMMENTS) * 10_000;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - Date.now())));
    }
    const meanwhile = (await slack.messages(CHANNEL)).length;
    await until(
      'everything is in a message',
      async () => (await pg.db.selectFrom('feedbackPromises').selectAll().execute()).length === 0,
      120_000,
    );
    await untilDelivered(pg.db);

    // Spikes are called out there, too, with their comments.
    const messages = (await slack.messages(CHANNEL)).filter(({ text }) => text.startsWith('Member feedback'));
    expect(messages.length - meanwhile).toBeLessThanOrEqual(MOST_MESSAGES);
    const shown = JSON.stringify(messages).match(/burst comment \d+\./g) ?? [];
    expect(new Set(shown).size).toBe(COMMENTS);
    expect(shown).toHaveLength(COMMENTS);
    expect((await slack.status()).rateLimited).toBe(0);
    expect(await slack.violations()).toEqual([]);
    inOrder(messages.map(({ ts, blocks }) => ({ ts, said: JSON.stringify(blocks) })));

    for (const number of [1, 2, 3]) await sendFeedback(app, aComment({ comment: `calm again ${number}.` }));
    await until(
      'they are posted',
      async () => (await messagesSaying(slack, CHANNEL, 'calm again')).length === 3,
    );
    await untilDelivered(pg.db);
  }, 180_000);

  /** In each page and rating the numbers only grow, from message to message. */
  function inOrder(messages: readonly { readonly ts: string; readonly said: string }[]): void {
    const last = new Map<number, number>();
    for (const { said } of messages.toSorted((a, b) => a.ts.localeCompare(b.ts))) {
      for (const [, digits] of said.matchAll(/burst comment (\d+)\./g)) {
        const number = Number(digits);
        const group = number % GROUPS;
        expect(number).toBeGreaterThan(last.get(group) ?? -1);
        last.set(group, number);
      }
    }
    expect(last.size).toBe(GROUPS);
  }
});
