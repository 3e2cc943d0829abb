import { type Json, objectIn, objectsIn, textIn, textOf } from './json.ts';

/** Names for the ids that stand in texts. */
export type Names = { readonly person: (id: string) => string; readonly channel: (id: string) => string };

/** Blocks as lines of plain text, as a person reads them. */
export function renderBlocks(blocks: readonly Json[], names: Names): string[] {
  return blocks.flatMap((block) => renderBlock(block, names)).map((line) => readable(line, names));
}

function renderBlock(block: Json, names: Names): string[] {
  switch (block.type) {
    case 'section':
      return [
        ...(block.text ? lines(textOf(block.text)) : []),
        ...fieldLines(block),
        ...accessoryLine(block),
      ];
    case 'header':
      return [`*${textOf(block.text)}*`];
    case 'divider':
      return ['―――'];
    case 'context':
      return [objectsIn(block.elements).map(contextWords).join('  ')];
    case 'actions':
    case 'context_actions':
      return [objectsIn(block.elements).map(renderElement).join(' ')];
    case 'input':
      return [`${textOf(block.label)}: ${renderElement(objectIn(block.element))}`];
    case 'image':
      return [`[image: ${textIn(block.alt_text) ?? ''}]`];
    case 'rich_text':
      return objectsIn(block.elements).flatMap((element) => richText(element, names));
    case 'markdown':
      return lines(textIn(block.text) ?? '');
    case 'alert':
      return lines(`! ${textOf(block.text)}`);
    default:
      return [`[unsupported block: ${String(textIn(block.type))}]`];
  }
}

function fieldLines(block: Json): string[] {
  const fields = objectsIn(block.fields).map(fieldText);
  return fields.length > 0 ? [fields.join(' · ')] : [];
}

function fieldText(field: Json): string {
  return (textIn(field.text) ?? '').replaceAll('\n', ' ');
}

function accessoryLine({ accessory }: Json): string[] {
  return accessory ? [renderElement(objectIn(accessory))] : [];
}

function contextWords(element: Json): string {
  return element.type === 'image'
    ? `[image: ${textIn(element.alt_text) ?? ''}]`
    : (textIn(element.text) ?? '');
}

function renderElement(element: Json): string {
  switch (element.type) {
    case 'button':
      return `[ ${textOf(element.text)} ]`;
    case 'overflow':
      return `[ … ${objectsIn(element.options).map(optionText).join(' | ')} ]`;
    case 'image':
      return `[image: ${textIn(element.alt_text) ?? ''}]`;
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return '______';
    case 'radio_buttons':
    case 'checkboxes':
      return objectsIn(element.options)
        .map((option) => `( ) ${optionText(option)}`)
        .join('  ');
    default:
      return `[ ${textOf(element.placeholder) || textIn(element.type)} ▾ ]`;
  }
}

function optionText(option: Json): string {
  return textOf(option.text);
}

function richText(element: Json, names: Names): string[] {
  const parts = objectsIn(element.elements);
  switch (element.type) {
    case 'rich_text_list':
      return parts.map((part) => `• ${richText(part, names).join(' ')}`);
    case 'rich_text_quote':
      return lines(parts.map(richWord).join('')).map((line) => `> ${line}`);
    default:
      return lines(parts.map(richWord).join(''));
  }
}

function richWord(part: Json): string {
  switch (part.type) {
    case 'user':
      return `<@${textIn(part.user_id) ?? ''}>`;
    case 'channel':
      return `<#${textIn(part.channel_id) ?? ''}>`;
    case 'usergroup':
      return `<!subteam^${textIn(part.usergroup_id) ?? ''}>`;
    case 'emoji':
      return `:${textIn(part.name) ?? ''}:`;
    case 'broadcast':
      return `@${textIn(part.range) ?? ''}`;
    case 'link':
      return textIn(part.text) ?? textIn(part.url) ?? '';
    default:
      return textIn(part.text) ?? '';
  }
}

function lines(text: string): string[] {
  return text.split('\n');
}

/** Mentions, links and dates as words, and Slack's escapes undone. */
export function readable(text: string, names: Names): string {
  return text
    .replaceAll(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g, (_, id: string) => `@${names.person(id)}`)
    .replaceAll(/<#([A-Z0-9]+)(?:\|[^>]*)?>/g, (_, id: string) => `#${names.channel(id)}`)
    .replaceAll(
      /<!subteam\^([A-Z0-9]+)(?:\|([^>]*))?>/g,
      (_, id: string, label?: string) => label ?? `@${names.person(id)}`,
    )
    .replaceAll(/<!date\^[^|>]*\|([^>]*)>/g, '$1')
    .replaceAll(/<!(here|channel|everyone)(?:\|[^>]*)?>/g, '@$1')
    .replaceAll(/<([^|>]+)\|([^>]+)>/g, '$2 ($1)')
    .replaceAll(/<((?:https?|mailto|slack):[^>]+)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
