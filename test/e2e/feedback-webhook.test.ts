import { describe, expect, test } from '@jest/globals';
import { aComment, CHANNEL, sendBatch, sendFeedback } from '../support/feedback.ts';
import { cardIn, messagesSaying, words } from '../support/story.ts';
import { TRANSPORTS, useDesk } from '../support/use-desk.ts';

describe.each(TRANSPORTS)('What a member says on the website, with Slack over %s', (transport) => {
  const desk = useDesk({ transport });

  test('is stored, acknowledged and posted in the form that readers know, with a token for the member.', async () => {
    const { slack, app, pg } = desk();
    const answered = await sendFeedback(
      app,
      aComment({ comment: 'Absolutely LOVE how easy the website is!' }),
    );
    expect(answered.status).toBe(202);
    const message = await cardIn(slack, CHANNEL, 'Absolutely LOVE');
    const [found] = await messagesSaying(slack, CHANNEL, 'Absolutely LOVE');
    expect(words(found!)).toMatch(
      /^\*M-[2-9A-Z]{6} - FL\*\n31719 - good - pulse-point-billing-center\nAbsolutely LOVE how easy the website is!\n/,
    );
    expect(message.ts).toBeDefined();
    expect(await pg.db.selectFrom('feedbackPromises').selectAll().execute()).toEqual([]);
  });

  test('comes once, however often it is sent.', async () => {
    const { app } = desk();
    const comment = aComment();
    const first = await sendFeedback(app, comment);
    expect(first.status).toBe(202);
    const again = await sendFeedback(app, comment);
    expect([again.status, again.body]).toEqual([200, first.body]);
    const other = await sendFeedback(app, { ...comment, rating: 'bad' });
    expect(other.status).toBe(409);
    const batch = await sendBatch(app, [comment, aComment(), { ...comment, state: 'PA' }, 5]);
    expect(batch.body).toMatchObject({
      results: [{ status: 200 }, { status: 202 }, { status: 409 }, { status: 422 }],
    });
  });
});
