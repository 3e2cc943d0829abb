import { hashWord } from '../fold.ts';
import { CUE, FLAG } from '../lexicon/flags.ts';
import { cueAfter, cueBefore } from '../near.ts';
import {
  cuesOf,
  type Detector,
  endOf,
  endsLine,
  flagsOf,
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
import { endOfMatch } from './pattern.ts';

const ONE = 49;
const NINE = 57;

/** Two digits of which the first is a nine, or three that begin with a one. */
function mayBeAge(scene: Scene, token: number): boolean {
  const length = lengthOf(scene, token);
  if (length !== 2 && length !== 3) return false;
  return scene.text.charCodeAt(startOf(scene, token)) === (length === 2 ? NINE : ONE);
}

const AGE = /(?:9\d|1[01]\d|12[0-5])(?!\d|[.,]\d|[/%])/y;
const SAID_AFTER =
  /(?:9\d|1[01]\d|12[0-5])(?: ?[-–]? ?(?:y[./]?o\.?|yrs?\.?[- ]?(?:old|o)|years?[- ]?(?:old|of age)|yrs? ?\/?o|y\.o\.)|[- ]?(?:yo)?[- ]?[mf])(?![a-z0-9])/iy;

/** Takes "age 96", "92 y/o", "101-year-old", "94F". Not "day 90", "95/100" or an age below 90. */
export const age: Detector = (scene, token) => {
  if (!mayBeAge(scene, token)) return 0;
  const start = startOf(scene, token);
  const said = endOfMatch(SAID_AFTER, scene.text, start);
  if (said > 0) return take(scene, 'age.ninety', start, said);
  const bare = endOfMatch(AGE, scene.text, start);
  if (bare === 0 || isSpan(scene.text, bare)) return 0;
  if (isKinsAge(scene, token)) return take(scene, 'age.ninety', start, bare);
  return (cueBefore(scene, token, CUE.age | CUE.veto, 2) & CUE.age) === 0
    ? 0
    : take(scene, 'age.ninety', start, bare);
};

/**
 * Takes "Nirmala is 90", "Hubert Lanier, 92, CHF", "Connie Zielinski 91 H099…", "he's 92": an age behind a name, or
 * what "she is" stands before. Asked last.
 */
export const ageOfSomebody: Detector = (scene, token) => {
  if (!mayBeAge(scene, token)) return 0;
  const start = startOf(scene, token);
  const end = endOfMatch(AGE, scene.text, start);
  if (end === 0 || isSpan(scene.text, end)) return 0;
  if ((cueAfter(scene, token, CUE.measure, 1) & CUE.measure) !== 0) return 0;
  return isSomebodys(scene, token) ? take(scene, 'age.ninety', start, end) : 0;
};

/** "shes 97" */
const SAID_SHORT = new Set(['shes', 'hes'].map(hashWord));

/** "grandpa is 97" */
function isKinsAge(scene: Scene, token: number): boolean {
  return (
    BEING.has(hashAt(scene, token - 1)) &&
    KIN.has(hashAt(scene, token - 2)) &&
    (cueAfter(scene, token, CUE.measure, 1) & CUE.measure) === 0
  );
}

const BEING = new Set(['is', 'was', 'turned', 'turns', 'turning'].map(hashWord));
const KIN = new Set(
  'mother mom father dad wife husband grandma grandmother grandpa grandfather aunt uncle sister brother'
    .split(' ')
    .map(hashWord),
);

function isSomebodys(scene: Scene, token: number): boolean {
  if (scene.taken[token - 1] === TAKEN.name || KIN.has(hashAt(scene, token - 1))) return true;
  if (isMark(scene, token - 1, MARK.comma) && isLast(scene, token)) return true;
  if (SAID_SHORT.has(hashAt(scene, token - 1))) return true;
  const isSaid = /^(?:is|was|turned|turning|turns|now|hit|hits|almost|nearly)$/i.test(before(scene, token));
  if (isSaid)
    return (
      isPerson(scene, token - 2) || (ADVERBS.has(hashAt(scene, token - 2)) && isPerson(scene, token - 3))
    );
  if (isAside(scene, token)) return isPerson(scene, token - 2);
  if (behind(scene, token) === 'now' && isMark(scene, token - 1, MARK.comma)) return true;
  const isShort = isMark(scene, token - 2, MARK.apostrophe) && before(scene, token).toLowerCase() === 's';
  return isShort && isPerson(scene, token - 3);
}

/** "Peggy just hit 90" */
const ADVERBS = new Set(['just', 'now', 'also', 'recently', 'already'].map(hashWord));

/** Nothing but a full stop behind it on its line. */
function isLast(scene: Scene, token: number): boolean {
  return endsLine(scene, token + 1) || (isMark(scene, token + 1, MARK.dot) && endsLine(scene, token + 2));
}

/** A name that was taken, "mom", "she". */
function isPerson(scene: Scene, token: number): boolean {
  return (
    scene.taken[token] === TAKEN.name ||
    (cuesOf(scene, token) & CUE.person) !== 0 ||
    (flagsOf(scene, token) & FLAG.pronoun) !== 0
  );
}

/** "Hubert Lanier, 92, CHF", "Faye Nightingale - 90 on 10/12", "Mrs. Crowley: 90, on …" */
function isAside(scene: Scene, token: number): boolean {
  const isApart =
    isMark(scene, token - 1, MARK.comma) ||
    isMark(scene, token - 1, MARK.open) ||
    isMark(scene, token - 1, MARK.colon) ||
    (isMark(scene, token - 1, MARK.dash) && !isGlued(scene, token));
  if (!isApart) return false;
  return (
    endsLine(scene, token + 1) || scene.tokens.kind[token + 1] === KIND.mark || behind(scene, token) === 'on'
  );
}

function behind(scene: Scene, token: number): string {
  return scene.text.slice(startOf(scene, token + 1), endOf(scene, token + 1)).toLowerCase();
}

/** The word right before. */
function before(scene: Scene, token: number): string {
  return scene.text.slice(startOf(scene, token - 1), endOf(scene, token - 1));
}

const AFTER =
  / ?(?:days?|visits?|mins?|minutes|hours|hrs|weeks|wks|months|mos?|miles|mi|mg|percent)(?![a-z\d])/iy;

function isSpan(text: string, at: number): boolean {
  return endOfMatch(AFTER, text, at) > 0;
}
