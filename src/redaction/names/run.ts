import { hashWord } from '../fold.ts';
import { CUE, FLAG } from '../lexicon/flags.ts';
import {
  cuesOf,
  endOf,
  flagsOf,
  isGlued,
  isMark,
  isNumber,
  isWord,
  lengthOf,
  MARK,
  type Scene,
  startOf,
  TAKEN,
} from '../scene.ts';
import { hashAt } from '../words.ts';
import {
  isFirstName,
  isOddSurname,
  isPlainSurname,
  isPopular,
  isRareSurname,
  isUncommon,
} from './surname.ts';
import { isCapitalised, LEVEL, levelOf, type Unit, unitAt } from './unit.ts';
import { isProvider } from './vetoes.ts';

/** Words in a row that could be one person's name: "Rosa A. Haddad", "linda van dyke", "D'Amico, Mark". */
export type Run = {
  readonly units: readonly Unit[];
  readonly first: number;
  readonly last: number;
  readonly hasInitial: boolean;
  /** Written as "Last, First". */
  readonly isTurned: boolean;
};

const MOST_UNITS = 4;

/** The run that begins at a token whose unit is at least an unknown word. */
export function runFrom(scene: Scene, token: number): Run {
  const units: Unit[] = [unitAt(scene, token)];
  let last = units[0]?.last ?? token;
  let hasInitial = false;
  while (units.length < MOST_UNITS) {
    const next = nextPart(scene, last, units);
    if (next === undefined) break;
    if (next.unit) units.push(next.unit);
    else hasInitial = true;
    last = next.last;
  }
  return turned(scene, { units, first: token, last, hasInitial, isTurned: false });
}

type Part = { readonly unit?: Unit; readonly last: number };

function nextPart(scene: Scene, last: number, units: readonly Unit[]): Part | undefined {
  const at = behindNickname(scene, last + 1);
  if (!isWord(scene, at) || isGlued(scene, at)) return undefined;
  const initial = initialAt(scene, at);
  if (initial > 0) return nameAfter(scene, initial, units) ? { last: initial } : undefined;
  const particles = particlesFrom(scene, at);
  const unit = unitAt(scene, particles);
  if (particles > at && isNameBehindParticle(scene, particles))
    return { unit: { ...unit, level: Math.max(unit.level, LEVEL.dual) }, last: unit.last };
  const suffix = flagsOf(scene, at) & FLAG.suffix;
  if (suffix !== 0 && (flagsOf(scene, at) & FLAG.grammar) === 0) return { last: at };
  const own = particles === at ? unit : unitAt(scene, at);
  return continues(scene, own, units) ? { unit: own, last: own.last } : undefined;
}

const QUOTE = 34;

/** 'francisco "pancho" leyva', "Robert (Bob) Ames": the token behind what is quoted, if that is one word before another. */
function behindNickname(scene: Scene, token: number): number {
  const isQuoted = isMark(scene, token, QUOTE) && isMark(scene, token + 2, QUOTE);
  const isBracketed = isMark(scene, token, MARK.open) && isMark(scene, token + 2, MARK.close);
  if ((!isQuoted && !isBracketed) || unitAt(scene, token + 1).level < LEVEL.dual) return token;
  return unitAt(scene, token + 3).level >= LEVEL.dual ? token + 3 : token;
}

/** A middle initial, with its full stop: the last token of it, or 0. */
function initialAt(scene: Scene, token: number): number {
  if (lengthOf(scene, token) !== 1) return 0;
  if (!isCapitalised(scene, token) && !isBetweenNames(scene, token) && !isLastInitial(scene, token)) return 0;
  if (isNumber(scene, token + 1) && isGlued(scene, token + 1)) return 0;
  return isMark(scene, token + 1, MARK.dot) && isGlued(scene, token + 1) ? token + 1 : token;
}

/** "jean l picard" */
function isBetweenNames(scene: Scene, token: number): boolean {
  if ((cuesOf(scene, token) & CUE.hail) !== 0) return false;
  return unitAt(scene, token - 1).level >= LEVEL.given && unitAt(scene, token + 1).level >= LEVEL.listed;
}

const NO_INITIAL = new Set(['a', 'i', 'u', 'w', 'x', 'y', 'n', 'r'].map(hashWord));

/** "ayesha k. wants", "maribel c called": a letter between a given name and what somebody does. */
function isLastInitial(scene: Scene, token: number): boolean {
  if (NO_INITIAL.has(hashAt(scene, token)) || levelOf(scene, token - 1) < LEVEL.given) return false;
  if (isMark(scene, token + 1, MARK.dot) && isGlued(scene, token + 1)) return !isGlued(scene, token + 2);
  return (flagsOf(scene, token + 1) & FLAG.human) !== 0;
}

function nameAfter(scene: Scene, initial: number, units: readonly Unit[]): boolean {
  const next = unitAt(scene, particlesFrom(scene, initial + 1));
  return (
    next.level >= LEVEL.unknown || isMark(scene, initial, MARK.dot) || (units[0]?.level ?? 0) >= LEVEL.surname
  );
}

/** The token behind "de la", "van", "st." */
function particlesFrom(scene: Scene, token: number): number {
  let at = token;
  while (
    at < token + 4 &&
    (flagsOf(scene, at) & FLAG.particle) !== 0 &&
    isWord(scene, at + 1 + dotAfter(scene, at))
  )
    at += 1 + dotAfter(scene, at);
  return at;
}

