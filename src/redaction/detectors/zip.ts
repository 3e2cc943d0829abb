import { CUE, FLAG } from '../lexicon/flags.ts';
import { cueBefore } from '../near.ts';
import { type Detector, endOf, flagsOf, isGlued, isMark, MARK, type Scene, startOf, take } from '../scene.ts';
import { SHAPE } from '../tokens.ts';
import { cityBefore } from './city.ts';
import { isTwoWordState, isZip, lastOfZip } from './locality.ts';
import { endOfMatch } from './pattern.ts';

const ZIP_PLUS_FOUR = /\d{5}-\d{4}(?![\d-]|[a-z])/iy;

/** Takes "Sioux Falls ID 84611", "TX 75001", "zip 59279-1234". Asked at a number. */
export const zip: Detector = (scene, token) => {
  if (!isZip(scene, token) || isGlued(scene, token)) return 0;
  const end = endOf(scene, lastOfZip(scene, token));
  const state = stateBefore(scene, token);
  if (state >= 0) {
    const city = cityBefore(scene, state);
    if (city >= 0 || (isCertainState(scene, state) && isZipOf(scene, state, token))) {
      return take(scene, 'address.city-state-zip', startOf(scene, city >= 0 ? city : state), end);
    }
  }
  if (endOfMatch(ZIP_PLUS_FOUR, scene.text, startOf(scene, token)) === 0) return 0;
  return (cueBefore(scene, token, CUE.veto) & CUE.veto) === 0
    ? take(scene, 'address.zip-plus-four', startOf(scene, token), end)
    : 0;
};

/** "CT 74177" is a scan: Connecticut's ZIPs begin with 0. A state's name in full says enough. */
function isZipOf({ text, tokens }: Scene, state: number, zip: number): boolean {
  const starts = ZIP_STARTS[text.slice(tokens.start[state], tokens.end[state]).toUpperCase()];
  return starts === undefined || starts.includes(text.charAt(tokens.start[zip] ?? 0));
}

/** The first digits of each state's ZIPs (United States Postal Service). */
const ZIP_STARTS: Readonly<Record<string, string>> = {
  CT: '0',
  MA: '0',
  ME: '0',
  NH: '0',
  NJ: '0',
  RI: '0',
  VT: '0',
  PR: '0',
  VI: '0',
  NY: '01',
  DE: '1',
  PA: '1',
  DC: '2',
  MD: '2',
  NC: '2',
  SC: '2',
  VA: '2',
  WV: '2',
  AL: '3',
  FL: '3',
  GA: '3',
  MS: '3',
  TN: '3',
  IN: '4',
  KY: '4',
  MI: '4',
  OH: '4',
  IA: '5',
  MN: '5',
  MT: '5',
  ND: '5',
  SD: '5',
  WI: '5',
  IL: '6',
  KS: '6',
  MO: '6',
  NE: '6',
  AR: '7',
  LA: '7',
  OK: '7',
  TX: '78',
  AZ: '8',
  CO: '8',
  ID: '8',
  NM: '8',
  NV: '8',
  UT: '8',
  WY: '8',
  AK: '9',
  CA: '9',
  HI: '9',
  OR: '9',
  WA: '9',
  GU: '9',
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
