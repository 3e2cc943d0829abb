import { describe, expect, test } from '@jest/globals';
import { inMessage, paragraph, paths, richText, words } from './samples.ts';

type Example = { rule: string; good: unknown; bad: unknown; at: string };

const RICH_TEXT: Example[] = [
  {
    rule: 'Rich text is made of paragraphs, lists, quotes and preformatted text.',
    good: richText(
      paragraph(
        words('a', { style: { bold: true } }),
        { type: 'user', user_id: 'U1' },
        { type: 'link', url: 'https://example.com', text: 'here' },
        { type: 'emoji', name: 'wave' },
        { type: 'broadcast', range: 'here' },
      ),
      { type: 'rich_text_list', style: 'bullet', elements: [paragraph(words())] },
      { type: 'rich_text_quote', elements: [words()], border: 1 },
      { type: 'rich_text_preformatted', elements: [words()] },
    ),
    bad: richText(words()),
    at: '/elements/0/type',
  },
  { rule: 'Rich text is not empty.', good: richText(paragraph()), bad: richText(), at: '/elements' },
  {
    rule: 'A piece of rich text is not empty.',
    good: richText(paragraph(words())),
    bad: richText(paragraph(words(''))),
    at: '/elements/0/elements/0/text',
  },
  {
    rule: 'A style is one of five.',
    good: richText(paragraph(words('a', { style: { underline: true } }))),
    bad: richText(paragraph(words('a', { style: { blink: true } }))),
    at: '/elements/0/elements/0/style/blink',
  },
  {
    rule: 'A list is bulleted or ordered.',
    good: richText({ type: 'rich_text_list', style: 'ordered', elements: [paragraph(words())] }),
    bad: richText({ type: 'rich_text_list', style: 'dashed', elements: [paragraph(words())] }),
    at: '/elements/0/style',
  },
  {
    rule: 'Preformatted text holds text and links only.',
    good: richText({ type: 'rich_text_preformatted', elements: [words()] }),
    bad: richText({ type: 'rich_text_preformatted', elements: [{ type: 'user', user_id: 'U1' }] }),
    at: '/elements/0/elements/0/type',
  },
];

describe('rich text', () => {
  test.each(RICH_TEXT)('$rule', ({ good, bad, at }) => {
    expect(inMessage(good)).toEqual([]);
    expect(paths(inMessage(bad))).toEqual([`/blocks/0${at}`]);
  });
});
