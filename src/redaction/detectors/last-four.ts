import { hashWord } from '../fold.ts';
import { CUE } from '../lexicon/flags.ts';
import { cueAfter, cueBefore } from '../near.ts';
import {
  type Detector,
  endOf,
  isGlued,
  isMark,
  isNumber,
  lengthOf,
  MARK,
  type Scene,
  startOf,
  TAKEN,
  take,
} from '../scene.ts';
import { KIND } from '../tokens.ts';
import { hashAt } from '../words.ts';
import { standsNear } from './pattern.ts';

/** Years, round figures and tax forms are said far more often than the ends of numbers. */
const OTHER = /^(?:19|20)\d\d$|[05]0$/;
const FORM = /^(?:109[459]|5498|8889|896[25]|1040)$/;

export function isTaxForm(digits: string): boolean {
  return FORM.test(digits);
}

const VERIFYING = /\b(?:verif|confirm|match|validat|authenticat|id check|id'?d|pass(?:ed)?\b)/i;
const GIVING = new Set('gave gives provided says said with w entered typed'.split(' ').map(hashWord));
const CONFIRMING = new Set(
  'verify verifies verified verifying confirm confirms confirmed confirming validate validated'
    .split(' ')
    .map(hashWord),
);

/** Takes "tonya rutledge 8823" and "she gave 7154": four digits by which a caller is known. Asked last. */
export const lastFour: Detector = (scene, token) => {
  if (!isBareFour(scene, token)) return 0;
  const isOfPerson =
    isBehindName(scene, token) ||
    (standsNear(VERIFYING, scene.text, startOf(scene, token)) && isListed(scene, token));
  return isOfPerson || isGiven(scene, token) ? takeFour(scene, token) : 0;
};

/** Takes "l4 8841", and "confirm w/ 4480 b4 giving results" from a message that names nobody. */
export const lastFourVerified: Detector = (scene, token) => {
  if (isBehindShortLabel(scene, token) && isBareFour(scene, token)) return takeFour(scene, token);
  if (!standsNear(VERIFYING, scene.text, startOf(scene, token)) || !isBareFour(scene, token)) return 0;
  const isWith = isMark(scene, token - 1, MARK.slash) ? token - 2 : token - 1;
  return GIVING.has(hashAt(scene, isWith)) && CONFIRMING.has(hashAt(scene, isWith - 1))
    ? takeFour(scene, token)
    : 0;
};

/** "l4", which is read as a letter and a digit. */
function isBehindShortLabel(scene: Scene, token: number): boolean {
  const digit = isNumber(scene, token - 1) ? token - 1 : token - 2;
  return (
    isNumber(scene, digit) &&
    isGlued(scene, digit) &&
    hashAt(scene, digit - 1) === L &&
    lengthOf(scene, digit) === 1
  );
}

const L = hashWord('l');

function takeFour(scene: Scene, token: number): number {
  return take(scene, 'ssn.four-digits', startOf(scene, token), endOf(scene, token));
}

function isBareFour(scene: Scene, token: number): boolean {
  if (!isNumber(scene, token) || lengthOf(scene, token) !== 4 || isGlued(scene, token)) return false;
  if (isGlued(scene, token + 1) && !isEndMark(scene, token + 1)) return false;
  const digits = scene.text.slice(startOf(scene, token), endOf(scene, token));
  if (OTHER.test(digits) || isTaxForm(digits)) return false;
  if ((cueAfter(scene, token, CUE.measure, 1) & CUE.measure) !== 0) return false;
  return (cueBefore(scene, token, CUE.veto, 2) & CUE.veto) === 0 || isBehindName(scene, token);
}

/** A mark that no number goes on behind. */
function isEndMark(scene: Scene, token: number): boolean {
  return scene.tokens.kind[token] === KIND.mark
    ? !isGlued(scene, token + 1)
    : scene.tokens.kind[token] !== KIND.word;
}

function isBehindName({ taken, tokens }: Scene, token: number): boolean {
  return taken[tokens.kind[token - 1] === KIND.mark ? token - 2 : token - 1] === TAKEN.name;
}

/** "dl M4409183, 6743, all good", "2291 and 6-8-77 both verified": one of several that are PHI. */
function isListed(scene: Scene, token: number): boolean {
  const isJoint = (at: number) => isMark(scene, at, MARK.comma) || hashAt(scene, at) === AND;
  return (
    (isJoint(token - 1) && scene.taken[token - 2] === TAKEN.value) ||
    (isJoint(token + 1) && scene.taken[token + 2] === TAKEN.value)
  );
}

const AND = hashWord('and');

/** "which do you search by? she gave 7154" */
function isGiven(scene: Scene, token: number): boolean {
  return (
    GIVING.has(hashAt(scene, token - 1)) &&
    (standsNear(VERIFYING, scene.text, startOf(scene, token)) || (scene.tokens.present & CUE.ssn) !== 0)
  );
}
