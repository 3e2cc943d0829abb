import { describe, expect, test } from '@jest/globals';
import {
  actions,
  button,
  divider,
  inHome,
  inMessage,
  inModal,
  input,
  marked,
  paths,
  plain,
  section,
  textInput,
} from './samples.ts';

const cell = { type: 'raw_text', text: 'x' };
const table = (more = {}) => ({ type: 'table', rows: [[cell]], ...more });
const dataTable = (more = {}) => ({ type: 'data_table', caption: 'Open', rows: [[cell], [cell]], ...more });
const card = (more = {}) => ({ type: 'card', title: marked(), ...more });
const container = (...child_blocks: unknown[]) => ({ type: 'container', title: plain(), child_blocks });

describe('where things may stand', () => {
  test('Markdown, tables and containers stand in messages only.', () => {
    for (const block of [{ type: 'markdown', text: 'x' }, table(), dataTable(), container(divider)]) {
      expect(inMessage(block)).toEqual([]);
      expect(paths(inModal(block))).toEqual(['/blocks/0/type']);
      expect(paths(inHome(block))).toEqual(['/blocks/0/type']);
    }
  });

  test('An alert stands in modals only.', () => {
    const alert = { type: 'alert', text: plain(), level: 'warning' };

    expect(inModal(alert)).toEqual([]);
    expect(paths(inMessage(alert))).toEqual(['/blocks/0/type']);
    expect(paths(inHome(alert))).toEqual(['/blocks/0/type']);
  });

  test('A card does not stand in a modal.', () => {
    expect(inHome(card())).toEqual([]);
    expect(paths(inModal(card()))).toEqual(['/blocks/0/type']);
  });

  test('A file is asked for in modals only.', () => {
    const files = input({ type: 'file_input', max_files: 10 });

    expect(inModal(files)).toEqual([]);
    expect(paths(inMessage(files))).toEqual(['/blocks/0/element/type']);
  });

  test('An app cannot send a file block.', () => {
    expect(paths(inMessage({ type: 'file', source: 'remote', external_id: 'x' }))).toEqual([
      '/blocks/0/type',
    ]);
  });

  test('A response_url is asked for in an input block of a modal only.', () => {
    const channel = { type: 'channels_select', response_url_enabled: true };

    expect(inModal(input(channel))).toEqual([]);
    expect(paths(inModal(actions(channel)))).toEqual(['/blocks/0/elements/0/response_url_enabled']);
    expect(paths(inMessage(input(channel)))).toEqual(['/blocks/0/element/response_url_enabled']);
  });
});
describe('what must be unique', () => {
  test('A block_id names one block of a surface.', () => {
    const repeated = [section({ block_id: 'a' }), divider, section({ block_id: 'a' })];

    expect(inMessage(section({ block_id: 'a' }), section({ block_id: 'b' }))).toEqual([]);
    expect(paths(inMessage(...repeated))).toEqual(['/blocks/2/block_id']);
    expect(paths(inModal(...repeated))).toEqual(['/blocks/2/block_id']);
  });

  test('A block inside a container is a block of the surface too.', () => {
    expect(paths(inMessage(section({ block_id: 'a' }), container(section({ block_id: 'a' }))))).toEqual([
      '/blocks/1/child_blocks/0/block_id',
    ]);
  });

  test('An action_id names one element of a block, and may come again in another block.', () => {
    const claim = button({ action_id: 'claim' });

    expect(inMessage(actions(claim), actions(claim))).toEqual([]);
    expect(paths(inMessage(actions(claim, claim)))).toEqual(['/blocks/0/elements/1/action_id']);
  });

  test('One element of a view has the focus.', () => {
    const focused = input(textInput({ focus_on_load: true }));

    expect(inModal(focused, input(textInput()))).toEqual([]);
    expect(paths(inModal(focused, focused))).toEqual(['/blocks/1/element/focus_on_load']);
  });
});
