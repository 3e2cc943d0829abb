import { FLAG } from '../lexicon/flags.ts';
import {
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
} from '../scene.ts';
import { SHAPE } from '../tokens.ts';
import { cityFrom } from './city.ts';

/** ", City, ST 12345" behind a street, or as much of it as there is. */
export function lastOfLocality(scene: Scene, last: number): number {
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

export function skipComma(scene: Scene, token: number): number {
  return isMark(scene, token, MARK.comma) ? token + 1 : token;
}

/** Where the state that begins at a token ends, or 0. */
function stateFrom(scene: Scene, token: number): number {
  const flags = flagsOf(scene, token);
  if ((flags & (FLAG.stateCode | FLAG.stateName)) !== 0) return token;
  return isTwoWordState(scene, token) ? token + 1 : 0;
}

export function isTwoWordState(scene: Scene, token: number): boolean {
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