/** Any word will do, "Van Dyke" and "St. Clair", as long as it is none of grammar's. */
function isNameBehindParticle(scene: Scene, token: number): boolean {
  return isWord(scene, token) && lengthOf(scene, token) > 2 && (flagsOf(scene, token) & FLAG.grammar) === 0;
}

function dotAfter(scene: Scene, token: number): number {
  return isMark(scene, token + 1, MARK.dot) && isGlued(scene, token + 1) ? 1 : 0;
}

/**
 * May this word be the next part? In lower case a word that is also a verb ("maria will call") or an unknown one
 * ends the name; a capital letter carries it on, but not from a lower-case name.
 */
function continues(scene: Scene, unit: Unit, units: readonly Unit[]): boolean {
  const before = units.at(-1);
  if (!before) return false;
  if (unit.level === LEVEL.none)
    return units.length <= 2 && (isOddSurname(scene, unit, before) || isRareSurname(scene, unit, before));
  if (unit.isCapital !== before.isCapital && scene.shouted[unit.first] !== 1)
    return (
      units.length === 1 &&
      (unit.isCapital
        ? before.level >= LEVEL.given && unit.level >= LEVEL.dual && isPlainSurname(scene, unit)
        : unit.level >= LEVEL.surname)
    );
  if (unit.isCapital) return true;
  if (unit.level === LEVEL.dual)
    return (
      before.level >= (units.length === 1 ? LEVEL.dual : LEVEL.given) &&
      !isModal(scene, unit.first) &&
      !isVerbBehind(scene, before.first, unit.first)
    );
  return (
    unit.level >= LEVEL.listed ||
    (units.length === 1 && isFirstName(scene, before) && isUncommon(scene, unit))
  );
}

/** "will grant", "may bill": a verb with its helper, not a person. */
function isVerbBehind(scene: Scene, helper: number, verb: number): boolean {
  if (!/^(?:will|may)$/i.test(scene.text.slice(startOf(scene, helper), endOf(scene, helper)))) return false;
  return /^(?:grant|mark|chase|bill|price|hunt|park|stay|cover|fall|land|cross|flag|drop|wait|rush|pose|close|cost|hold|break|change|chance|reason|rise|ring|stem|stock|store|tag|trace|trust|turn|waive|ward|weigh)$/i.test(
    scene.text.slice(startOf(scene, verb), endOf(scene, verb)),
  );
}

function isModal(scene: Scene, token: number): boolean {
  return /^(?:will|may|mark|bill|chase|hope|art|dawn|faith|grace|drew|pat|sue)$/i.test(
    scene.text.slice(startOf(scene, token), endOf(scene, token)),
  );
}

/** "Rice, Mohammed A.": a surname, a comma, and a given name. */
function turned(scene: Scene, run: Run): Run {
  if (run.units.length > 2 || run.hasInitial || !isMark(scene, run.last + 1, MARK.comma)) return run;
  const given = unitAt(scene, run.last + 2);
  const surname = run.units.at(-1);
  const behind = given.last + 1;
  if (
    !surname ||
    isFollowedByName(scene, behind) ||
    isBesideName(scene, run, behind) ||
    !isTurnedPair(scene, surname, given)
  )
    return run;
  const initial = isWord(scene, behind) ? initialAt(scene, behind) : 0;
  return { ...run, units: [...run.units, given], last: initial > 0 ? initial : given.last, isTurned: true };
}

/** A name that was taken already, as a redacted text shows it. A provider's own name goes on before it all the same. */
function isBesideName(scene: Scene, run: Run, behind: number): boolean {
  return scene.taken[behind] === TAKEN.name && !isProvider(scene, run);
}

/** "Dr Shah, Walter Briggs": the given name behind the comma has a surname of its own. */
function isFollowedByName(scene: Scene, token: number): boolean {
  return (
    isWord(scene, token) &&
    lengthOf(scene, token) > 1 &&
    isCapitalised(scene, token) &&
    unitAt(scene, token).level >= LEVEL.unknown
  );
}

function isTurnedPair(scene: Scene, surname: Unit, given: Unit): boolean {
  if (surname.level < LEVEL.unknown || surname.isCapital !== given.isCapital) return false;
  if (given.level === LEVEL.unknown) return given.isCapital && surname.level >= LEVEL.listed;
  if (given.level < LEVEL.dual) return false;
  const isSafe = (flagsOf(scene, given.first) & FLAG.safe) !== 0;
  if (isSafe && !(given.isCapital && isPopular(scene, given) && surname.level >= LEVEL.listed)) return false;
  const isPlace = (flagsOf(scene, surname.first) & flagsOf(scene, given.first) & FLAG.city) !== 0;
  if (isPlace) return false;
  if (given.level === LEVEL.dual)
    return (
      (flagsOf(scene, given.first) & FLAG.first) !== 0 &&
      surname.level >= (given.isCapital ? LEVEL.dual : LEVEL.surname)
    );
  if (given.level < LEVEL.given && (given.level < LEVEL.listed || surname.level === LEVEL.unknown))
    return false;
  return surname.isCapital || surname.level >= LEVEL.dual;
}
