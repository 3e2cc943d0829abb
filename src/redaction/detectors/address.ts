import { CUE, FLAG } from '../lexicon/flags.ts';
import { cueBefore } from '../near.ts';
import {
  cuesOf,
  type Detector,
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
  take,
} from '../scene.ts';
import { SHAPE } from '../tokens.ts';
import { cityBefore, cityFrom } from './city.ts';
import { endOfMatch } from './pattern.ts';

const PO_BOX =
  /(?:p\.? ?o\.? ?|(?:r\.? ?r\.?|rural route|rt\.?|hcr?|star route) ?#?\d{1,4},? ?)box\s{0,2}#? ?\d{1,7}(?![\da-z])/iy;
const ZIP_PLUS_FOUR = /\d{5}-\d{4}(?![\d-]|[a-z])/iy;
const LONGEST_STREET = 5;

/** Takes "PO Box 6991", "p.o. box 12", "RR 2 Box 118". Asked at a word. */
export const poBox: Detector = (scene, token) => {
  const start = startOf(scene, token);
  if (!mayBeBox(scene.text.charCodeAt(start) | 32, lengthOf(scene, token))) return 0;
  const end = endOfMatch(PO_BOX, scene.text, start);
  return end > 0 ? take(scene, 'address.po-box', start, end) : 0;
};

/** "po", "p", "pobox", "rr", "rt", "rural", "hc", "hcr", "star": so that most words ask no pattern. */
function mayBeBox(letter: number, length: number): boolean {
  if (letter === 112 || letter === 114) return length <= 5;
  return (letter === 104 && length <= 3) || (letter === 115 && length === 4);
}

/** Takes "2931 Country Club Street, Unit 3, Baton Rouge, IN 37224" as one, and "12 oak st". */
export const street: Detector = (scene, token) => {
  if (!isNumber(scene, token) || lengthOf(scene, token) > 6) return 0;
  const last = lastOfStreet(scene, houseNumber(scene, token));
  if (last === 0) return 0;
  const unit = lastOfUnit(scene, last);
  const locality = lastOfLocality(scene, unit);
  return take(scene, 'address.street', startOf(scene, token), endOf(scene, locality));
};

/** "22-15 31st Ave": the last token of the house number. */
function houseNumber(scene: Scene, token: number): number {
  const isDouble =
    isMark(scene, token + 1, MARK.dash) &&
    isGlued(scene, token + 1) &&
    isNumber(scene, token + 2) &&
    isGlued(scene, token + 2);
  return isDouble ? token + 2 : token;
}

function lastOfStreet(scene: Scene, token: number): number {
  let last = 0;
  let at =
    isGlued(scene, token + 1) && isWord(scene, token + 1) && lengthOf(scene, token + 1) === 1
      ? token + 2
      : token + 1;
  const first = at;
  if (isGlued(scene, first)) return 0;
  for (; at <= first + LONGEST_STREET; at += 1) {
    if (isMark(scene, at, MARK.dot) && isGlued(scene, at) && lengthOf(scene, at - 1) <= 2) continue;
    if (isNumber(scene, at) && isWord(scene, at + 1) && isGlued(scene, at + 1)) continue;
    if (!isWord(scene, at)) break;
    const flags = flagsOf(scene, at);
    if ((flags & FLAG.street) !== 0 && isSuffix(scene, at, first)) last = at;
    else if (
      ((flags & FLAG.grammar) !== 0 && !isStreetAdjective(scene, at)) ||
      (cuesOf(scene, at) & CUE.measure) !== 0
    )
      break;
  }
  if (last === 0) return lastBeforeUnit(scene, first);
  if (isDirection(scene, last + 1)) return last + 1;
  return isMark(scene, last + 1, MARK.dot) && isGlued(scene, last + 1) ? last + 1 : last;
}

/** "Cedar Ave S", "5th St NW" */
function isDirection(scene: Scene, token: number): boolean {
  if (!isWord(scene, token) || lengthOf(scene, token) > 2) return false;
  return (
    scene.tokens.shape[token] !== SHAPE.lower &&
    /^(?:[NSEW]|[NS][EW])$/.test(scene.text.slice(startOf(scene, token), endOf(scene, token)))
  );
}

/** "1123 Grand Concourse apt 5F": no word for a street, but a flat. */
function lastBeforeUnit(scene: Scene, first: number): number {
  for (let at = first; at <= first + 3 && isWord(scene, at); at += 1) {
    if (at > first && isFlat(scene, at)) return at - 1;
    if ((flagsOf(scene, at) & FLAG.grammar) !== 0 || (cuesOf(scene, at) & CUE.measure) !== 0) return 0;
  }
  return 0;
}

function isFlat(scene: Scene, token: number): boolean {
  const word = scene.text.slice(startOf(scene, token), endOf(scene, token));
  return /^(?:apt|apartment|unit|trlr)$/i.test(word) && lastOfUnit(scene, token - 1) > token - 1;
}

/** "Old Mill Ave", "Avenue of the Americas", "First St". */
function isStreetAdjective(scene: Scene, token: number): boolean {
  return /^(?:old|new|first|second|third|high|low|long|of|the|one|good|back|front|down|up)$/i.test(
    scene.text.slice(startOf(scene, token), endOf(scene, token)),
  );
}

/** "st" and "ave" are always a street's; "way", "close" and "point" only with capitals or behind a house number. */
function isSuffix(scene: Scene, token: number, first: number): boolean {
  const isPlain = (flagsOf(scene, token) & FLAG.word) !== 0 && lengthOf(scene, token) > 2;
  const isLower = scene.tokens.shape[token] === SHAPE.lower;
  const isNamed = token > first || !isPlain;
  if (token === first)
    return (
      /^(?:broadway|highway|hwy|route|rte)$/i.test(
        scene.text.slice(startOf(scene, token), endOf(scene, token)),
      ) && !isGlued(scene, token)
    );
  if (!isPlain || !isLower) return isNamed && !isGlued(scene, first);
  const before = flagsOf(scene, token - 1);
  return (
    lengthOf(scene, first - 1) >= 2 &&
    ((before & FLAG.word) === 0 || (before & (FLAG.dual | FLAG.surname | FLAG.first)) !== 0) &&
    (before & (FLAG.safe | FLAG.grammar)) === 0
  );
}

function lastOfUnit(scene: Scene, last: number): number {
  let at = skipComma(scene, last + 1);
  const isMarked = isMark(scene, at, MARK.hash);
  if (isMarked) at += 1;
  else if ((flagsOf(scene, at) & FLAG.unit) !== 0) {
    at += 1;
    while (isMark(scene, at, MARK.hash) || isMark(scene, at, MARK.dot)) at += 1;
  } else return last;
  if (!isNumber(scene, at) && !(isWord(scene, at) && lengthOf(scene, at) <= 2)) return last;
  while (
    isGlued(scene, at + 1) &&
    (isNumber(scene, at + 1) || isWord(scene, at + 1) || isMark(scene, at + 1, MARK.dash)) &&
    at < last + 8
  )
    at += 1;
  return at;
}

/** ", City, ST 12345" behind a street, or as much of it as there is. */
function lastOfLocality(scene: Scene, last: number): number {
  const city = cityFrom(scene, skipComma(scene, last + 1)) || unlistedCity(scene, last + 1);
  const state = stateFrom(scene, skipComma(scene, (city === 0 ? last : city) + 1));
  const zip = skipComma(scene, (state === 0 ? (city === 0 ? last : city) : state) + 1);
  if ((city > 0 || state > 0) && isZip(scene, zip)) return lastOfZip(scene, zip);
  if (state > 0) return state;
  return city === 0 ? last : city;
}

/** "East Boston" in ", East Boston, MA": up to three words with capitals before a state. */
function unlistedCity(scene: Scene, token: number): number {
  if (!isMark(scene, token, MARK.comma)) return 0;
  for (let at = token + 1; at <= token + 3; at += 1) {
    if (!isWord(scene, at) || scene.tokens.shape[at] === SHAPE.lower) return 0;
    if ((flagsOf(scene, skipComma(scene, at + 1)) & FLAG.stateCode) !== 0) return at;
  }
  return 0;
}

function skipComma(scene: Scene, token: number): number {
  return isMark(scene, token, MARK.comma) ? token + 1 : token;
}

/** Where the state that begins at a token ends, or 0. */
function stateFrom(scene: Scene, token: number): number {
  const flags = flagsOf(scene, token);
  if ((flags & (FLAG.stateCode | FLAG.stateName)) !== 0) return token;
  return isTwoWordState(scene, token) ? token + 1 : 0;
}

function isTwoWordState(scene: Scene, token: number): boolean {
  const first = scene.text.slice(startOf(scene, token), endOf(scene, token)).toLowerCase();
  if (!/^(?:new|north|south|west|rhode)$/.test(first)) return false;
  return /^(?:hampshire|jersey|mexico|york|carolina|dakota|virginia|island)$/i.test(
    scene.text.slice(startOf(scene, token + 1), endOf(scene, token + 1)),
  );
}

export function isZip(scene: Scene, token: number): boolean {
  return isNumber(scene, token) && lengthOf(scene, token) === 5;
}

export function lastOfZip(scene: Scene, zip: number): number {
  const hasFour =
    isMark(scene, zip + 1, MARK.dash) &&
    isGlued(scene, zip + 1) &&
    isNumber(scene, zip + 2) &&
    lengthOf(scene, zip + 2) === 4;
  return hasFour && isGlued(scene, zip + 2) ? zip + 2 : zip;
}

/** Takes "Sioux Falls ID 84611", "TX 75001", "zip 59279-1234". Asked at a number. */
export const zip: Detector = (scene, token) => {
  if (!isZip(scene, token) || isGlued(scene, token)) return 0;
  const end = endOf(scene, lastOfZip(scene, token));
  const state = stateBefore(scene, token);
  if (state >= 0) {
    const city = cityBefore(scene, state);
    if (city >= 0 || isCertainState(scene, state)) {
      return take(scene, 'address.city-state-zip', startOf(scene, city >= 0 ? city : state), end);
    }
  }
  if (endOfMatch(ZIP_PLUS_FOUR, scene.text, startOf(scene, token)) === 0) return 0;
  return (cueBefore(scene, token, CUE.veto) & CUE.veto) === 0
    ? take(scene, 'address.zip-plus-four', startOf(scene, token), end)
    : 0;
};

/** "TX 75001" without a city. Not "payer ID 87726" nor "in 46201": those are words too. */
function isCertainState(scene: Scene, state: number): boolean {
  if (scene.tokens.shape[state] === SHAPE.lower || scene.shouted[state] === 1) return false;
  if (
    /^(?:id|in|or|me|ok|hi|oh|pa|ma|al|de|la|co)$/i.test(
      scene.text.slice(startOf(scene, state), endOf(scene, state)),
    )
  )
    return false;
  return (cueBefore(scene, state, CUE.veto, 3) & CUE.veto) === 0;
}

/** The first token of the state that stands right before, or -1. */
function stateBefore(scene: Scene, token: number): number {
  const at = isMark(scene, token - 1, MARK.comma) ? token - 2 : token - 1;
  if ((flagsOf(scene, at) & (FLAG.stateCode | FLAG.stateName)) !== 0) return at;
  return isTwoWordState(scene, at - 1) ? at - 1 : -1;
}
