import { type Ink, readInline } from './mrkdwn.ts';

export type Paragraph = { readonly kind: 'heading' | 'item' | 'text'; readonly inks: readonly Ink[] };

/** The little of Markdown that apps write into a block of that name: headings, lists, strong words, links. */
export function readMarkdown(source: string): readonly Paragraph[] {
  return source
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Paragraph => {
      const heading = /^#{1,6} (.*)$/.exec(line)?.[1];
      if (heading !== undefined) return { kind: 'heading', inks: inksOf(heading) };
      const item = /^\s*(?:[-*+]|\d+[.)]) (.*)$/.exec(line)?.[1];
      return item === undefined ? { kind: 'text', inks: inksOf(line) } : { kind: 'item', inks: inksOf(item) };
    });
}

/** Written in the other markup, which is read already. */
function inksOf(line: string): readonly Ink[] {
  return readInline(
    line
      .replaceAll(/\[([^\]<>|]+)\]\(([^)\s<>|]+)\)/g, '<$2|$1>')
      .replaceAll(/\*\*([^*]+)\*\*/g, '*$1*')
      .replaceAll(/~~([^~]+)~~/g, '~$1~'),
  );
}
