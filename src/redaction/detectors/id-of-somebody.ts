import { hashWord } from '../fold.ts';
import {
  type Detector,
  endOf,
  isGlued,
  isMark,
  lengthOf,
  MARK,
  type Scene,
  startOf,
  TAKEN,
  take,
} from '../scene.ts';
import { KIND } from '../tokens.ts';
import { hashAt } from '../words.ts';
import { endOfMatch } from './pattern.ts';

const BEING = new Set(['is', 'was', 'for', 'belongs'].map(hashWord));

const ASIDE = /(?!(?:19|20)\d\d-(?:19|20)\d\d\))(?=[\d-]{7,14}\))\d{2,9}(?:-\d{2,6}){0,2}/y;

/**
 * Takes "6604417 is bush, teresa", "teresa bush = 6604417" and "Teresa Bush (73-20519)": a number that is said to be
 * somebody. Asked last.
 */
export const idOfSomebody: Detector = (scene, token) => {
  if (isMark(scene, token - 1, MARK.open) && scene.taken[token - 2] === TAKEN.name) {
    const end = endOfMatch(ASIDE, scene.text, startOf(scene, token));
    if (end > 0) return take(scene, 'id.labelled', startOf(scene, token), end);
  }
  const length = lengthOf(scene, token);
  if (length < 6 || length > 8 || isGlued(scene, token) || isTied(scene, token)) return 0;
  return isSomebody(scene, token + 1, token + 2) || isSomebody(scene, token - 1, token - 2)
    ? take(scene, 'id.labelled', startOf(scene, token), endOf(scene, token))
    : 0;
};

function isTied(scene: Scene, token: number): boolean {
  return isGlued(scene, token + 1) && scene.tokens.kind[token + 1] !== KIND.mark;
}

function isSomebody(scene: Scene, joint: number, name: number): boolean {
  if (scene.taken[name] !== TAKEN.name) return false;
  return (
    isMark(scene, joint, MARK.equals) || isMark(scene, joint, MARK.colon) || BEING.has(hashAt(scene, joint))
  );
}
