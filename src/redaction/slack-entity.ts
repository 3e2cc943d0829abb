import { isLabelAt } from './label.ts';
import { LABEL_SEAL, NAME_SEAL, SEAL } from './letters.ts';

type Entity = { readonly text: string; readonly end: number };

const MENTION = /<[@#!][^<>\n]{1,200}>/y;
const LINK = /<((?:https?:\/\/|mailto:|tel:)[^<>|\n]{1,2000})(?:\|([^<>\n]{0,1000}))?>/iy;
const ESCAPED = /&(amp|lt|gt);/y;
const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };

/**
 * What Slack's own writing means: mentions and our own labels are sealed, a link becomes its target and text
 * (whatever is found in either covers the whole link), escapes become their sign.
 */
export function readSlackEntity(text: string, at: number): Entity | undefined {
  const sign = text.charAt(at);
  if (sign === '<') return readMention(text, at) ?? readLink(text, at);
  if (sign === '&') return readEscape(text, at);
  if (sign !== '[') return undefined;
  const end = isLabelAt(text, at);
  return end === undefined ? undefined : { text: sealOf(text.slice(at, end)), end };
}

function readMention(text: string, at: number): Entity | undefined {
  MENTION.lastIndex = at;
  return MENTION.test(text) ? { text: SEAL, end: MENTION.lastIndex } : undefined;
}

function readLink(text: string, at: number): Entity | undefined {
  LINK.lastIndex = at;
  const match = LINK.exec(text);
  if (!match) return undefined;
  const target = (match[1] ?? '').replace(/^(?:mailto|tel):/i, '');
  const words = match[2] ?? '';
  return { text: words === '' || words === target ? target : `${target} ${words}`, end: LINK.lastIndex };
}

function readEscape(text: string, at: number): Entity | undefined {
  ESCAPED.lastIndex = at;
  const match = ESCAPED.exec(text);
  return match ? { text: SIGNS[match[1] ?? ''] ?? '&', end: ESCAPED.lastIndex } : undefined;
}

function sealOf(label: string): string {
  if (label === '[link]') return SEAL;
  return label === '[name]' ? NAME_SEAL : LABEL_SEAL;
}
