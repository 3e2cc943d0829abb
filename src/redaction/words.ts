import { hashWord } from './fold.ts';
import { isGlued, isMark, isWord, lengthOf, MARK, type Scene } from './scene.ts';
import { KIND } from './tokens.ts';

/** Words that are asked for by name. */
export const WORD = {
  for: hashWord('for'),
  in: hashWord('in'),
  is: hashWord('is'),
  law: hashWord('law'),
  name: hashWord('name'),
  named: hashWord('named'),
  no: hashWord('no'),
  npi: hashWord('npi'),
  on: hashWord('on'),
  the: hashWord('the'),
  w: hashWord('w'),
} as const;

/** The lexer leaves the "'" and the "s" of "Maria's" as tokens of their own. */
export function isPossessive(scene: Scene, last: number): boolean {
  return (
    isMark(scene, last + 1, MARK.apostrophe) &&
    isGlued(scene, last + 1) &&
    isWord(scene, last + 2) &&
    isGlued(scene, last + 2) &&
    lengthOf(scene, last + 2) === 1
  );
}

/** Is it this word, in any case? Compared by hash, so that asking makes no strings. */
export function isWordOf({ tokens }: Scene, token: number, hash: number): boolean {
  return token >= 0 && tokens.hash[token] === hash && tokens.kind[token] === KIND.word;
}

/** A word's hash; that of nothing where no word is. */
export function hashAt(scene: Scene, token: number): number {
  return isWord(scene, token) ? (scene.tokens.hash[token] ?? 0) : 0;
}
