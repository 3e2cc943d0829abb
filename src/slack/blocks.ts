import type {
  ActionsBlock,
  ActionsBlockElement,
  Button,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  HomeView,
  KnownBlock,
  ModalView,
  MrkdwnElement,
  Overflow,
  PlainTextElement,
  PlainTextOption,
  RichTextBlock,
  RichTextText,
  SectionBlock,
} from '@slack/types';
import { clip, plain } from './escape.ts';

/** Our own words with Slack's formatting. `verbatim`: addresses and channel names in it don't become links. */
export function mrkdwn(text: string): MrkdwnElement {
  return { type: 'mrkdwn', text, verbatim: true };
}

/** Shown as it is. Never empty and never over `max`, whatever comes in. */
export function plainText(text: string, max = 3000): PlainTextElement {
  return { type: 'plain_text', text: clip(plain(text).trim() || '–', max), emoji: true };
}

export function section(text: string, accessory?: Button | Overflow): SectionBlock {
  return { type: 'section', text: mrkdwn(text), ...(accessory && { accessory }) };
}

export function context(text: string): ContextBlock {
  return { type: 'context', elements: [mrkdwn(text)] };
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plainText(text, 150) };
}

export function divider(): DividerBlock {
  return { type: 'divider' };
}

/** A row of buttons; none at all when there is nothing to click. */
export function actions(elements: readonly ActionsBlockElement[]): ActionsBlock[] {
  return elements.length === 0 ? [] : [{ type: 'actions', elements: [...elements] }];
}

type ButtonParts = {
  readonly label: string;
  readonly action: string;
  readonly value?: string;
  readonly style?: 'primary' | 'danger';
  readonly url?: string;
};

export function button({ label, action, value, style, url }: ButtonParts): Button {
  return {
    type: 'button',
    text: plainText(label, 75),
    action_id: action,
    ...(value !== undefined && { value }),
    ...(style && { style }),
    ...(url !== undefined && { url }),
  };
}

export function option(label: string, value: string): PlainTextOption {
  return { text: plainText(label, 75), value };
}

/** The "…" menu; none when there is nothing to choose. Slack shows five at most. */
export function overflow(action: string, options: readonly PlainTextOption[]): Overflow[] {
  return options.length === 0 ? [] : [{ type: 'overflow', action_id: action, options: options.slice(0, 5) }];
}

/** A bold label, then a text that a person typed, line by line as they typed it and with nothing in it active. */
export function typedText(label: string, text: string, maxBytes: number): RichTextBlock {
  const shown = clipBytes(plain(text).trim(), maxBytes);
  const words: RichTextText[] = shown === '' ? [] : [{ type: 'text', text: shown }];
  const bold: RichTextText = { type: 'text', text: `${label}  `, style: { bold: true } };
  return richText([bold, ...words]);
}

/** A text that a person typed, by itself. Never empty, whatever comes in. */
export function saidText(text: string, maxBytes: number): RichTextBlock {
  return richText([{ type: 'text', text: clipBytes(plain(text).trim() || '–', maxBytes) }]);
}

function richText(elements: RichTextText[]): RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

/** Slack bounds all text of a message by its bytes; an emoji takes four of them. */
function clipBytes(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text;
  let bytes = Buffer.byteLength('…');
  let kept = '';
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > most) break;
    kept += character;
  }
  return `${kept}…`;
}

type ModalParts = {
  readonly callback: string;
  readonly title: string;
  readonly blocks: readonly KnownBlock[];
  /** Without it the modal asks nothing and only closes. */
  readonly submit?: string;
  readonly close?: string;
  /** Ids only: Slack keeps it, and no text from people may rest there. */
  readonly metadata?: object;
};

export function modal({ callback, title, blocks, submit, close, metadata }: ModalParts): ModalView {
  return {
    type: 'modal',
    callback_id: callback,
    title: plainText(title, 24),
    blocks: blocks.slice(0, 100),
    close: plainText(close ?? (submit === undefined ? 'Close' : 'Cancel'), 24),
    ...(submit !== undefined && { submit: plainText(submit, 24) }),
    ...(metadata && { private_metadata: JSON.stringify(metadata) }),
  };
}

export function home(blocks: readonly KnownBlock[]): HomeView {
  return { type: 'home', blocks: blocks.slice(0, 100) };
}
