/**
 * A message as its reader saw it, from Slack's own way of writing it: entities undone, links by their words, people and
 * channels by their names where Slack gives them. What comes out is typed text again, and active nowhere.
 */
export function readable(text: string): string {
  return text
    .replace(/<([@#!])([^>|]*)(?:\|([^>]*))?>/g, (_, kind: string, id: string, label?: string) =>
      mention(kind, id, label),
    )
    .replace(/<([^>|]+)\|([^>]*)>/g, (_, address: string, label: string) =>
      label === '' || address.endsWith(label) ? address : `${label} (${address})`,
    )
    .replace(/<([^>]+)>/g, '$1')
    .replace(/&(lt|gt|amp);/g, (_, name: string) => CHARACTERS[name] ?? '');
}

const CHARACTERS: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&' };

function mention(kind: string, id: string, label: string | undefined): string {
  if (kind === '#') return `#${label === undefined || label === '' ? 'channel' : label}`;
  if (kind === '@') return `@${label === undefined || label === '' ? 'colleague' : label}`;
  if (label !== undefined && label !== '') return label;
  return `@${id.split('^', 1)[0] ?? ''}`;
}
