import { HASH_START, hashStep, hashWord } from '../fold.ts';
import { CUE, FLAG } from '../lexicon/flags.ts';
import { isWithinFirm } from '../names/firm.ts';
import { cueBefore } from '../near.ts';
import {
  cuesOf,
  type Detector,
  endOf,
  endsLine,
  flagsOf,
  isMark,
  isNumber,
  isWord,
  lengthOf,
  MARK,
  type Scene,
  startOf,
  take,
} from '../scene.ts';
import { KIND, SHAPE } from '../tokens.ts';
import { hashAt } from '../words.ts';

const BEFORE = CUE.residence | CUE.preposition;

/** A town in Pennsylvania, but "mail to home" speaks of no town. */
const HOME = hashWord('home');

/** The last token of the longest listed city that begins at a token, or 0. */
export function cityFrom(scene: Scene, token: number): number {
  if ((flagsOf(scene, token) & FLAG.cityStart) === 0) return 0;
  for (let length = 3; length >= 1; length -= 1) {
    if (isCity(scene, token, length)) return token + length - 1;
  }
  return 0;
}

function isCity(scene: Scene, token: number, length: number): boolean {
  const { hash } = scene.tokens;
  for (let at = token; at < token + length; at += 1) {
    if (!isWord(scene, at)) return false;
  }
  if (length === 1) return scene.lexicon.isCity(hash[token] ?? 0);
  let phrase = HASH_START;
  for (let at = token; at < token + length; at += 1) phrase = hashStep(phrase, hash[at] ?? 0);
  return scene.lexicon.isCity(phrase);
}

/** The first token of the city that ends right before a state, or -1: a listed one, else up to two capitalised words. */
export function cityBefore(scene: Scene, state: number): number {
  const last = isMark(scene, state - 1, MARK.comma) ? state - 2 : state - 1;
  for (let length = 3; length >= 1; length -= 1) {
    if (last - length + 1 >= 0 && isCity(scene, last - length + 1, length)) return last - length + 1;
  }
  let first = -1;
  for (let at = last; at > last - 2 && at >= 0; at -= 1) {
    const isName =
      isWord(scene, at) &&
      scene.tokens.shape[at] !== SHAPE.lower &&
      (flagsOf(scene, at) & FLAG.grammar) === 0;
    if (!isName) break;
    first = at;
  }
  return first;
}

/**
 * Takes the city a person lives in: "lives in Yonkers", "from Boise, Idaho", "moved to sioux falls".
 * Not "Cook county only network", "Cleveland Clinic" nor a city without a person.
 */
export const city: Detector = (scene, token) => {
  if (
    (flagsOf(scene, token) & FLAG.cityStart) === 0 ||
    (cuesOf(scene, skipColon(scene, token - 1)) & BEFORE) === 0
  )
    return 0;
  if (scene.safe.has(scene.tokens.hash[token] ?? 0) || hashAt(scene, token) === HOME) return 0;
  const last = cityFrom(scene, token);
  if (last === 0 && !isCity(scene, token, 1)) return 0;
  const end = last === 0 ? token : last;
  if (!isAboutAPerson(scene, token, end) || isPartOfAName(scene, end) || isWithinFirm(scene, token, end))
    return 0;
  const zip = zipBehind(scene, end);
  return zip > 0
    ? take(scene, 'address.city-state-zip', startOf(scene, token), endOf(scene, zip))
    : take(scene, 'place.city', startOf(scene, token), endOf(scene, end));
};

/** "Tulsa OK 74103": the ZIP behind the city's state, or 0. */
function zipBehind(scene: Scene, last: number): number {
  const state = isMark(scene, last + 1, MARK.comma) ? last + 2 : last + 1;
  const zip = isMark(scene, state + 1, MARK.comma) ? state + 2 : state + 1;
  return (flagsOf(scene, state) & FLAG.stateCode) !== 0 && isNumber(scene, zip) && lengthOf(scene, zip) === 5
    ? zip
    : 0;
}

/**
 * Takes "in Hoboken", "near Ossining 10562", "in bakersfield" and "…, suicidal, flagstaff." from a message about
 * somebody. Asked last.
 */
