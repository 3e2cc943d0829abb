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

const BEING = new Set(['is', 'was', 'for', 'belongs'].map(hashWord));

/** Takes "6604417 is bush, teresa" and "teresa bush = 6604417": a number that is said to be somebody. Asked last. */
export const idOfSomebody: Detector = (scene, token) => {
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
