import { cityFrom } from '../detectors/city.ts';
import { hashWord } from '../fold.ts';
import { FLAG } from '../lexicon/flags.ts';
import { flagsOf, holdsPhi, isMark, isWord, MARK, type Scene } from '../scene.ts';
import { SHAPE } from '../tokens.ts';
import { hashAt } from '../words.ts';
import type { Run } from './run.ts';

/** "Carol Stream office closed", "New Rochelle": a town of two words, where nothing speaks of a person. */
export function isTown(scene: Scene, run: Run): boolean {
  const isWhole = run.units.length > 1 && cityFrom(scene, run.first) === run.last;
  const isRest = cityFrom(scene, run.first - 1) === run.last && isWord(scene, run.first - 1);
  return isWhole || isRest;
}

const WHERE = new Set('in near around outside nearby'.split(' ').map(hashWord));
const JOINING = new Set('or and vs'.split(' ').map(hashWord));

/** "GI in Everett?", "is Cary or Apex closer": a town that is a name too, where a place is asked for. */
export function isWhereTown(scene: Scene, run: Run): boolean {
  if (run.units.length > 1 || (flagsOf(scene, run.first) & FLAG.cityStart) === 0) return false;
  if (scene.tokens.shape[run.first] !== SHAPE.capital || run.first !== run.last) return false;
  return WHERE.has(hashAt(scene, run.first - 1)) || (isBesideTown(scene, run) && !holdsPhi(scene));
}

function isBesideTown(scene: Scene, { first, last }: Run): boolean {
  if ((scene.tokens.presentFlags & FLAG.pronoun) !== 0) return false;
  return isTownAcross(scene, last + 1, last + 2) || isTownAcross(scene, first - 1, first - 2);
}

function isTownAcross(scene: Scene, joint: number, other: number): boolean {
  const isJoint = isMark(scene, joint, MARK.slash) || JOINING.has(hashAt(scene, joint));
  return isJoint && (flagsOf(scene, other) & FLAG.city) !== 0 && scene.tokens.shape[other] === SHAPE.capital;
}
