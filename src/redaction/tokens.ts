import { HASH_START, hashStep } from './fold.ts';
import {
  CLASS,
  type Codes,
  classOf,
  endOfDotted,
  isCapital,
  isDigit,
  isLetterAt,
  isPossessive,
  letterOf,
  makeLetters,
} from './letters.ts';
import { FLAG } from './lexicon/flags.ts';
import type { Table } from './lexicon/table.ts';

export const KIND = { word: 1, number: 2, mark: 3, newline: 4, sealed: 5 } as const;
export const SHAPE = { lower: 0, capital: 1, upper: 2, mixed: 3 } as const;

/** The pieces of a text, as columns: words, runs of digits and single marks. Blanks are the gaps between them. */
export type Tokens = {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly kind: Uint8Array;
  /** 1 where one stands right behind the token before it, without a blank. */
  readonly glued: Uint8Array;
  readonly shape: Uint8Array;
  readonly hash: Int32Array;
  /** The character code of a mark; 0 for anything else. */
  readonly mark: Uint16Array;
  /** `FLAG`s of a word; 0 for anything else, and so are its cues. */
  readonly flags: Int32Array;
  readonly cues: Int32Array;
  /** What each is part of, for the scene to fill in. */
  readonly taken: Uint8Array;
  /** Tokens where a value may begin, in order: numbers, words that digits may go on behind, months and towns. */
  readonly points: Int32Array;
  readonly pointCount: number;
  /** All cues there are, so that a detector whose label is nowhere needn't look for it. */
  readonly present: number;
  /** All flags there are. */
  readonly presentFlags: number;
  /** How many words there are, how many of them are all in capitals, and how many lines end. Letters of ids don't count. */
  readonly words: number;
  readonly shouts: number;
  readonly newlines: number;
};

const APOSTROPHE = 39;
const DOT = 46;
const DASH = 45;
const STAR = 42;
const SPACE = 32;

type Columns = { -readonly [Name in keyof Tokens]: Tokens[Name] };

/** Cuts a normalised text into tokens and looks each word up. Texts one after the other share the columns' memory. */
export function createLexer(): (text: string, words: Table) => Tokens {
  let columns = makeColumns(512);
  let letters = makeLetters(512);
  return (text, words) => {
    const room = text.length + MARGIN;
    if (columns.start.length < room || columns.start.length > 200_000) {
      columns = makeColumns(Math.max(512, room));
      letters = makeLetters(Math.max(512, room));
    }
    const before = columns.count;
    columns.count = 0;
    columns.pointCount = 0;
    columns.present = 0;
    columns.presentFlags = 0;
    columns.words = 0;
    columns.shouts = 0;
    columns.newlines = 0;
    const { codes } = letters;
    letters.bytes.write(text, 'utf16le');
    codes[text.length] = 0;
    for (let at = 0; at < text.length; ) {
      if (codes[at] === SPACE) at += 1;
      else at = readToken(codes, at, columns, words);
    }
    // Detectors look a few tokens ahead: behind the last there is nothing, and so nothing of an earlier text.
    for (let at = columns.count; at < before; at += 1) {
      columns.kind[at] = 0;
      columns.taken[at] = 0;
      columns.hash[at] = 0;
      columns.glued[at] = 0;
      columns.mark[at] = 0;
      columns.flags[at] = 0;
      columns.cues[at] = 0;
    }
    return columns;
  };
}

/** How far detectors look behind the last token. */
const MARGIN = 16;

function makeColumns(size: number): Columns {
  return {
    count: 0,
    present: 0,
    presentFlags: 0,
    words: 0,
    shouts: 0,
    newlines: 0,
    start: new Int32Array(size),
    end: new Int32Array(size),
    kind: new Uint8Array(size),
    glued: new Uint8Array(size),
    shape: new Uint8Array(size),
    hash: new Int32Array(size),
    mark: new Uint16Array(size),
    flags: new Int32Array(size),
    cues: new Int32Array(size),
    taken: new Uint8Array(size),
    points: new Int32Array(size),
    pointCount: 0,
  };
}

function readToken(codes: Codes, at: number, columns: Columns, words: Table): number {
  const code = codes[at] ?? 0;
  const kind = classOf(code);
  if (kind === CLASS.blank) return at + 1;
  if (kind === CLASS.letter) return readWord(codes, at, columns, words);
  if (kind === CLASS.digit) return readDigits(codes, at, columns);
  const row = push(columns, at, at + 1, markKind(kind));
  if (kind === CLASS.other) columns.mark[row] = code;
  else if (kind === CLASS.newline) columns.newlines += 1;
  return at + 1;
}

function markKind(kind: number): number {
  if (kind === CLASS.newline) return KIND.newline;
  return kind === CLASS.sealed ? KIND.sealed : KIND.mark;
}

