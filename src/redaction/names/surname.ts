import { CUE, FLAG } from '../lexicon/flags.ts';
import {
  cuesOf,
  endOf,
  flagsOf,
  isGlued,
  isMark,
  isWord,
  lengthOf,
  MARK,
  type Scene,
  startOf,
  TAKEN,
} from '../scene.ts';
import { KIND, SHAPE } from '../tokens.ts';
import { hasEnding } from './misspelt.ts';
import type { Run } from './run.ts';
import { LEVEL, type Unit } from './unit.ts';

/** "Brielle Hatch": behind a given name with a capital, a word with a capital is the surname. */
export function isOddSurname(scene: Scene, unit: Unit, before: Unit): boolean {
  const flags = flagsOf(scene, unit.first);
  return (
    before.isCapital &&
    (before.level >= LEVEL.given ||
      isPopular(scene, before) ||
      (isFirstName(scene, before) && isRightBeforePhi(scene, unit.last))) &&
    scene.tokens.shape[unit.first] === SHAPE.capital &&
    scene.shouted[unit.first] !== 1 &&
    lengthOf(scene, unit.first) > 2 &&
    (flags & (FLAG.word | FLAG.rareWord)) !== 0 &&
    (flags & (FLAG.safe | FLAG.month | FLAG.stateName)) === 0 &&
    ((flags & FLAG.grammar) === 0 || (flags & FLAG.dual) !== 0) &&
    isUnlabelled(scene, unit)
  );
}

/** "Sage Branch 14 Mar 2002": right before PHI a label's word is a surname too, unless it makes a firm. */
function isUnlabelled(scene: Scene, unit: Unit): boolean {
  const cues = cuesOf(scene, unit.first) & ~(CUE.hail | CUE.act);
  if (cues === 0) return true;
  const other = CUE.facility | CUE.company | CUE.member | CUE.event | CUE.birth | CUE.account | CUE.mrn;
  return (cues & other) === 0 && isRightBeforePhi(scene, unit.last);
}

function isRightBeforePhi(scene: Scene, last: number): boolean {
  return scene.taken[last + 1] === TAKEN.value;
}

/** "Carolina" and "Faith" are places and words too. */
export function isPopular(scene: Scene, unit: Unit): boolean {
  return unit.level === LEVEL.dual && (flagsOf(scene, unit.first) & FLAG.popular) !== 0;
}

/**
 * "hallie stroud", "perry castellan": behind a name everybody knows, a word hardly anybody uses, without a word's
 * ending; "noah stiles, dob …": any such word, where PHI or an asking mark comes next.
 */
export function isRareSurname(scene: Scene, unit: Unit, before: Unit): boolean {
  const flags = flagsOf(scene, unit.first);
  if (before.isCapital || unit.isCapital || !isPopularName(scene, before)) return false;
  if ((flags & FLAG.grammar) !== 0 && (flags & FLAG.dual) !== 0) return isRightBeforePhi(scene, unit.last);
  const isRare =
    (flags & FLAG.rareWord) !== 0 || ((flags & FLAG.word) !== 0 && isBeforePhi(scene, unit.last));
  return (
    isRare &&
    (flags & (FLAG.safe | FLAG.grammar | FLAG.month)) === 0 &&
    (cuesOf(scene, unit.first) & ~CUE.act) === 0 &&
    lengthOf(scene, unit.first) > 3 &&
    !hasEnding(scene.text.slice(startOf(scene, unit.first), endOf(scene, unit.first)))
  );
}

function isPopularName(scene: Scene, unit: Unit): boolean {
  return unit.level === LEVEL.popular || isPopular(scene, unit);
}

/** ", 4/4/84", " dob", " (R123456", "?" */
function isBeforePhi(scene: Scene, last: number): boolean {
  const isApart = scene.tokens.kind[last + 1] === KIND.mark;
  if (isMark(scene, last + 1, MARK.question)) return true;
  const next = isApart ? last + 2 : last + 1;
  return scene.taken[next] === TAKEN.value || (cuesOf(scene, next) & (CUE.birth | CUE.ssn)) !== 0;
}

/** "ginger Quick", "tamsin Field" */
export function isPlainSurname(scene: Scene, unit: Unit): boolean {
  const flags = flagsOf(scene, unit.first);
  return (
    scene.tokens.shape[unit.first] === SHAPE.capital &&
    (flags & (FLAG.safe | FLAG.month | FLAG.stateName)) === 0 &&
    (cuesOf(scene, unit.first) & ~(CUE.hail | CUE.act)) === 0
  );
}

export function isFirstName(scene: Scene, unit: Unit): boolean {
  return unit.level >= LEVEL.dual && (flagsOf(scene, unit.first) & FLAG.first) !== 0;
}

export function isUncommon(scene: Scene, unit: Unit): boolean {
  return endOf(scene, unit.last) - startOf(scene, unit.first) >= 4;
}

/**
 * The last token of a lone given name's surname that is a word in the same dress, or that of the name itself: "EBONY
 * MANNING", "Lindsey D. Fell", "amber Peck", "tanisha garner".
 */
export function surnameBehind(scene: Scene, { units, last }: Run): number {
  const [given] = units;
  if (units.length > 1 || !given || !isFirstName(scene, given)) return last;
  const at = behindInitial(scene, last);
  const isFree = isWord(scene, at) && !isGlued(scene, at) && scene.taken[at] === TAKEN.no;
  return isFree && isSurnameInDress(scene, given, at) ? at : last;
}

const SURNAMES = FLAG.surname | FLAG.dual | FLAG.name;

function isSurnameInDress({ tokens }: Scene, { first, level }: Unit, at: number): boolean {
  const [flags, cues] = [tokens.flags[at] ?? 0, tokens.cues[at] ?? 0];
  if ((flags & (FLAG.safe | FLAG.month | FLAG.stateName)) !== 0 || cues !== 0) return false;
  if ((tokens.end[at] ?? 0) - (tokens.start[at] ?? 0) < 4) return false;
  const [dress, own] = [tokens.shape[at], tokens.shape[first]];
  if (dress === SHAPE.lower)
    return (
      own === SHAPE.lower && level >= LEVEL.given && (flags & SURNAMES) !== 0 && (flags & FLAG.grammar) === 0
    );
  if (dress === SHAPE.upper) return own === SHAPE.upper;
  return dress === SHAPE.capital && own !== SHAPE.upper && (flags & FLAG.grammar) === 0;
}

function behindInitial(scene: Scene, last: number): number {
  if (!isWord(scene, last + 1) || lengthOf(scene, last + 1) !== 1) return last + 1;
  return isMark(scene, last + 2, MARK.dot) ? last + 3 : last + 2;
}
