import type { ModalView } from '@slack/types';
import { FILTER_FORM } from '../feedback/index.ts';
import { modal, section } from '../slack/blocks.ts';

const TITLE = 'Filter feedback';

export function filterPlease(): ModalView {
  return filterWords('One moment …');
}

export function filterWords(words: string): ModalView {
  return modal({ callback: FILTER_FORM, title: TITLE, blocks: [section(words)] });
}