function push(columns: Columns, start: number, end: number, kind: number): number {
  const row = columns.count;
  columns.start[row] = start;
  columns.end[row] = end;
  columns.kind[row] = kind;
  // The end of a line is as good as the end of the text.
  const isTied = row > 0 && columns.end[row - 1] === start && kind !== KIND.newline;
  columns.glued[row] = isTied && columns.kind[row - 1] !== KIND.newline ? 1 : 0;
  columns.shape[row] = 0;
  columns.hash[row] = 0;
  columns.mark[row] = 0;
  columns.flags[row] = 0;
  columns.cues[row] = 0;
  columns.taken[row] = 0;
  columns.count = row + 1;
  return row;
}

function readDigits(codes: Codes, from: number, columns: Columns): number {
  let at = from + 1;
  while (classOf(codes[at] ?? 0) === CLASS.digit) at += 1;
  point(columns, push(columns, from, at, KIND.number));
  return at;
}

function point(columns: Columns, row: number): void {
  columns.points[columns.pointCount] = row;
  columns.pointCount += 1;
}

/** A word keeps its inner apostrophes (O'Brien), loses a possessive's, and is looked up without any. */
function readWord(codes: Codes, from: number, columns: Columns, words: Table): number {
  let hash = HASH_START;
  let tail = HASH_START;
  let capitals = 0;
  let letters = 0;
  let apostrophes = 0;
  const dotted = codes[from + 1] === DOT ? endOfDotted(codes, from) : 0;
  let at = from;
  for (; ; at += 1) {
    const code = codes[at] ?? 0;
    const plain = letterOf(code);
    if (plain === 0) {
      if (code === DOT && at < dotted) continue;
      if (code !== APOSTROPHE || at === from || !isLetterAt(codes, at + 1) || isPossessive(codes, at)) break;
      apostrophes += 1;
      tail = HASH_START;
      continue;
    }
    hash = hashStep(hash, plain);
    if (apostrophes > 0) tail = hashStep(tail, plain);
    letters += 1;
    if (plain !== code && isCapital(code)) capitals += 1;
  }
  const row = push(columns, from, at, KIND.word);
  columns.hash[row] = hash;
  const shape = shapeOf(letters, capitals, isCapital(codes[from] ?? 0));
  columns.shape[row] = shape;
  if (!isDigit(codes[at] ?? 0) && !isBehindDigits(columns, row)) {
    columns.words += 1;
    if (shape === SHAPE.upper) columns.shouts += 1;
  }
  lookUp(columns, row, words, apostrophes > 0 ? tail : hash);
  if (((columns.flags[row] ?? 0) & MAY_BE_VALUE) !== 0 || goesOn(codes[at] ?? 0)) point(columns, row);
  return at;
}

const MAY_BE_VALUE = FLAG.month | FLAG.cityStart;

/** A digit, a dash or a star, as in "R123456", "PM-8841" and "PECKV*381RT". */
function goesOn(code: number): boolean {
  return code === DASH || code === STAR || isDigit(code);
}

function isBehindDigits({ glued, kind }: Columns, row: number): boolean {
  return glued[row] === 1 && kind[row - 1] === KIND.number;
}

/**
 * The words of late, by the low bits of their hash: people use few words often, and the table is larger than the
 * processor's near memory.
 */
const LATELY = 4_096;
/** Each four wide, so that they lie in one line of the cache: hash, flags, cues, and nothing. */
const late = new Int32Array(LATELY * 4);

function lookUp(columns: Columns, row: number, words: Table, tail: number): void {
  const hash = columns.hash[row] ?? 0;
  const at = (hash & (LATELY - 1)) << 2;
  let behind = 0;
  if (late[at] !== hash || tail !== hash) {
    const place = words.find(hash);
    late[at] = hash;
    late[at + 1] = place < 0 ? 0 : words.flagsAt(place);
    late[at + 2] = place < 0 ? 0 : words.cuesAt(place);
    if (place < 0 && tail !== hash) behind = flagsBehindApostrophe(words, tail);
  }
  const flags = (late[at + 1] ?? 0) | behind;
  const cues = late[at + 2] ?? 0;
  columns.flags[row] = flags;
  columns.cues[row] = cues;
  columns.present |= cues;
  columns.presentFlags |= flags;
}

/** "O'Brien" is a surname if "Brien" is a name. */
function flagsBehindApostrophe(words: Table, tail: number): number {
  const place = words.find(tail);
  return place >= 0 && (words.flagsAt(place) & ANY_NAME) !== 0 ? FLAG.surname : 0;
}

const ANY_NAME = FLAG.first | FLAG.popular | FLAG.surname | FLAG.name | FLAG.dual;

function shapeOf(letters: number, capitals: number, first: boolean): number {
  if (capitals === 0) return SHAPE.lower;
  if (capitals === letters) return letters === 1 ? SHAPE.capital : SHAPE.upper;
  return capitals === 1 && first ? SHAPE.capital : first ? SHAPE.mixed : SHAPE.lower;
}
