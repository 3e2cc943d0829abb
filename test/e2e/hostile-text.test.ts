import { describe, expect, test } from '@jest/globals';
import { untilDelivered } from '../support/kept.ts';
import { ask, cardIn, complete, completeAndPost, reply, untilItReads, words } from '../support/story.ts';
import { useDesk } from '../support/use-desk.ts';

const HOSTILE = [
  '<!channel> <!here> <!everyone> look',
  '<@U0ROSA> <#C0GENERAL> <!subteam^S0SUPERVISORS>',
  '*bold* _italic_ ~struck~ `code` ```block``` > quote',
  '<https://evil.example|https://intranet.example> and <mailto:a|b>',
  '&lt;!channel&gt; &amp;lt;!here&amp;gt;',
  '\u202Egnp.exe\u202C \u200Bzero\u200Dwidth\uFEFF \u2066isolated\u2069',
  ':rotating_light: @here @channel #general',
  '<!date^1392734382^{date}|x> <!subteam^S1|@all>',
];

describe('Text that means harm', () => {
  const desk = useDesk();

  test.each(HOSTILE.map((text, index) => [text, index] as const))(
    'The question %p stands on the card as it was typed, and does nothing.',
    async (text, index) => {
      const { slack } = desk();
      const marker = `station platform ${'abcdefgh'[index]}`;
      await slack.as('maya').shortcut('ask');
      const entries = { Question: `${marker} ${text}`, Topic: 'Providers' };
      expect(await completeAndPost(slack, 'maya', entries)).toEqual({ kind: 'closed' });
      const card = await cardIn(slack, 'experts-providers', marker);
      const message = (await slack.messages('experts-providers')).find(({ ts }) => ts === card.ts);
      const active = activeText(message?.blocks ?? [], message?.text ?? '');
      expect(active).not.toContain(marker);
      expect(active).not.toMatch(/<!(channel|here|everyone|subteam)/);
      expect(active).not.toMatch(/<@U0ROSA>|evil\.example/);
      expect(JSON.stringify(message)).not.toMatch(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/);
    },
  );

  test('The longest text that the form takes stands on the card whole, within all of Slack’s limits.', async () => {
    const { slack, pg } = desk();
    for (const [marker, filling] of [
      ['longest plain', 'x'.repeat(2_980)],
      ['longest escaped', '<&>'.repeat(990)],
      ['longest wide', '漢'.repeat(2_980)],
    ] as const) {
      await slack.as('wei').shortcut('ask');
      const entries = { Question: `${marker} ${filling}`, Topic: 'Pharmacy' };
      expect(await complete(slack, 'wei', entries)).toEqual({ kind: 'closed' });
      await cardIn(slack, 'experts-pharmacy', marker);
    }
    await untilDelivered(pg.db);
  });

  test('A note of an escalation does nothing either.', async () => {
    const { slack } = desk();
    const card = await ask(slack, 'sam', {
      Question: 'Is the corridor open?',
      Topic: 'General, or not sure',
      State: 'Georgia',
      lands: 'care-sunshine',
    });
    await slack.as('rosa').click(card, 'Escalate');
    await slack.as('rosa').waitForView(({ fields }) => fields.some(({ label }) => label === 'Why'));
    await slack.as('rosa').fill({ Why: '<!channel> *now* <https://evil.example|here>' });
    expect(await slack.as('rosa').submit()).toEqual({ kind: 'closed' });
    await untilItReads(slack, card, /Moved to/);
    const note = await slack.waitFor(
      async () => (await slack.thread(card.channel, card.ts)).find((each) => words(each).includes('*now*')),
      'the note in the thread',
    );
    expect(activeText(note.blocks ?? [], note.text)).not.toMatch(/<!channel>|evil\.example/);
    expect(activeText(note.blocks ?? [], note.text)).not.toContain('*now*');
  });

  test('A message with markup comes into the form as its words.', async () => {
    const { slack } = desk();
    const ts = await slack.as('maya').say('care-keystone', 'Ask <@U0LEE> & co. about <b>this</b> elevator');
    await slack.as('maya').messageShortcut('ask_about_message', { channel: 'C0CAREKEYSTONE', ts });
    const form = await slack
      .as('maya')
      .waitForView(({ fields }) => fields.some(({ label }) => label === 'Topic'));
    const shown = form.fields.find(({ label }) => label === 'Question')?.shows ?? '';
    expect(shown).toContain('& co. about <b>this</b> elevator');
    await slack.as('maya').close();
  });

  test('What people reply is not repeated anywhere.', async () => {
    const { slack, pg } = desk();
    const card = await ask(slack, 'maya', {
      Question: 'Is the staircase open?',
      Topic: 'Providers',
      lands: 'experts-providers',
    });
    const answer = await reply(slack, 'lee', card, 'A sentence of my very own.');
    await slack.as('lee').messageShortcut('mark_answer', answer);
    await untilItReads(slack, card, /Answered by/);
    await untilDelivered(pg.db);
    const sent = JSON.stringify(await slack.requests());
    expect(sent).not.toContain('very own');
  });
});

/** The text in which Slack would look for mentions, links and formatting: of mrkdwn objects, and of the fallback. */
function activeText(blocks: readonly unknown[], fallback: string): string {
  const found: string[] = [fallback];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (value !== null && typeof value === 'object') {
      if ('type' in value && value.type === 'mrkdwn' && 'text' in value) found.push(String(value.text));
      if ('type' in value && value.type === 'link' && 'url' in value) found.push(String(value.url));
      Object.values(value).forEach(visit);
    }
  };
  visit(blocks);
  return found.join('\n');
}
