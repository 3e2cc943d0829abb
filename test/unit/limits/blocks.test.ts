import { describe, expect, test } from '@jest/globals';
import {
  actions,
  button,
  divider,
  image,
  inMessage,
  inModal,
  input,
  long,
  marked,
  paths,
  plain,
  section,
  select,
  textInput,
  times,
} from './samples.ts';

type Example = { rule: string; good: unknown; bad: unknown; at: string };

const header = (text: unknown) => ({ type: 'header', text });
const context = (...elements: unknown[]) => ({ type: 'context', elements });
const buttons = (count: number) => times(count, button());

const BLOCKS: Example[] = [
  {
    rule: 'A section holds 3,000 characters.',
    good: section({ text: marked(long(3000)) }),
    bad: section({ text: marked(long(3001)) }),
    at: '/text/text',
  },
  { rule: 'A text may not be empty.', good: section(), bad: section({ text: marked('') }), at: '/text/text' },
  {
    rule: 'A section needs text or fields.',
    good: { type: 'section', fields: [plain()] },
    bad: { type: 'section' },
    at: '',
  },
  {
    rule: 'A section holds ten fields.',
    good: section({ fields: times(10, plain()) }),
    bad: section({ fields: times(11, plain()) }),
    at: '/fields',
  },
  {
    rule: 'A list of fields may not be empty.',
    good: section({ fields: [plain()] }),
    bad: section({ fields: [] }),
    at: '/fields',
  },
  {
    rule: 'A field holds 2,000 characters.',
    good: section({ fields: [plain(long(2000))] }),
    bad: section({ fields: [plain(long(2001))] }),
    at: '/fields/0/text',
  },
  {
    rule: 'Fields unknown to Slack are refused.',
    good: section({ expand: true }),
    bad: section({ colour: 'red' }),
    at: '/colour',
  },
  {
    rule: 'Fields unknown to Slack are refused in texts as well.',
    good: section({ text: plain('x', { emoji: true }) }),
    bad: section({ text: marked('x', { emoji: true }) }),
    at: '/text/emoji',
  },
  { rule: 'A block must be of a known type.', good: divider, bad: { type: 'dividers' }, at: '/type' },
  {
    rule: 'A text must be of a known type.',
    good: section(),
    bad: section({ text: { type: 'html', text: 'x' } }),
    at: '/text/type',
  },
  {
    rule: 'A header holds 150 characters.',
    good: header(plain(long(150))),
    bad: header(plain(long(151))),
    at: '/text/text',
  },
  { rule: 'A header is plain text.', good: header(plain()), bad: header(marked()), at: '/text/type' },
  {
    rule: 'A context holds ten elements.',
    good: context(...times(10, plain())),
    bad: context(...times(11, plain())),
    at: '/elements',
  },
  { rule: 'A context holds at least one element.', good: context(image()), bad: context(), at: '/elements' },
  {
    rule: 'A context holds texts and images only.',
    good: context(marked()),
    bad: context(button()),
    at: '/elements/0/type',
  },
  {
    rule: 'An actions block holds 25 elements.',
    good: actions(...buttons(25)),
    bad: actions(...buttons(26)),
    at: '/elements',
  },
  {
    rule: 'An actions block holds at least one element.',
    good: actions(button()),
    bad: actions(),
    at: '/elements',
  },
  {
    rule: 'A multi-select may not stand in an actions block.',
    good: actions(select()),
    bad: actions(select({ type: 'multi_static_select' })),
    at: '/elements/0/type',
  },
  {
    rule: 'A text input may only stand in an input block.',
    good: input(textInput()),
    bad: section({ accessory: textInput() }),
    at: '/accessory/type',
  },
  {
    rule: 'A button may not stand in an input block.',
    good: input(select()),
    bad: input(button()),
    at: '/element/type',
  },
  {
    rule: 'An input needs a label.',
    good: input(textInput()),
    bad: { type: 'input', element: textInput() },
    at: '/label',
  },
  {
    rule: 'The label of an input is plain text.',
    good: input(textInput(), { label: plain() }),
    bad: input(textInput(), { label: marked() }),
    at: '/label/type',
  },
  {
    rule: 'The label of an input holds 2,000 characters.',
    good: input(textInput(), { label: plain(long(2000)) }),
    bad: input(textInput(), { label: plain(long(2001)) }),
    at: '/label/text',
  },
  {
    rule: 'The hint of an input holds 2,000 characters.',
    good: input(textInput(), { hint: plain(long(2000)) }),
    bad: input(textInput(), { hint: plain(long(2001)) }),
    at: '/hint/text',
  },
  {
    rule: 'A block_id holds 255 characters.',
    good: section({ block_id: long(255) }),
    bad: section({ block_id: long(256) }),
    at: '/block_id',
  },
  {
    rule: 'An image says what it shows.',
    good: image(),
    bad: image({ alt_text: undefined }),
    at: '/alt_text',
  },
  {
    rule: 'What an image shows is said in 2,000 characters.',
    good: image({ alt_text: long(2000) }),
    bad: image({ alt_text: long(2001) }),
    at: '/alt_text',
  },
  {
    rule: 'An image comes from one place.',
    good: { type: 'image', alt_text: 'x', slack_file: { id: 'F1' } },
    bad: image({ slack_file: { id: 'F1' } }),
    at: '',
  },
  { rule: 'An image comes from a URL.', good: image(), bad: image({ image_url: 'a.png' }), at: '/image_url' },
];

describe('each block', () => {
  test.each(BLOCKS)('$rule', ({ good, bad, at }) => {
    expect(inMessage(good)).toEqual([]);
    expect(inModal(good)).toEqual([]);
    expect(paths(inMessage(bad))).toEqual([`/blocks/0${at}`]);
  });
});
