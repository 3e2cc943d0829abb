import { plain } from './escape.ts';

/** A link as Slack writes it, with words or without, or a bare address. */
const LINK = /<(https?:\/\/[^\s<>|]{1,1000})(?:\|([^<>|\n]{1,300}))?>|https?:\/\/[^\s<>|]{1,1000}/gu;

/** What a section holds at most, and how much before that a line's end is a good place to go on in the next. */
const LONGEST = 3_000;
const BREAKS_FROM = 2_400;

/**
 * A text by somebody who may use Slack's formatting, as mrkdwn for one section after the other: bold, lists and links
 * do what they should, and no mention does. All of it together takes at most so many bytes.
 */
export function formatted(text: string, maxBytes: number): readonly string[] {
  const sections: string[] = [];
  let current = '';
  let bytes = 0;
  for (const piece of piecesOf(plain(text).trim())) {
    bytes += Buffer.byteLength(piece);
    if (bytes > maxBytes) {
      current += '…';
      break;
    }
    const isFull = current.length + piece.length > LONGEST - 1;
    if (isFull || (piece === '\n' && current.length > BREAKS_FROM)) {
      sections.push(current);
      current = '';
    }
    current += piece;
  }
  return [...sections, current].map((each) => each.trim()).filter((each) => each !== '');
}

/** Characters, entities and whole links: none of them may be cut. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  let last = 0;
  for (const match of text.matchAll(LINK)) {
    const [whole, address, words] = match;
    pieces.push(...Array.from(text.slice(last, match.index), escaped));
    pieces.push(linkTo(address ?? whole, words));
    last = match.index + whole.length;
  }
  return [...pieces, ...Array.from(text.slice(last), escaped)];
}

function linkTo(address: string, words: string | undefined): string {
  const to = address.replaceAll('&', '&amp;');
  const shown = words?.trim();
  return shown ? `<${to}|${Array.from(shown, escaped).join('')}>` : `<${to}>`;
}

function escaped(character: string): string {
  if (character === '&') return '&amp;';
  if (character === '<') return '&lt;';
  return character === '>' ? '&gt;' : character;
}
