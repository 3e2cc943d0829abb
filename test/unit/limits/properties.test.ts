import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkMessage, checkView } from '../../../practice/limits/index.ts';
import { input, modal, paths } from './samples.ts';

const text = (max: number) => fc.string({ minLength: 1, maxLength: max, unit: 'binary' });
const plain = (max: number) => fc.record({ type: fc.constant('plain_text'), text: text(max) });
const anyText = (max: number) =>
  fc.record({ type: fc.constantFrom('plain_text', 'mrkdwn'), text: text(max) });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const option = fc.record({ text: plain(75), value: text(150), description: maybe(plain(75)) });
const options = (max: number) => fc.array(option, { minLength: 1, maxLength: max });
const button = fc.record({
  type: fc.constant('button'),
  text: plain(75),
  value: maybe(text(2000)),
  style: maybe(fc.constantFrom('primary', 'danger')),
});
const select = options(100).chain((all) =>
  fc.record({
    type: fc.constant('static_select'),
    options: fc.constant(all),
    initial_option: maybe(fc.constantFrom(...all)),
    placeholder: maybe(plain(150)),
  }),
);
const overflow = fc.record({ type: fc.constant('overflow'), options: options(5) });
const radio = fc.record({ type: fc.constant('radio_buttons'), options: options(10) });
const textInput = fc.record({
  type: fc.constant('plain_text_input'),
  initial_value: maybe(text(3000)),
  multiline: maybe(fc.boolean()),
});

const SHAPES = [
  fc.constant({ type: 'divider' }),
  fc.record({ type: fc.constant('header'), text: plain(150) }),
  fc.record({
    type: fc.constant('section'),
    text: anyText(300),
    accessory: maybe(fc.oneof(button, select, overflow, radio)),
  }),
  fc.record({
    type: fc.constant('section'),
    fields: fc.array(anyText(200), { minLength: 1, maxLength: 10 }),
  }),
  fc.record({
    type: fc.constant('context'),
    elements: fc.array(anyText(200), { minLength: 1, maxLength: 10 }),
  }),
  fc.record({
    type: fc.constant('actions'),
    elements: fc.array(fc.oneof(button, select, overflow), { minLength: 1, maxLength: 25 }),
  }),
];
const inputBlock = fc.record({
  type: fc.constant('input'),
  label: plain(2000),
  element: fc.oneof(textInput, select, radio),
  optional: maybe(fc.boolean()),
});

/** Blocks with block_ids that are their places, and so unique. */
const listOf = (block: fc.Arbitrary<object>, max: number) =>
  fc
    .array(block, { minLength: 1, maxLength: max, size: 'medium' })
    .map((blocks) => blocks.map((one, index) => ({ ...one, block_id: `block-${index}` })));

/** A tree as it travels to Slack: without what is undefined. */
const sent = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

const PER_RUN = { numRuns: 60 };

describe('payloads within the limits', () => {
  test('A message of any such blocks passes, unless its text is too long in total.', () => {
    fc.assert(
      fc.property(listOf(fc.oneof(...SHAPES), 8), (blocks) => {
        const found = checkMessage({ channel: 'C1', text: 'x', blocks: sent(blocks) });
        expect(found.filter(({ slackError }) => slackError !== 'msg_blocks_too_long')).toEqual([]);
      }),
      PER_RUN,
    );
  });

  test('A modal of any such blocks passes, unless it is too large in total.', () => {
    fc.assert(
      fc.property(listOf(fc.oneof(...SHAPES, inputBlock), 10), (blocks) => {
        const found = checkView(sent(modal(blocks)));
        expect(found.filter(({ slackError }) => slackError !== 'view_too_large')).toEqual([]);
      }),
      PER_RUN,
    );
  });
});

type Mutation = { rule: string; at: string; make: fc.Arbitrary<unknown> };

const over = (max: number) => fc.string({ minLength: max + 1, maxLength: max + 50, unit: 'binary' });
const optionTexts = (max: number) =>
  over(max).map((tooLong) => [{ text: { type: 'plain_text', text: tooLong }, value: 'a' }]);

const MUTATIONS: Mutation[] = [
  {
    rule: 'A label beyond 2,000 characters is refused.',
    at: '/label/text',
    make: over(2000).map((label) =>
      input({ type: 'plain_text_input' }, { label: { type: 'plain_text', text: label } }),
    ),
  },
  {
    rule: 'An option beyond 75 characters is refused.',
    at: '/element/options/0/text/text',
    make: optionTexts(75).map((all) => input({ type: 'static_select', options: all })),
  },
  {
    rule: 'A value beyond 150 characters is refused.',
    at: '/element/options/0/value',
    make: over(150).map((value) =>
      input({
        type: 'static_select',
        options: [{ text: { type: 'plain_text', text: 'x' }, value }],
      }),
    ),
  },
  {
    rule: 'A header beyond 150 characters is refused.',
    at: '/text/text',
    make: over(150).map((words) => ({ type: 'header', text: { type: 'plain_text', text: words } })),
  },
  {
    rule: 'A block_id beyond 255 characters is refused.',
    at: '/block_id',
    make: over(255).map((block_id) => ({ type: 'divider', block_id })),
  },
  {
    rule: 'A field of a made-up name is refused.',
    at: '/invented',
    make: fc.anything().map((invented) => ({ type: 'divider', invented: invented ?? 1 })),
  },
  {
    rule: 'A menu of more than five is refused.',
    at: '/elements/0/options',
    make: fc.array(option, { minLength: 6, maxLength: 12 }).map((all) => ({
      type: 'actions',
      elements: [{ type: 'overflow', options: sent(all) }],
    })),
  },
];

describe('one step beyond a limit', () => {
  test.each(MUTATIONS)('$rule', ({ at, make }) => {
    fc.assert(
      fc.property(listOf(fc.oneof(...SHAPES), 4), make, (blocks, beyond) => {
        const found = checkView(modal([...sent(blocks), beyond]));
        expect(paths(found)).toEqual([`/blocks/${blocks.length}${at}`]);
      }),
      PER_RUN,
    );
  });

  test('Whatever it is given, the checker answers and never throws.', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (anything) => {
        expect(checkView(modal([anything])).length).toBeGreaterThan(0);
        expect(checkMessage(anything).length).toBeGreaterThan(0);
      }),
    );
  });
});
