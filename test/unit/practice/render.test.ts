import { describe, expect, test } from '@jest/globals';
import { readable, renderBlocks } from '../../../practice/render.ts';
import { plain, section } from './support.ts';

const names = {
  person: (id: string) => (id === 'U0MAYA' ? 'maya' : id),
  channel: (id: string) => (id === 'C0X' ? 'care-keystone' : id),
};

describe('blocks as text', () => {
  test('read as they do on the screen', () => {
    const blocks = [
      { type: 'header', text: plain('Question') },
      section('From <@U0MAYA>\nin <#C0X>'),
      {
        type: 'section',
        fields: [
          { type: 'mrkdwn', text: '*State* Ohio' },
          { type: 'mrkdwn', text: '*Topic* Claims' },
        ],
      },
      {
        type: 'context',
        elements: [
          { type: 'mrkdwn', text: 'Open' },
          { type: 'image', alt_text: 'clock' },
        ],
      },
      { type: 'divider' },
      {
        type: 'actions',
        elements: [
          { type: 'button', text: plain('Claim') },
          { type: 'overflow', options: [{ text: plain('Release'), value: 'r' }] },
        ],
      },
    ];

    expect(renderBlocks(blocks, names)).toEqual([
      '*Question*',
      'From @maya',
      'in #care-keystone',
      '*State* Ohio · *Topic* Claims',
      'Open  [image: clock]',
      '―――',
      '[ Claim ] [ … Release ]',
    ]);
  });

  test('rich text keeps its lists, quotes and mentions', () => {
    const said = (text: string) => ({ type: 'text', text });
    const blocks = [
      {
        type: 'rich_text',
        elements: [
          { type: 'rich_text_section', elements: [said('Ask '), { type: 'user', user_id: 'U0MAYA' }] },
          { type: 'rich_text_list', elements: [{ type: 'rich_text_section', elements: [said('one')] }] },
          { type: 'rich_text_quote', elements: [said('two\nthree')] },
        ],
      },
    ];

    expect(renderBlocks(blocks, names)).toEqual(['Ask @maya', '• one', '> two', '> three']);
  });

  test('a block it can’t draw is named', () => {
    expect(renderBlocks([{ type: 'hologram' }], names)).toEqual(['[unsupported block: hologram]']);
  });
});

test('links, dates and escapes become words', () => {
  const text =
    '<https://x.example|the thread> &lt;b&gt; <!date^1^{time}|noon> <!subteam^S1|@supervisors> <!here>';

  expect(readable(text, names)).toBe('the thread (https://x.example) <b> noon @supervisors @here');
});
