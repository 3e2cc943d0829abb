import type { Json } from '../json.ts';
import { nameBlocks } from '../views/blocks.ts';

/** Mentions by id, links, emoji: what Slack's editor turns into elements of their own while somebody types. */
const SPECIAL =
  /<@([A-Z0-9]+)>|<#([A-Z0-9]+)>|<!subteam\^([A-Z0-9]+)>|(https?:\/\/[^\s<>]+)|:([a-z0-9_+-]+):/g;

/** What a person types arrives escaped, and as rich text besides; mentions written as ids stay mentions. */
export function written(typed: string): { text: string; blocks: Json[] } {
  const escaped = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const text = escaped.replaceAll(/&lt;([@#][A-Z0-9]+|!subteam\^[A-Z0-9]+)&gt;/g, '<$1>');
  const section = { type: 'rich_text_section', elements: elementsOf(typed) };
  return { text, blocks: nameBlocks([{ type: 'rich_text', elements: [section] }]) };
}

function elementsOf(typed: string): Json[] {
  const elements: Json[] = [];
  let read = 0;
  for (const found of typed.matchAll(SPECIAL)) {
    if (found.index > read) elements.push({ type: 'text', text: typed.slice(read, found.index) });
    elements.push(special(found));
    read = found.index + found[0].length;
  }
  if (read < typed.length || elements.length === 0) elements.push({ type: 'text', text: typed.slice(read) });
  return elements;
}

function special([, user, channel, group, url, emoji = '']: RegExpExecArray): Json {
  if (user) return { type: 'user', user_id: user };
  if (channel) return { type: 'channel', channel_id: channel };
  if (group) return { type: 'usergroup', usergroup_id: group };
  return url ? { type: 'link', url } : { type: 'emoji', name: emoji };
}