export const cityOfSomebody: Detector = (scene, token) => {
  if (scene.shouted[token] === 1 || scene.safe.has(scene.tokens.hash[token] ?? 0)) return 0;
  const last = cityFrom(scene, token);
  if (last === 0 || isPartOfAName(scene, last) || isWithinFirm(scene, token, last)) return 0;
  if (isPlainWord(scene, token, last)) return 0;
  const isPlace =
    ['in', 'near', 'from', 'around'].includes(wordAt(scene, token - 1)) ||
    isZipBehind(scene, last) ||
    isApart(scene, token, last);
  return isPlace && !isCapitalWord(scene, last + 1)
    ? take(scene, 'place.city', startOf(scene, token), endOf(scene, last))
    : 0;
};

/** What is more often a word, a state or a name. Two words and more are a town. */
function isPlainWord(scene: Scene, token: number, last: number): boolean {
  const flags = flagsOf(scene, token);
  const isPhrase = last > token;
  if (scene.tokens.shape[token] !== SHAPE.lower)
    return (
      (flags & (FLAG.stateName | FLAG.month | FLAG.safe | (isPhrase ? 0 : FLAG.grammar | FLAG.word))) !== 0
    );
  if (isPhrase) return (flags & FLAG.grammar) !== 0 && wordAt(scene, token) !== 'new';
  return (flags & NO_TOWN) !== 0;
}

const NO_TOWN =
  FLAG.stateName |
  FLAG.month |
  FLAG.safe |
  FLAG.grammar |
  FLAG.word |
  FLAG.rareWord |
  FLAG.popular |
  FLAG.dual;

/** "…, no plan, flagstaff. what …": between marks, and no name's part. */
function isApart(scene: Scene, token: number, last: number): boolean {
  const isName =
    scene.tokens.shape[token] === SHAPE.lower && (flagsOf(scene, token) & (FLAG.first | FLAG.surname)) !== 0;
  if (!isMark(scene, token - 1, MARK.comma) || isName) return false;
  return endsLine(scene, last + 1) || scene.tokens.kind[last + 1] === KIND.mark;
}

/** "the provider list for New Rochelle 10801" */
function isZipBehind(scene: Scene, last: number): boolean {
  const zip = isMark(scene, last + 1, MARK.comma) ? last + 2 : last + 1;
  return isNumber(scene, zip) && lengthOf(scene, zip) === 5 && !/^99[2-4]/.test(numberAt(scene, zip));
}

function numberAt({ text, tokens }: Scene, token: number): string {
  return text.slice(tokens.start[token] ?? 0, tokens.end[token] ?? 0);
}

function isCapitalWord(scene: Scene, token: number): boolean {
  return (
    isWord(scene, token) &&
    scene.tokens.shape[token] === SHAPE.capital &&
    flagsOf(scene, token) !== FLAG.grammar
  );
}

function isAboutAPerson(scene: Scene, token: number, last: number): boolean {
  const isLower = scene.tokens.shape[token] === SHAPE.lower;
  const before = token - 1;
  if ((cuesOf(scene, before) & CUE.preposition) === 0) return true;
  const word = wordAt(scene, before);
  if ((cueBefore(scene, before, CUE.residence, 3) & CUE.residence) !== 0) return true;
  if (isLower || (flagsOf(scene, token) & FLAG.stateName) !== 0) return false;
  if (word === 'from') return true;
  const hasState =
    (flagsOf(scene, isMark(scene, last + 1, MARK.comma) ? last + 2 : last + 1) &
      (FLAG.stateCode | FLAG.stateName)) !==
    0;
  if (!hasState) return false;
  return (
    word === 'of' ||
    (word === 'in' &&
      (scene.takes.length > 0 || (cueBefore(scene, before, CUE.person, 5) & CUE.person) !== 0))
  );
}

function skipColon(scene: Scene, token: number): number {
  return isMark(scene, token, MARK.colon) ? token - 1 : token;
}

function isPartOfAName(scene: Scene, last: number): boolean {
  return (cuesOf(scene, last + 1) & CUE.facility) !== 0 && !isMark(scene, last + 1, MARK.comma);
}

function wordAt(scene: Scene, token: number): string {
  return isWord(scene, token) && lengthOf(scene, token) <= 8
    ? scene.text.slice(startOf(scene, token), endOf(scene, token)).toLowerCase()
    : '';
}
