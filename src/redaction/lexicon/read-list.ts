import { readFileSync } from 'node:fs';
import { HASH_START, hashStep, hashWord } from '../fold.ts';

export type ListName = 'popular' | 'given' | 'surnames' | 'names' | 'words' | 'rare-words' | 'cities';

/** A list of `lists/`: lower-case ASCII, one entry a line. */
export function readList(name: ListName): string[] {
  const text = readFileSync(new URL(`../lists/${name}.txt`, import.meta.url), 'utf8');
  return text.split('\n').filter((entry) => entry !== '');
}

/** One word's hash, or that of several words' hashes in turn: text is read word by word. */
export function hashPhrase(phrase: string): number {
  const words = phrase.split(' ');
  if (words.length === 1) return hashWord(phrase);
  return words.reduce((hash, word) => hashStep(hash, hashWord(word)), HASH_START);
}
