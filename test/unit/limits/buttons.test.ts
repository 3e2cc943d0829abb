import { describe, expect, test } from '@jest/globals';
import {
  actions,
  button,
  confirm,
  inModal,
  long,
  marked,
  option,
  optionsOf,
  paths,
  plain,
  select,
} from './samples.ts';

type Example = { rule: string; good: unknown; bad: unknown; at: string };

const overflow = (count: number) => ({ type: 'overflow', options: optionsOf(count) });
const labelled = (more = {}) => button({ text: plain('x', more) });
const withOption = (more = {}) => select({ options: [option('a', more)] });

const CLICKED: Example[] = [
  {
    rule: 'A button says 75 characters.',
    good: labelled({ text: long(75) }),
    bad: labelled({ text: long(76) }),
    at: '/text/text',
  },
  { rule: 'A button is plain text.', good: button(), bad: button({ text: marked() }), at: '/text/type' },
  { rule: 'A button needs a text.', good: button(), bad: button({ text: undefined }), at: '/text' },
  {
    rule: 'The value of a button holds 2,000 characters.',
    good: button({ value: long(2000) }),
    bad: button({ value: long(2001) }),
    at: '/value',
  },
  {
    rule: 'The URL of a button holds 3,000 characters.',
    good: button({ url: `https://example.com/${long(2980)}` }),
    bad: button({ url: `https://example.com/${long(2981)}` }),
    at: '/url',
  },
  {
    rule: 'The URL of a button is whole.',
    good: button({ url: 'slack://open' }),
    bad: button({ url: 'example' }),
    at: '/url',
  },
  {
    rule: 'A button is primary or danger.',
    good: button({ style: 'danger' }),
    bad: button({ style: 'default' }),
    at: '/style',
  },
  {
    rule: 'An action_id holds 255 characters.',
    good: button({ action_id: long(255) }),
    bad: button({ action_id: long(256) }),
    at: '/action_id',
  },
  {
    rule: 'An action_id is not empty.',
    good: button({ action_id: 'a' }),
    bad: button({ action_id: '' }),
    at: '/action_id',
  },
  {
    rule: 'The title of a confirmation holds 100 characters.',
    good: button({ confirm: confirm({ title: plain(long(100)) }) }),
    bad: button({ confirm: confirm({ title: plain(long(101)) }) }),
    at: '/confirm/title/text',
  },
  {
    rule: 'The text of a confirmation holds 300 characters.',
    good: button({ confirm: confirm({ text: marked(long(300)) }) }),
    bad: button({ confirm: confirm({ text: marked(long(301)) }) }),
    at: '/confirm/text/text',
  },
  {
    rule: 'The buttons of a confirmation hold 30 characters.',
    good: button({ confirm: confirm({ deny: plain(long(30)) }) }),
    bad: button({ confirm: confirm({ deny: plain(long(31)) }) }),
    at: '/confirm/deny/text',
  },
  { rule: 'An overflow menu has at most five options.', good: overflow(5), bad: overflow(6), at: '/options' },
  { rule: 'An overflow menu has at least one option.', good: overflow(1), bad: overflow(0), at: '/options' },
  {
    rule: 'Only in an overflow menu does an option lead to a page.',
    good: { type: 'overflow', options: [option('a', { url: 'https://example.com' })] },
    bad: withOption({ url: 'https://example.com' }),
    at: '/options/0/url',
  },
];

describe('elements that are clicked', () => {
  test.each(CLICKED)('$rule', ({ good, bad, at }) => {
    expect(inModal(actions(good))).toEqual([]);
    expect(paths(inModal(actions(bad)))).toEqual([`/blocks/0/elements/0${at}`]);
  });
});
