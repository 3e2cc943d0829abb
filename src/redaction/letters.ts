import { fold } from './fold.ts';

/** Stands for what is left alone whole: Slack's mentions. */
export const SEAL = '\uFFFC';
/** Stands for a label of an earlier redaction: PHI was here. */
export const LABEL_SEAL = '\uFFFB';
/** Stands for the label of a name. */
export const NAME_SEAL = '\uFFFA';

const SEALS = [SEAL, LABEL_SEAL, NAME_SEAL];
/** What a character is; 0 stands for one that nobody has asked for yet. */
export const CLASS = { letter: 1, digit: 2, blank: 3, newline: 4, other: 5, sealed: 6 } as const;

const classes = new Uint8Array(65_536);

export function classOf(code: number): number {
  const known = classes[code] ?? 0;
  if (known !== 0) return known;
  const found = classify(String.fromCharCode(code));
  classes[code] = found;
  return found;
}

function classify(character: string): number {
  if (/[\p{L}\p{M}]/u.test(character)) return CLASS.letter;
  if (/[0-9]/.test(character)) return CLASS.digit;
  if (/[\n\r\u2028\u2029]/.test(character)) return CLASS.newline;
  if (/\s/.test(character)) return CLASS.blank;
  return SEALS.includes(character) ? CLASS.sealed : CLASS.other;
}

/** A text's character codes: reading each from a string costs several times as much. A 0 stands behind the last. */
export type Codes = Uint16Array;

export function makeLetters(size: number): { readonly bytes: Buffer; readonly codes: Codes } {
  const codes = new Uint16Array(size);
  return { bytes: Buffer.from(codes.buffer), codes };
}

/** The plain letter a character stands for, or 0 if it is none. */
export function letterOf(code: number): number {
  if (code < 128) return ASCII_LETTERS[code] ?? 0;
  return classOf(code) === CLASS.letter ? fold(code) : 0;
}

const ASCII_LETTERS = Uint8Array.from({ length: 128 }, (_, code) =>
  (code | 32) >= 97 && (code | 32) <= 122 ? code | 32 : 0,
);

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isLetterAt(codes: Codes, at: number): boolean {
  return classOf(codes[at] ?? 0) === CLASS.letter;
}

/** An apostrophe and an s at a word's end. */
export function isPossessive(codes: Codes, at: number): boolean {
  return ((codes[at + 1] ?? 0) | 32) === 115 && !isLetterAt(codes, at + 2);
}

export function isCapital(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90;
  const character = String.fromCharCode(code);
  return character !== character.toLowerCase();
}

/** Where an abbreviation such as "D.O.B." ends, or 0: it is one word, looked up without its full stops. */
export function endOfDotted(codes: Codes, from: number): number {
  let at = from;
  while (isLetterAt(codes, at) && (codes[at + 1] ?? 0) === DOT && at - from < 12) at += 2;
  if (at - from < 4 && !(at - from === 2 && isLetterAt(codes, at))) return 0;
  return isLetterAt(codes, at) ? (isLetterAt(codes, at + 1) ? 0 : at + 1) : at;
}

const DOT = 46;
