import { hashWord } from '../fold.ts';
import { CUE, FLAG } from '../lexicon/flags.ts';
import { cuesOf, flagsOf, isMark, isWord, lengthOf, MARK, type Scene } from '../scene.ts';
import { SHAPE } from '../tokens.ts';
import { hashAt, isPossessive, isWordOf, WORD } from '../words.ts';
import type { Evidence } from './evidence.ts';
import { isWithinFirm } from './firm.ts';
import type { Run } from './run.ts';
import { LEVEL } from './unit.ts';

const CELL = hashWord('cell');

/** A disease, test or device named after somebody: "Bell's palsy", "Wells score", "Foley cath". */
export function isEponym(scene: Scene, run: Run): boolean {
  const isOwned = isPossessive(scene, run.last);
  const behind = isOwned ? run.last + 3 : run.last + 1;
  // "Signe's cell" is a phone; Merkel's are never in the possessive.
  if (isOwned && hashAt(scene, behind) === CELL) return false;
  return (cuesOf(scene, behind) & CUE.eponymNoun) !== 0 && run.units.length <= 3;
}

/** A hospital, a practice or a company: "smith clinic", "Johnson Family Practice", "Cedars-Sinai Medical". */
export function isOrganisation(scene: Scene, run: Run): boolean {
  const isOwned = isPossessive(scene, run.last);
  let at = isOwned ? run.last + 3 : run.last + 1;
  for (let words = 0; words < 3 && isWord(scene, at); words += 1, at = behindPossessive(scene, at)) {
    const isLower = scene.tokens.shape[at] === SHAPE.lower;
    if (isLower && isFullName(scene, run) && (!HOUSES.has(hashAt(scene, at)) || isThing(scene, at + 1)))
      return false;
    if ((cuesOf(scene, at) & CUE.facility) !== 0 && (words === 0 ? !isLower || !isOwned : !isLower))
      return true;
    if (isLower) return false;
    if ((cuesOf(scene, at) & CUE.company) !== 0) return true;
  }
  return false;
}

/** "Bence Jones protein", "Norwood, Glenn", "vs Gilbert": all of it is in names of diseases, and nobody is spoken of. */
export function isOnlyEponyms(scene: Scene, run: Run, { acts }: Evidence): boolean {
  for (let at = run.first; at <= run.last; at += 1)
    if (
      isWord(scene, at) &&
      lengthOf(scene, at) > 1 &&
      (flagsOf(scene, at) & (FLAG.eponym | FLAG.suffix)) === 0
    )
      return false;
  return !acts || isPossessive(scene, run.last);
}

/** "Johnson & Johnson": the same name twice is a firm's. Not "Yaw Boateng & Boateng, Y." */
export function isFirm(scene: Scene, { units, first, last }: Run): boolean {
  const { hash } = scene.tokens;
  if (units.length > 1) return false;
  return (
    (isMark(scene, last + 1, AMPERSAND) && isWord(scene, last + 2) && hash[last + 2] === hash[last]) ||
    (isMark(scene, first - 1, AMPERSAND) && isWord(scene, first - 2) && hash[first - 2] === hash[first])
  );
}

/** "Henry Ford", "Rees-Stealy", "Chase QuickPay" */
export function isListedFirm(scene: Scene, run: Run): boolean {
  return (scene.tokens.presentFlags & FLAG.firmStart) !== 0 && isWithinFirm(scene, run.first, run.last);
}

const HOUSES = new Set(
  'hospital hospitals clinic clinics center centers centre university univ institute foundation llc inc corp pllc pc county township'
    .split(' ')
    .map(hashWord),
);

const THINGS = new Set(
  'bed beds stay stays bill bills visit visits admission admit discharge'.split(' ').map(hashWord),
);

/** "Rafiq Chowdhury hospital bed" */
function isThing(scene: Scene, token: number): boolean {
  return THINGS.has(hashAt(scene, token));
}

/** "Trang Huynh-Carter hospice start": a given name with a surname has no hospice. */
function isFullName(scene: Scene, { units, first }: Run): boolean {
  return units.length > 1 && (flagsOf(scene, first) & FLAG.first) !== 0;
}

const JOINING = new Set('and or vs'.split(' ').map(hashWord));
const AMPERSAND = 38;

/** "Alma and Headway", "Bright, Friday or Oscar": one of several, of which the next is a firm for certain. */
export function isAmongFirms(scene: Scene, run: Run): boolean {
  if (run.units.length > 1 || run.units[0]?.isCapital !== true) return false;
  return isFirmAcross(scene, run.last + 1, run.last + 2) || isFirmAcross(scene, run.first - 1, run.first - 2);
}

/** "Geisinger St. Luke", "Sutter East Bay", "Boston Scientific": a firm's or town's name first, and nobody acts. */
export function isFirmOfPlaces(scene: Scene, { units, first, last }: Run, evidence: Evidence): boolean {
  const [head] = units;
  if (units.length < 2 || head?.isCapital !== true) return false;
  const flags = flagsOf(scene, first);
  if ((flags & FLAG.safe) !== 0 && (flags & FLAG.first) === 0) return true;
  if (head.level !== LEVEL.dual) return false;
  if (hasFirmWord(scene, first + 1, last)) return true;
  const isSpokenOf = evidence.acts || evidence.isHailed || evidence.isSubject === false;
  return (flags & FLAG.place) !== 0 && !isSpokenOf && scene.takes.length === 0;
}

function hasFirmWord(scene: Scene, from: number, to: number): boolean {
  for (let at = from; at <= to; at += 1)
    if ((cuesOf(scene, at) & (CUE.company | CUE.facility)) !== 0) return true;
  return false;
}

function isFirmAcross(scene: Scene, joint: number, other: number): boolean {
  const isJoint =
    isMark(scene, joint, AMPERSAND) || isMark(scene, joint, MARK.slash) || JOINING.has(hashAt(scene, joint));
  const flags = flagsOf(scene, other);
  return (
    isJoint &&
    (flags & FLAG.safe) !== 0 &&
    (flags & (FLAG.first | FLAG.grammar)) === 0 &&
    scene.tokens.shape[other] === SHAPE.capital
  );
}

function behindPossessive(scene: Scene, token: number): number {
  return isPossessive(scene, token) ? token + 3 : token + 1;
}

/** "Dr. Ahmed Khan", "PCP: Jane Smith", "Susan Pope, MD", "Jane Smith NPI 123…": providers' names stay. */
export function isProvider(scene: Scene, run: Run): boolean {
  let left = run.first - 1;
  while (
    left >= run.first - 3 &&
    left >= 0 &&
    (isMark(scene, left, MARK.dot) || isMark(scene, left, MARK.colon) || isProviderFiller(scene, left))
  )
    left -= 1;
  if ((cuesOf(scene, left) & CUE.provider) !== 0) return true;
  const behind = isMark(scene, run.last + 1, MARK.comma) ? run.last + 2 : run.last + 1;
  if ((cuesOf(scene, behind) & CUE.credential) === 0) return isWordOf(scene, behind, WORD.npi);
  return scene.tokens.shape[behind] !== 0;
}

function isProviderFiller(scene: Scene, token: number): boolean {
  return (
    isWordOf(scene, token, WORD.is) ||
    isWordOf(scene, token, WORD.name) ||
    isWordOf(scene, token, WORD.named) ||
    isWordOf(scene, token, WORD.w)
  );
}
