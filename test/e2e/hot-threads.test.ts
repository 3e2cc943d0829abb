import { describe, expect, test } from '@jest/globals';
import { aComment, CHANNEL, sendFeedback } from '../support/feedback.ts';
import { ask, cardIn, type OnMessage, reply, untilItReads, untilThreadReads } from '../support/story.ts';
import { TRANSPORTS, useDesk } from '../support/use-desk.ts';

describe.each(TRANSPORTS)('A hot thread, with Slack over %s', (transport) => {
  const desk = useDesk({ transport });

  async function many(on: OnMessage, people: readonly string[], count: number): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      await reply(desk().slack, people[index % people.length] ?? 'lee', on, `Reply ${index}`);
    }
  }

  test('about a question is brought to product managers, taken, known, and gets a channel.', async () => {
    const { slack } = desk();
    const card = await ask(slack, 'maya', {
      Question: 'Which lighthouse is in network?',
      Topic: 'Providers',
      lands: 'experts-providers',
    });
    await slack.as('maya').join('experts-providers');
    await slack.delivery({ duplicate: 1, reorder: true });
    await many(card, ['lee', 'rosa', 'maya'], 26);
    await slack.delivery({});
    const hot = await cardIn(slack, CHANNEL, 'grows unusually fast');
    await untilItReads(slack, hot, /replies by \*3 people\*/);

    await slack.as('quinn').click(hot, 'I own it');
    await untilItReads(slack, hot, /Owner\* @U0QUINN/);
    await slack.as('quinn').click(hot, 'Known');
    await untilItReads(slack, hot, /Known\*, says @U0QUINN/);
    await slack.as('quinn').click(hot, 'Make a channel');
    await untilItReads(slack, hot, /Channel\* #C0HOT/);
    await untilThreadReads(slack, card, /has a channel of its own now/);

    const made = (await slack.channels()).filter(({ name }) => name.startsWith('hot-'));
    expect(made).toHaveLength(1);
    expect(made[0]?.members).toEqual(expect.arrayContaining(['U0LEE', 'U0MAYA', 'U0QUINN', 'U0ROSA']));
    const opening = await cardIn(slack, made[0]?.name ?? '', 'This channel is for what began in');
    expect(await untilItReads(slack, opening, /a thread/)).toContain('U0QUINN');
    expect((await slack.messages(CHANNEL)).filter(({ text }) => text.startsWith('Hot thread'))).toHaveLength(
      1,
    );
  });

  test('about a comment is brought to product managers, too.', async () => {
    const { slack, app } = desk();
    await sendFeedback(app, aComment({ comment: 'The foghorn is broken' }));
    const on = await cardIn(slack, CHANNEL, 'The foghorn is broken');
    for (const name of ['maya', 'lee']) await slack.as(name).join(CHANNEL);
    await many(on, ['quinn', 'maya', 'lee'], 26);
    const hot = await cardIn(slack, CHANNEL, 'A thread about a comment');
    expect(await untilItReads(slack, hot, /replies/)).toMatch(/States\* FL 1/);
  });
});
