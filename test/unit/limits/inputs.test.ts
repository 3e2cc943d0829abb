import { describe, expect, test } from '@jest/globals';
import { inModal, input, long, paragraph, paths, plain, richText, textInput } from './samples.ts';

type Example = { rule: string; good: unknown; bad: unknown; at: string };

const TYPED: Example[] = [
  {
    rule: 'At most 3,000 characters are typed.',
    good: textInput({ max_length: 3000 }),
    bad: textInput({ max_length: 3001 }),
    at: '/max_length',
  },
  {
    rule: 'The least is not more than the most.',
    good: textInput({ min_length: 5, max_length: 5 }),
    bad: textInput({ min_length: 6, max_length: 5 }),
    at: '/min_length',
  },
  {
    rule: 'An initial value is not longer than what may be typed.',
    good: textInput({ initial_value: 'abc', max_length: 3 }),
    bad: textInput({ initial_value: 'abcd', max_length: 3 }),
    at: '/initial_value',
  },
  {
    rule: 'An initial value is not shorter than what must be typed.',
    good: textInput({ initial_value: 'abc', min_length: 3 }),
    bad: textInput({ initial_value: 'ab', min_length: 3 }),
    at: '/initial_value',
  },
  {
    rule: 'An initial value holds 3,000 characters.',
    good: textInput({ initial_value: long(3000) }),
    bad: textInput({ initial_value: long(3001) }),
    at: '/initial_value',
  },
  {
    rule: 'A length is counted in UTF-16 units, so a pair counts twice.',
    good: textInput({ initial_value: '😀'.repeat(1500) }),
    bad: textInput({ initial_value: '😀'.repeat(1501) }),
    at: '/initial_value',
  },
  {
    rule: 'A minimum is counted in code points, so a pair counts once.',
    good: textInput({ initial_value: '😀😀', min_length: 2 }),
    bad: textInput({ initial_value: '😀', min_length: 2 }),
    at: '/initial_value',
  },
  {
    rule: 'A text input is told when to speak up.',
    good: textInput({ dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] } }),
    bad: textInput({ dispatch_action_config: { trigger_actions_on: ['always'] } }),
    at: '/dispatch_action_config/trigger_actions_on/0',
  },
  {
    rule: 'A number says whether it may have decimals.',
    good: { type: 'number_input', is_decimal_allowed: true },
    bad: { type: 'number_input' },
    at: '/is_decimal_allowed',
  },
  {
    rule: 'The bounds of a number are in order.',
    good: { type: 'number_input', is_decimal_allowed: false, min_value: '1', max_value: '10' },
    bad: { type: 'number_input', is_decimal_allowed: false, min_value: '11', max_value: '10' },
    at: '/min_value',
  },
  {
    rule: 'A number is written as text.',
    good: { type: 'number_input', is_decimal_allowed: true, initial_value: '-1.5' },
    bad: { type: 'number_input', is_decimal_allowed: true, initial_value: 'many' },
    at: '/initial_value',
  },
  {
    rule: 'An address takes a placeholder of 150 characters.',
    good: { type: 'email_text_input', placeholder: plain(long(150)) },
    bad: { type: 'url_text_input', placeholder: plain(long(151)) },
    at: '/placeholder/text',
  },
  {
    rule: 'At most ten files are taken.',
    good: { type: 'file_input', max_files: 10 },
    bad: { type: 'file_input', max_files: 11 },
    at: '/max_files',
  },
  {
    rule: 'A rich text input begins with rich text.',
    good: { type: 'rich_text_input', initial_value: richText(paragraph()) },
    bad: { type: 'rich_text_input', initial_value: richText() },
    at: '/initial_value/elements',
  },
];

describe('elements that are typed into', () => {
  test.each(TYPED)('$rule', ({ good, bad, at }) => {
    expect(inModal(input(good))).toEqual([]);
    expect(paths(inModal(input(bad)))).toEqual([`/blocks/0/element${at}`]);
  });
});
