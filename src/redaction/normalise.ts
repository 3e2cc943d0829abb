import { readSlackEntity } from './slack-entity.ts';

/** A copy of the text in which one spelling stands for many, and the way back to the original's offsets. */
export type Normalised = {
  readonly text: string;
  /** The text was plain already: offsets are those of the original. */
  readonly isSame: boolean;
  /** Where the original of the character at `at` begins. */
  readonly startOf: (at: number) => number;
  /** Where the original of the character before `at` ends. */
  readonly endOf: (at: number) => number;
};

const PLAIN = /^[\n\r\t\x20-\x25\x27-\x3b\x3d-\x5a\x5c-\x7e]*$/;

function same(at: number): number {
  return at;
}

export function normalise(text: string): Normalised {
  if (PLAIN.test(text)) return { text, isSame: true, startOf: same, endOf: same };
  return normaliseSlowly(text);
}

/** One character, with the marks that combine with it. Bounded: text can stack thousands of marks on one letter. */
const CHARACTER = /[\s\S]\p{M}{0,8}/uy;
/** Zero-width, bidi and other characters that nobody sees. */
const IGNORED = /^\p{Default_Ignorable_Code_Point}$/u;
const DASHES = /[\u2010-\u2015\u2043\u2212\u2E3A\u2E3B\uFE58\uFE63\uFF0D]/gu;
const APOSTROPHES = /[\u2018\u2019\u201B\u02BC\u2032\u00B4\u0060\uFF07]/gu;
const MARKED_LETTER = /^\p{L}/u;

function normaliseSlowly(text: string): Normalised {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const emit = (piece: string, start: number, end: number) => {
    pieces.push(piece);
    for (let at = 0; at < piece.length; at += 1) {
      starts.push(start);
      ends.push(end);
    }
  };
  for (let at = 0; at < text.length; ) {
    if (isPlainAscii(text, at)) {
      emit(text.charAt(at), at, at + 1);
      at += 1;
      continue;
    }
    const entity = readSlackEntity(text, at);
    if (entity) {
      emit(entity.text, at, entity.end);
      at = entity.end;
      continue;
    }
    CHARACTER.lastIndex = at;
    const character = CHARACTER.exec(text)?.[0] ?? text.charAt(at);
    emit(plainCharacter(character), at, at + character.length);
    at += character.length;
  }
  return {
    text: pieces.join(''),
    isSame: false,
    startOf: (at) => starts[at] ?? text.length,
    endOf: (at) => (at === 0 ? 0 : (ends[at - 1] ?? text.length)),
  };
}

/** Neither Slack's writing nor a letter that an accent follows. */
function isPlainAscii(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code > 126 || code === 38 || code === 60 || code === 91) return false;
  return !(text.charCodeAt(at + 1) > 127);
}

function plainCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (character.length === 1 && code < 128) return character;
  const first = character.charAt(0);
  if (IGNORED.test(first)) return '';
  if (first.length === character.length || MARKED_LETTER.test(character)) return composed(character);
  return composed(String.fromCodePoint(character.codePointAt(0) ?? 32));
}

function composed(character: string): string {
  const plain = character
    .normalize('NFKC')
    .replaceAll(DASHES, '-')
    .replaceAll(APOSTROPHES, "'")
    .replaceAll(/\p{Zs}/gu, ' ')
    .replaceAll(/\p{Nd}/gu, digit);
  return plain === '⁄' || plain === '∕' ? '/' : plain;
}

/** Every script's digits stand in runs of ten, zero first. */
function digit(character: string): string {
  const code = character.codePointAt(0) ?? 48;
  if (code < 128) return character;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}
