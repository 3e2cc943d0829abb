import { describe, expect, test } from '@jest/globals';
import { checkMessage } from '../../../practice/limits/index.ts';
import { divider, errors, inMessage, long, marked, paths, section, times } from './samples.ts';

const TS = '1700000000.000100';
const post = (more: Record<string, unknown>) => checkMessage({ channel: 'C1', ...more });

describe('the blocks of a message', () => {
  test('There are at most 50.', () => {
    expect(inMessage(...times(50, divider))).toEqual([]);
    expect(inMessage(...times(51, divider))).toEqual([
      { path: '/blocks', rule: 'This must hold at most 50 items.', slackError: 'invalid_blocks' },
    ]);
  });

  test('A flaw in a block is answered with invalid_blocks and told in a sentence.', () => {
    expect(inMessage(divider, section({ text: marked(long(3001)) }))).toEqual([
      {
        path: '/blocks/1/text/text',
        rule: 'This must be at most 3000 characters long.',
        slackError: 'invalid_blocks',
      },
    ]);
  });

  test('Several flaws are all told, each at its own place.', () => {
    expect(paths(inMessage({ type: 'header', size: 1 }, section({ text: undefined })))).toEqual([
      '/blocks/0/text',
      '/blocks/0/size',
      '/blocks/1',
    ]);
  });

  test('Blocks that are still JSON text are refused.', () => {
    expect(errors(post({ text: 'x', blocks: '[]' }))).toEqual(['invalid_blocks_format']);
  });

  test('All text together takes at most 13,000 bytes.', () => {
    const full = section({ text: marked(long(3000)) });
    const rest = section({ text: marked(long(1000)) });

    expect(inMessage(full, full, full, full, rest)).toEqual([]);
    expect(errors(inMessage(full, full, full, full, rest, section()))).toEqual(['msg_blocks_too_long']);
  });

  test('The text is counted in bytes, so that an accent costs two.', () => {
    expect(inMessage(...times(3, section({ text: marked(long(3000)) })))).toEqual([]);
    expect(errors(inMessage(...times(3, section({ text: marked('é'.repeat(3000)) }))))).toEqual([
      'msg_blocks_too_long',
    ]);
  });

  test('All markdown together holds 12,000 characters.', () => {
    const half = { type: 'markdown', text: long(6000) };

    expect(inMessage(half, half)).toEqual([]);
    expect(inMessage(half, half, { type: 'markdown', text: 'x' })).toMatchObject([
      { path: '/blocks', slackError: 'invalid_blocks' },
    ]);
  });

  test('There is one table, and its cells hold 10,000 characters.', () => {
    const table = (text: string) => ({ type: 'table', rows: [[{ type: 'raw_text', text }]] });

    expect(inMessage(table(long(10_000)))).toEqual([]);
    expect(paths(inMessage(table('x'), table('x')))).toEqual(['/blocks/1']);
    expect(paths(inMessage({ type: 'table', rows: times(2, table(long(5001)).rows[0]) }))).toEqual([
      '/blocks',
    ]);
  });
});

describe('the text of a message', () => {
  test('A message without text, blocks or anything else is refused.', () => {
    expect(post({ text: 'x' })).toEqual([]);
    expect(errors(post({}))).toEqual(['no_text']);
    expect(errors(post({ text: '' }))).toEqual(['no_text']);
    expect(errors(post({ blocks: [] }))).toEqual(['no_text']);
    expect(post({ blocks: [divider] })).toEqual([]);
  });

  test('A post holds 40,000 characters; Slack would cut the rest without a word.', () => {
    expect(post({ text: long(40_000) })).toEqual([]);
    expect(post({ text: long(40_001) })).toMatchObject([{ path: '/text', slackError: 'msg_too_long' }]);
  });

  test('An update holds 4,000 characters.', () => {
    expect(post({ ts: TS, text: long(4000) })).toEqual([]);
    expect(post({ ts: TS, text: long(4001) })).toMatchObject([{ path: '/text', slackError: 'msg_too_long' }]);
  });

  test('Markdown text stands alone and holds 12,000 characters.', () => {
    expect(post({ markdown_text: long(12_000) })).toEqual([]);
    expect(errors(post({ markdown_text: long(12_001) }))).toEqual(['msg_too_long']);
    expect(errors(post({ markdown_text: 'x', text: 'x' }))).toEqual(['markdown_text_conflict']);
  });
});

describe('the arguments of a message', () => {
  test('A thread is named by a timestamp.', () => {
    expect(post({ text: 'x', thread_ts: TS, reply_broadcast: 'true' })).toEqual([]);
    expect(paths(post({ text: 'x', thread_ts: '17' }))).toEqual(['/thread_ts']);
  });

  test('A misspelt argument is refused, though Slack would pass over it.', () => {
    expect(paths(post({ text: 'x', thread: TS }))).toEqual(['/thread']);
  });

  test('An answer to a response_url is a message as well.', () => {
    expect(checkMessage({ replace_original: true, response_type: 'ephemeral', text: 'x' })).toEqual([]);
    expect(checkMessage({ delete_original: true })).toEqual([]);
    expect(paths(checkMessage({ response_type: 'loud', text: 'x' }))).toEqual(['/response_type']);
  });

  test('What is no set of arguments at all is refused.', () => {
    expect(errors(checkMessage('x'))).toEqual(['invalid_arguments']);
    expect(errors(checkMessage(undefined))).toEqual(['invalid_arguments']);
  });

  test('The blocks of an attachment are checked as well.', () => {
    expect(post({ attachments: [{ color: '#fff', blocks: [divider] }] })).toEqual([]);
    expect(paths(post({ attachments: [{ blocks: [{ type: 'nothing' }] }] }))).toEqual([
      '/attachments/0/blocks/0/type',
    ]);
    expect(errors(post({ attachments: times(101, {}) }))).toEqual(['too_many_attachments']);
  });
});

describe('the metadata of a message', () => {
  const metadata = (event_payload: unknown) =>
    post({ text: 'x', metadata: { event_type: 'card', event_payload } });

  test('It is a type and a flat payload.', () => {
    expect(metadata({ id: 'x', attempt: 1, live: true, place: { tier: 1 }, steps: [{ tier: 1 }] })).toEqual(
      [],
    );
    expect(metadata({ id: null })).toMatchObject([
      { path: '/metadata/event_payload/id', slackError: 'invalid_metadata_format' },
    ]);
    expect(errors(post({ text: 'x', metadata: { event_type: 'card' } }))).toEqual([
      'invalid_metadata_format',
    ]);
  });

  test('It is cleared by an empty object, on an update only.', () => {
    expect(post({ ts: TS, text: 'x', metadata: {} })).toEqual([]);
    expect(errors(post({ text: 'x', metadata: {} }))).toEqual([
      'invalid_metadata_format',
      'invalid_metadata_format',
    ]);
  });

  test('It is small.', () => {
    expect(errors(metadata({ id: long(8000) }))).toEqual(['metadata_too_large']);
  });
});
