import { describe, expect, test } from '@jest/globals';
import {
  actions,
  button,
  divider,
  inMessage,
  long,
  marked,
  paragraph,
  paths,
  plain,
  richText,
  section,
  times,
} from './samples.ts';

type Example = { rule: string; good: unknown; bad: unknown; at: string };

const cell = { type: 'raw_text', text: 'x' };
const table = (more = {}) => ({ type: 'table', rows: [[cell]], ...more });
const dataTable = (more = {}) => ({ type: 'data_table', caption: 'Open', rows: [[cell], [cell]], ...more });
const card = (more = {}) => ({ type: 'card', title: marked(), ...more });
const container = (...child_blocks: unknown[]) => ({ type: 'container', title: plain(), child_blocks });

const NEWER: Example[] = [
  {
    rule: 'A table has 100 rows.',
    good: table({ rows: times(100, [cell]) }),
    bad: table({ rows: times(101, [cell]) }),
    at: '/rows',
  },
  {
    rule: 'A row has 20 cells.',
    good: table({ rows: [times(20, cell)] }),
    bad: table({ rows: [times(21, cell)] }),
    at: '/rows/0',
  },
  {
    rule: 'A data table has a caption.',
    good: dataTable(),
    bad: dataTable({ caption: undefined }),
    at: '/caption',
  },
  {
    rule: 'The rows of a data table are equally long.',
    good: dataTable(),
    bad: dataTable({ rows: [[cell], [cell, cell]] }),
    at: '/rows',
  },
  {
    rule: 'The first row of a data table is no rich text.',
    good: dataTable({ rows: [[cell], [richText(paragraph())]] }),
    bad: dataTable({ rows: [[richText(paragraph())], [cell]] }),
    at: '/rows/0',
  },
  {
    rule: 'The body of a card holds 200 characters.',
    good: card({ body: marked(long(200)) }),
    bad: card({ body: marked(long(201)) }),
    at: '/body/text',
  },
  {
    rule: 'A carousel has ten cards.',
    good: { type: 'carousel', elements: times(10, card()) },
    bad: { type: 'carousel', elements: times(11, card()) },
    at: '/elements',
  },
  {
    rule: 'A container has ten blocks.',
    good: container(...times(10, divider)),
    bad: container(...times(11, divider)),
    at: '/child_blocks',
  },
  {
    rule: 'A container holds no container.',
    good: container(section()),
    bad: container(container(divider)),
    at: '/child_blocks/0/type',
  },
  {
    rule: 'Markdown holds 12,000 characters.',
    good: { type: 'markdown', text: long(12_000) },
    bad: { type: 'markdown', text: '' },
    at: '/text',
  },
];

const opinion = (more = {}) => ({ text: plain('Good'), value: 'good', ...more });
const feedback = (more = {}) => ({
  type: 'feedback_buttons',
  positive_button: opinion(),
  negative_button: opinion(),
  ...more,
});
const contextActions = (...elements: unknown[]) => ({ type: 'context_actions', elements });
const task = (more = {}) => ({
  type: 'task_card',
  task_id: 'a',
  title: 'Look up',
  status: 'complete',
  ...more,
});
const video = (more = {}) => ({
  type: 'video',
  video_url: 'https://example.com/v',
  thumbnail_url: 'https://example.com/t.png',
  alt_text: 'How to ask',
  title: plain(),
  ...more,
});

const RARE: Example[] = [
  {
    rule: 'Context actions are five.',
    good: contextActions(...times(5, feedback())),
    bad: contextActions(...times(6, feedback())),
    at: '/elements',
  },
  {
    rule: 'Context actions are feedback buttons and icon buttons.',
    good: contextActions({ type: 'icon_button', icon: 'trash', text: plain('Remove') }),
    bad: contextActions(button()),
    at: '/elements/0/type',
  },
  {
    rule: 'A feedback button says 75 characters.',
    good: contextActions(feedback({ positive_button: opinion({ text: plain(long(75)) }) })),
    bad: contextActions(feedback({ positive_button: opinion({ text: plain(long(76)) }) })),
    at: '/elements/0/positive_button/text/text',
  },
  {
    rule: 'A task has a known status.',
    good: task(),
    bad: task({ status: 'done' }),
    at: '/status',
  },
  {
    rule: 'A plan is made of tasks.',
    good: { type: 'plan', title: 'Plan', tasks: [task()] },
    bad: { type: 'plan', title: 'Plan', tasks: [task({ title: '' })] },
    at: '/tasks/0/title',
  },
  {
    rule: 'The title of a video holds 200 characters.',
    good: video({ title: plain(long(200)) }),
    bad: video({ title: plain(long(201)) }),
    at: '/title/text',
  },
  {
    rule: 'A workflow button names its workflow.',
    good: actions({
      type: 'workflow_button',
      text: plain(),
      workflow: { trigger: { url: 'https://slack.com/shortcuts/x' } },
    }),
    bad: actions({ type: 'workflow_button', text: plain(), workflow: {} }),
    at: '/elements/0/workflow/trigger',
  },
];

describe('each block that is rarely used', () => {
  test.each(RARE)('$rule', ({ good, bad, at }) => {
    expect(inMessage(good)).toEqual([]);
    expect(paths(inMessage(bad))).toEqual([`/blocks/0${at}`]);
  });
});

describe('each newer block', () => {
  test.each(NEWER)('$rule', ({ good, bad, at }) => {
    expect(inMessage(good)).toEqual([]);
    expect(paths(inMessage(bad))).toEqual([`/blocks/0${at}`]);
  });
});
