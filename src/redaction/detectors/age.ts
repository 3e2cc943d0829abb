import { CUE } from '../lexicon/flags.ts';
import { cueBefore } from '../near.ts';
import {
  cuesOf,
  type Detector,
  endOf,
  isMark,
  lengthOf,
  MARK,
  type Scene,
  startOf,
  TAKEN,
  take,
} from '../scene.ts';
import { KIND } from '../tokens.ts';
import { endOfMatch } from './pattern.ts';

const ONE = 49;
const NINE = 57;
const AGE = /(?:9\d|1[01]\d|12[0-5])(?!\d|[.,]\d|[/%])/y;
const SAID_AFTER =
  /(?:9\d|1[01]\d|12[0-5])(?: ?[-–]? ?(?:y[./]?o\.?|yrs?\.?[- ]?(?:old|o)|years?[- ]?(?:old|of age)|yrs? ?\/?o|y\.o\.)|[- ]?(?:yo)?[- ]?[mf])(?![a-z0-9])/iy;

/** Takes "age 96", "92 y/o", "101-year-old", "94F". Not "day 90", "95/100" or an age below 90. */
export const age: Detector = (scene, token) => {
  const start = startOf(scene, token);
  const first = scene.text.charCodeAt(start);
  if (lengthOf(scene, token) > 3 || (first !== NINE && first !== ONE)) return 0;
  const said = endOfMatch(SAID_AFTER, scene.text, start);
  if (said > 0) return take(scene, 'age.ninety', start, said);
  const bare = endOfMatch(AGE, scene.text, start);
  if (bare === 0 || isSpan(scene.text, bare)) return 0;
  return (cueBefore(scene, token, CUE.age | CUE.veto, 2) & CUE.age) === 0
    ? 0
    : take(scene, 'age.ninety', start, bare);
};

/** Takes "Nirmala is 90", "Hubert Lanier, 92, CHF": what a name and "is" stand before is an age. Asked last. */
export const ageOfSomebody: Detector = (scene, token) => {
  const start = startOf(scene, token);
  const first = scene.text.charCodeAt(start);
  if (lengthOf(scene, token) > 3 || (first !== NINE && first !== ONE)) return 0;
  const end = endOfMatch(AGE, scene.text, start);
  if (end === 0 || isSpan(scene.text, end)) return 0;
  if (!/^(?:is|was|turned|now)$/i.test(before(scene, token)) && !isAside(scene, token)) return 0;
  return scene.taken[token - 2] === TAKEN.name || (cuesOf(scene, token - 2) & CUE.person) !== 0
    ? take(scene, 'age.ninety', start, end)
    : 0;
};

/** "Hubert Lanier, 92, CHF" */
function isAside(scene: Scene, token: number): boolean {
  if (!isMark(scene, token - 1, MARK.comma) && !isMark(scene, token - 1, MARK.open)) return false;
  return token + 1 >= scene.tokens.count || scene.tokens.kind[token + 1] === KIND.mark;
}

/** The word right before. */
function before(scene: Scene, token: number): string {
  return scene.text.slice(startOf(scene, token - 1), endOf(scene, token - 1));
}

const AFTER =
  / ?(?:days?|visits?|mins?|minutes|hours|hrs|weeks|wks|months|mos?|miles|mi|mg|percent)(?![a-z])/iy;

function isSpan(text: string, at: number): boolean {
  return endOfMatch(AFTER, text, at) > 0;
}
