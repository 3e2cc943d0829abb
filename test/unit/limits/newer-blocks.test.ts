import { describe, expect, test } from '@jest/globals';
import {
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

describe('each newer block', () => {
  test.each(NEWER)('$rule', ({ good, bad, at }) => {
    expect(inMessage(good)).toEqual([]);
    expect(paths(inMessage(bad))).toEqual([`/blocks/0${at}`]);
  });
});
