import { checkMessage, checkView, type Violation } from '../../../practice/limits/index.ts';

type Json = Record<string, unknown>;

export const plain = (text = 'Words', more: Json = {}) => ({ type: 'plain_text', text, ...more });
export const marked = (text = 'Words', more: Json = {}) => ({ type: 'mrkdwn', text, ...more });
export const section = (more: Json = {}) => ({ type: 'section', text: marked(), ...more });
export const divider = { type: 'divider' };
export const actions = (...elements: unknown[]) => ({ type: 'actions', elements });
export const button = (more: Json = {}) => ({ type: 'button', text: plain('Claim'), ...more });
export const option = (value = 'a', more: Json = {}) => ({ text: plain(`Option ${value}`), value, ...more });
export const optionsOf = (count: number) => Array.from({ length: count }, (_, index) => option(`${index}`));
export const select = (more: Json = {}) => ({ type: 'static_select', options: optionsOf(2), ...more });
export const input = (element: unknown, more: Json = {}) => ({
  type: 'input',
  label: plain('State'),
  element,
  ...more,
});
export const textInput = (more: Json = {}) => ({ type: 'plain_text_input', ...more });
export const image = (more: Json = {}) => ({
  type: 'image',
  image_url: 'https://example.com/a.png',
  alt_text: 'A card',
  ...more,
});
export const confirm = (more: Json = {}) => ({
  title: plain(),
  text: plain(),
  confirm: plain('Yes'),
  deny: plain('No'),
  ...more,
});
export const richText = (...elements: unknown[]) => ({ type: 'rich_text', elements });
export const words = (text = 'Words', more: Json = {}) => ({ type: 'text', text, ...more });
export const paragraph = (...elements: unknown[]) => ({ type: 'rich_text_section', elements });
export const modal = (blocks: unknown, more: Json = {}) => ({
  type: 'modal',
  title: plain('Ask a Question'),
  submit: plain('Ask'),
  blocks,
  ...more,
});
export const home = (blocks: unknown, more: Json = {}) => ({ type: 'home', blocks, ...more });

export const long = (length: number) => 'x'.repeat(length);
export const times = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item);

export const inMessage = (...blocks: unknown[]) => checkMessage({ channel: 'C1', text: 'Words', blocks });
export const inModal = (...blocks: unknown[]) => checkView(modal(blocks));
export const inHome = (...blocks: unknown[]) => checkView(home(blocks));

export const paths = (violations: readonly Violation[]) => violations.map(({ path }) => path);
export const errors = (violations: readonly Violation[]) => violations.map(({ slackError }) => slackError);
