import { describe, expect, test } from '@jest/globals';
import { inModal, input, long, marked, option, optionsOf, paths, plain, select, times } from './samples.ts';

type Example = { rule: string; good: unknown; bad: unknown; at: string };

const group = (count: number, label = 'Group') => ({ label: plain(label), options: optionsOf(count) });
const grouped = (...option_groups: unknown[]) => ({ type: 'static_select', option_groups });
const withOption = (more = {}) => select({ options: [option('a', more)] });

const CHOSEN: Example[] = [
  {
    rule: 'A select has at most 100 options.',
    good: select({ options: optionsOf(100) }),
    bad: select({ options: optionsOf(101) }),
    at: '/options',
  },
  {
    rule: 'A select has at least one option.',
    good: select({ options: optionsOf(1) }),
    bad: select({ options: [] }),
    at: '/options',
  },
  {
    rule: 'A select has at most 100 groups.',
    good: grouped(...times(100, group(1))),
    bad: grouped(...times(101, group(1))),
    at: '/option_groups',
  },
  {
    rule: 'A group has at most 100 options.',
    good: grouped(group(100)),
    bad: grouped(group(101)),
    at: '/option_groups/0/options',
  },
  {
    rule: 'A group is not empty.',
    good: grouped(group(1)),
    bad: grouped(group(0)),
    at: '/option_groups/0/options',
  },
  {
    rule: 'The label of a group holds 75 characters.',
    good: grouped(group(1, long(75))),
    bad: grouped(group(1, long(76))),
    at: '/option_groups/0/label/text',
  },
  {
    rule: 'A select has options or groups.',
    good: select(),
    bad: select({ option_groups: [group(1)] }),
    at: '',
  },
  { rule: 'A select needs options.', good: select(), bad: select({ options: undefined }), at: '' },
  {
    rule: 'The text of an option holds 75 characters.',
    good: withOption({ text: plain(long(75)) }),
    bad: withOption({ text: plain(long(76)) }),
    at: '/options/0/text/text',
  },
  {
    rule: 'The text of an option in a select is plain.',
    good: withOption(),
    bad: withOption({ text: marked() }),
    at: '/options/0/text/type',
  },
  {
    rule: 'The value of an option holds 150 characters.',
    good: withOption({ value: long(150) }),
    bad: withOption({ value: long(151) }),
    at: '/options/0/value',
  },
  {
    rule: 'The value of an option is not empty.',
    good: withOption({ value: '0' }),
    bad: withOption({ value: '' }),
    at: '/options/0/value',
  },
  {
    rule: 'The description of an option holds 75 characters.',
    good: withOption({ description: plain(long(75)) }),
    bad: withOption({ description: plain(long(76)) }),
    at: '/options/0/description/text',
  },
  {
    rule: 'A placeholder holds 150 characters.',
    good: select({ placeholder: plain(long(150)) }),
    bad: select({ placeholder: plain(long(151)) }),
    at: '/placeholder/text',
  },
  {
    rule: 'The initial option equals one of the options, its value included.',
    good: select({ initial_option: option('1') }),
    bad: select({ initial_option: { ...option('1'), value: '2' } }),
    at: '/initial_option',
  },
  {
    rule: 'The initial option equals one of the options, its text included.',
    good: select({ initial_option: option('0') }),
    bad: select({ initial_option: { ...option('0'), text: plain('Renamed') } }),
    at: '/initial_option',
  },
  {
    rule: 'The initial option may stand in a group.',
    good: { ...grouped(group(2)), initial_option: option('1') },
    bad: { ...grouped(group(2)), initial_option: option('2') },
    at: '/initial_option',
  },
  {
    rule: 'Each initial option equals one of the options.',
    good: select({ type: 'multi_static_select', initial_options: optionsOf(2) }),
    bad: select({ type: 'multi_static_select', initial_options: optionsOf(3) }),
    at: '/initial_options',
  },
  {
    rule: 'A list of initial options is not empty.',
    good: select({ type: 'multi_static_select' }),
    bad: select({ type: 'multi_static_select', initial_options: [] }),
    at: '/initial_options',
  },
  {
    rule: 'No more are chosen beforehand than may be chosen.',
    good: select({ type: 'multi_static_select', initial_options: optionsOf(2), max_selected_items: 2 }),
    bad: select({ type: 'multi_static_select', initial_options: optionsOf(2), max_selected_items: 1 }),
    at: '/initial_options',
  },
  {
    rule: 'An external select brings no options.',
    good: { type: 'external_select', min_query_length: 0, initial_option: option() },
    bad: { type: 'external_select', options: optionsOf(1) },
    at: '/options',
  },
  {
    rule: 'A choice of people names one of them.',
    good: { type: 'users_select', initial_user: 'U1' },
    bad: { type: 'users_select', initial_users: ['U1'] },
    at: '/initial_users',
  },
  {
    rule: 'A choice of several people names a list.',
    good: { type: 'multi_users_select', initial_users: ['U1'] },
    bad: { type: 'multi_users_select', initial_user: 'U1' },
    at: '/initial_user',
  },
  {
    rule: 'A filter of conversations filters by something.',
    good: { type: 'conversations_select', filter: { include: ['public'] } },
    bad: { type: 'conversations_select', filter: {} },
    at: '/filter',
  },
  {
    rule: 'A channel is chosen from channels.',
    good: { type: 'multi_channels_select', initial_channels: ['C1'] },
    bad: { type: 'multi_channels_select', filter: { include: ['public'] } },
    at: '/filter',
  },
  {
    rule: 'Checkboxes are ten.',
    good: { type: 'checkboxes', options: optionsOf(10) },
    bad: { type: 'checkboxes', options: optionsOf(11) },
    at: '/options',
  },
  {
    rule: 'Radio buttons are ten.',
    good: { type: 'radio_buttons', options: optionsOf(10) },
    bad: { type: 'radio_buttons', options: optionsOf(11) },
    at: '/options',
  },
  {
    rule: 'A checkbox may be marked up.',
    good: { type: 'checkboxes', options: [option('a', { text: marked('*Live*') })] },
    bad: { type: 'checkboxes', options: optionsOf(1), initial_options: [option('z')] },
    at: '/initial_options',
  },
  {
    rule: 'The initial radio button equals one of them.',
    good: { type: 'radio_buttons', options: optionsOf(2), initial_option: option('1') },
    bad: { type: 'radio_buttons', options: optionsOf(2), initial_option: option('z') },
    at: '/initial_option',
  },
  {
    rule: 'Checkboxes have no maximum of their own.',
    good: { type: 'checkboxes', options: optionsOf(1) },
    bad: { type: 'checkboxes', options: optionsOf(1), max_selected_items: 1 },
    at: '/max_selected_items',
  },
  {
    rule: 'A date is written YYYY-MM-DD and exists.',
    good: { type: 'datepicker', initial_date: '2026-02-28' },
    bad: { type: 'datepicker', initial_date: '2026-02-30' },
    at: '/initial_date',
  },
  {
    rule: 'A time is written HH:mm.',
    good: { type: 'timepicker', initial_time: '23:59' },
    bad: { type: 'timepicker', initial_time: '24:00' },
    at: '/initial_time',
  },
  {
    rule: 'A moment has ten digits.',
    good: { type: 'datetimepicker', initial_date_time: 1_700_000_000 },
    bad: { type: 'datetimepicker', initial_date_time: 1_700_000_000_000 },
    at: '/initial_date_time',
  },
];

describe('elements that offer a choice', () => {
  test.each(CHOSEN)('$rule', ({ good, bad, at }) => {
    expect(inModal(input(good))).toEqual([]);
    expect(paths(inModal(input(bad)))).toEqual([`/blocks/0/element${at}`]);
  });
});
