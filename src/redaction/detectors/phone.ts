import { CUE } from '../lexicon/flags.ts';
import { cueAfter, cueBefore } from '../near.ts';
import {
  type Detector,
  isGlued,
  isMark,
  isNumber,
  isWord,
  lengthOf,
  MARK,
  type Scene,
  startOf,
  TAKEN,
  take,
} from '../scene.ts';
import { digitsIn, endOfMatch, standsNear } from './pattern.ts';

const SEPARATED =
  /(?:\+?1 ?[-. /]? ?)?(?:\(\d{3}\) ?[-. /]? ?|\d{3} ?[-. /] ?)\d{3} ?[-. /] ?\d{4}(?:,? ?(?:x|xt|ext\.?|extension|#) ?\d{1,6})?(?![\d-])/iy;
const INTERNATIONAL = /\+\d{1,3}(?:[-. ]?\(?\d{1,4}\)?){2,5}(?![\d-])/y;
const TEN = /1?[2-9]\d{2}[2-9]\d{6}(?: ?(?:x|ext\.?) ?\d{1,6})?(?![\da-z-])/iy;
const ONE = 49;
const OTHER_NUMBER =
  CUE.veto | CUE.member | CUE.mrn | CUE.ssn | CUE.account | CUE.license | CUE.device | CUE.other;

/** Takes (212) 555-0101, 212.555.0101 x9, +1 914 555 0141 and, unless a label says otherwise, 2125550101. */
export const phone: Detector = (scene, token) => {
  const length = lengthOf(scene, token);
  if (length < 4) return separatedPhone(scene, token);
  if (length !== 10 && length !== 11) return 0;
  const start = startOf(scene, token);
  const ten = endOfMatch(TEN, scene.text, start);
  if (ten === 0) return 0;
  const cues = cueBefore(scene, token, OTHER_NUMBER | CUE.phone | CUE.fax);
  if ((cues & CUE.fax) !== 0) return take(scene, 'fax.labelled', start, ten);
  if ((cues & CUE.phone) !== 0) return take(scene, 'phone.labelled', start, ten);
  return cues === 0 || ((cues & OTHER_NUMBER) === CUE.veto && isBehindName(scene, token))
    ? take(scene, 'phone.ten-digits', start, ten)
    : 0;
};

function separatedPhone(scene: Scene, token: number): number {
  if (isWord(scene, token + 1)) return 0;
  const start = startOf(scene, token);
  const isArea = lengthOf(scene, token) === 3 || !isNumber(scene, token);
  if (!isArea && (lengthOf(scene, token) > 1 || scene.text.charCodeAt(start) !== ONE)) return 0;
  const end = endOfMatch(SEPARATED, scene.text, start) || international(scene, token);
  if (end === 0) return 0;
  return take(scene, isFax(scene, token) ? 'fax.labelled' : 'phone.shape', start, end);
}

/** "Callback req: Leopold Drexler, 8455550129": the number is the person's, whatever stands before the name. */
function isBehindName(scene: Scene, token: number): boolean {
  const before =
    isMark(scene, token - 1, MARK.comma) || isMark(scene, token - 1, MARK.dash) ? token - 2 : token - 1;
  return scene.taken[before] === TAKEN.name;
}

const SEVEN = /[2-9]\d{2}([-.])\d{4}(?![\d-]|\.\d|[a-z])/iy;
const ROUND = /00.\d\d00$|0.\d?\d00$/;
const TALK =
  /\b(?:rings?|ringing|busy|dial|vm|voice ?mail|disconnected|answers?|area code|calls?|called|callback|cb|cell|phone|text|wrong number|hung up|line|landline|reach|ext|extension|work|home|office|desk|digits|number)\b/i;

/** Takes an unlabelled "555-0188" from a message about somebody or about a call. Asked last. */
export const sevenDigits: Detector = (scene, token) => {
  if (lengthOf(scene, token) !== 3) return 0;
  const start = startOf(scene, token);
  const end = endOfMatch(SEVEN, scene.text, start);
  if (end === 0 || ROUND.test(scene.text.slice(start, end)) || isMeasured(scene, token)) return 0;
  return (cueBefore(scene, token, OTHER_NUMBER | CUE.plate) & ~CUE.filler) === 0
    ? take(scene, 'phone.seven-digits', start, end)
    : 0;
};

/** Takes "772-6610 rings busy" from a message that names nobody. */
export const sevenToCall: Detector = (scene, token) =>
  lengthOf(scene, token) === 3 &&
  isGlued(scene, token + 1) &&
  standsNear(TALK, scene.text, startOf(scene, token))
    ? sevenDigits(scene, token)
    : 0;

function isMeasured(scene: Scene, token: number): boolean {
  return (cueAfter(scene, token + 2, CUE.measure, 1) & CUE.measure) !== 0;
}

function international(scene: Scene, token: number): number {
  if (!isMark(scene, token, MARK.plus)) return 0;
  const start = startOf(scene, token);
  const end = endOfMatch(INTERNATIONAL, scene.text, start);
  const digits = digitsIn(scene.text, start, end);
  return digits >= 8 && digits <= 15 ? end : 0;
}

function isFax(scene: Scene, token: number): boolean {
  return (cueBefore(scene, token, CUE.fax | CUE.phone, 3) & CUE.fax) !== 0;
}
