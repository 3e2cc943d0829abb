import { CUE } from '../lexicon/flags.ts';
import { cueBefore } from '../near.ts';
import { type Detector, isMark, lengthOf, MARK, type Scene, startOf, take } from '../scene.ts';
import { digitsIn, endOfMatch } from './pattern.ts';

const SEPARATED =
  /(?:\+?1 ?[-. /]? ?)?(?:\(\d{3}\) ?[-. /]? ?|\d{3} ?[-. /] ?)\d{3} ?[-. /] ?\d{4}(?:,? ?(?:x|xt|ext\.?|extension|#) ?\d{1,6})?(?![\d-])/iy;
const INTERNATIONAL = /\+\d{1,3}(?:[-. ]?\(?\d{1,4}\)?){2,5}(?![\d-])/y;
const TEN = /1?[2-9]\d{2}[2-9]\d{6}(?: ?(?:x|ext\.?) ?\d{1,6})?(?![\da-z-])/iy;
const OTHER_NUMBER =
  CUE.veto | CUE.member | CUE.mrn | CUE.ssn | CUE.account | CUE.license | CUE.device | CUE.other;

/** Takes (212) 555-0101, 212.555.0101 x9, +1 914 555 0141 and, unless a label says otherwise, 2125550101. */
export const phone: Detector = (scene, token) => {
  const length = lengthOf(scene, token);
  if (length > 11 || (length > 3 && length < 10)) return 0;
  const start = startOf(scene, token);
  const separated = endOfMatch(SEPARATED, scene.text, start) || international(scene, token);
  if (separated > 0)
    return isFax(scene, token)
      ? take(scene, 'fax.labelled', start, separated)
      : take(scene, 'phone.shape', start, separated);
  const ten = endOfMatch(TEN, scene.text, start);
  if (ten === 0) return 0;
  const cues = cueBefore(scene, token, OTHER_NUMBER | CUE.phone | CUE.fax);
  if ((cues & CUE.fax) !== 0) return take(scene, 'fax.labelled', start, ten);
  if ((cues & CUE.phone) !== 0) return take(scene, 'phone.labelled', start, ten);
  return cues === 0 ? take(scene, 'phone.ten-digits', start, ten) : 0;
};

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
