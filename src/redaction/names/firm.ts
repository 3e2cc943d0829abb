import { HASH_START, hashStep } from '../fold.ts';
import { FLAG } from '../lexicon/flags.ts';
import { flagsOf, isGlued, isMark, isWord, lengthOf, MARK, type Scene } from '../scene.ts';

const MOST_WORDS = 4;
const AMPERSAND = 38;

/** The last token of the longest listed firm of two words and more that begins at a token, or -1. */
export function lastOfFirm(scene: Scene, token: number): number {
  if ((flagsOf(scene, token) & FLAG.firmStart) === 0) return -1;
  let found = -1;
  let at = token;
  let hash = hashStep(HASH_START, scene.tokens.hash[token] ?? 0);
  for (let words = 1; words < MOST_WORDS; words += 1) {
    at = nextWord(scene, at);
    if (at < 0) break;
    hash = hashStep(hash, scene.tokens.hash[at] ?? 0);
    if (isListed(scene, hash)) found = at;
  }
  return found;
}

/** A hyphen, an ampersand or a full stop may stand between: "Hy-Vee", "Scott & White", "St. Luke's". */
function nextWord(scene: Scene, token: number): number {
  let at = token + 1;
  if (isMark(scene, at, MARK.dash) || isMark(scene, at, AMPERSAND) || isMark(scene, at, MARK.dot)) at += 1;
  else if (isMark(scene, at, MARK.apostrophe) && isGlued(scene, at) && lengthOf(scene, at + 1) === 1) at += 2;
  return isWord(scene, at) ? at : -1;
}

function isListed({ lexicon }: Scene, hash: number): boolean {
  const place = lexicon.words.find(hash);
  return place >= 0 && (lexicon.words.flagsAt(place) & FLAG.firm) !== 0;
}

/** Is all from `first` to `last` within a listed firm's name: "Edward Jones", the "Rees-Stealy" of Sharp Rees-Stealy? */
export function isWithinFirm(scene: Scene, first: number, last: number): boolean {
  for (let at = first; at >= 0 && at >= first - 3; at -= 1) if (lastOfFirm(scene, at) >= last) return true;
  return false;
}
