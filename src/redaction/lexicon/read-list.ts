import { readFileSync } from 'node:fs';
import { HASH_PRIME, HASH_START, hashStep } from '../fold.ts';

export type ListName = 'popular' | 'given' | 'surnames' | 'names' | 'words' | 'rare-words' | 'cities';

const NEWLINE = 10;
const BLANK = 32;

/**
 * The hashes of a list of `lists/`: lower-case ASCII words, one entry a line. Read as bytes into one array and
 * without callbacks: this runs once, before the compiler has warmed up, over three million letters.
 */
export function readHashes(name: ListName): Int32Array {
  const bytes = readFileSync(new URL(`../lists/${name}.txt`, import.meta.url));
  const hashes = new Int32Array(countLines(bytes));
  let count = 0;
  let hash = HASH_START;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? NEWLINE;
    if (byte === NEWLINE) {
      hashes[count] = hash;
      count += 1;
      hash = HASH_START;
    } else hash = Math.imul(hash ^ byte, HASH_PRIME);
  }
  return hashes;
}

/** The hash of each entry that may hold several words, and of its first word; the same where it has one. */
export function readPhrases(name: ListName): { readonly whole: Int32Array; readonly first: Int32Array } {
  const bytes = readFileSync(new URL(`../lists/${name}.txt`, import.meta.url));
  const whole = new Int32Array(countLines(bytes));
  const first = new Int32Array(whole.length);
  let count = 0;
  let words = 0;
  let word = HASH_START;
  let phrase = HASH_START;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? NEWLINE;
    if (byte !== NEWLINE && byte !== BLANK) {
      word = hashStep(word, byte);
      continue;
    }
    if (words === 0) first[count] = word;
    phrase = hashStep(phrase, word);
    words += 1;
    if (byte === NEWLINE) {
      whole[count] = words === 1 ? word : phrase;
      count += 1;
      words = 0;
      phrase = HASH_START;
    }
    word = HASH_START;
  }
  return { whole, first };
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines += 1;
  return lines;
}
