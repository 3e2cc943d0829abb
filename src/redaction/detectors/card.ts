import { CUE } from '../lexicon/flags.ts';
import { cueBefore } from '../near.ts';
import { type Detector, isWord, lengthOf, type Scene, startOf, take } from '../scene.ts';
import { passesLuhn, passesMod97 } from './checksums.ts';
import { endOfMatch, onlyDigits } from './pattern.ts';

const GROUPED = /(?:\d{4}([- ])\d{4}\1\d{4}\1\d{4}|3\d{3}[- ]\d{6}[- ]\d{5})(?![\d-])/y;
const SOLID = /[2-6]\d{12,18}(?![\da-z-])/iy;
const OTHER_LABEL = CUE.veto | CUE.device | CUE.mrn | CUE.member;
const IBAN = /[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){3,7}(?: ?[a-z0-9]{1,3})?(?![a-z0-9])/iy;

/** Takes 4111-1111-1111-1111 in any case, an unbroken one if its check digit is right or a card is spoken of. */
export const card: Detector = (scene, token) => {
  const length = lengthOf(scene, token);
  if (length !== 4 && (length < 13 || length > 19)) return 0;
  const start = startOf(scene, token);
  if (length === 4) {
    const grouped = endOfMatch(GROUPED, scene.text, start);
    return grouped > 0 ? take(scene, 'card.shape', start, grouped) : 0;
  }
  const solid = endOfMatch(SOLID, scene.text, start);
  if (solid === 0) return 0;
  const cues = cueBefore(scene, token, OTHER_LABEL | CUE.account);
  if (isOtherwiseLabelled(scene, token)) return 0;
  const isPaid = (cues & CUE.account) !== 0 || passesLuhn(onlyDigits(scene.text.slice(start, solid)));
  return isPaid ? take(scene, 'card.luhn', start, solid) : 0;
};

/** "claim 4111…", but not "code 05 on 4111…": a label further off hardly means sixteen digits that fit. */
function isOtherwiseLabelled(scene: Scene, token: number): boolean {
  const cues = cueBefore(scene, token, OTHER_LABEL | CUE.account, 1);
  return (cues & OTHER_LABEL) !== 0 && (cues & CUE.account) === 0;
}

/** Takes GB82 WEST 1234 5698 7654 32, whose remainder proves it. */
export const iban: Detector = (scene, token) => {
  if (!isWord(scene, token) || lengthOf(scene, token) !== 2) return 0;
  const start = startOf(scene, token);
  const end = endOfMatch(IBAN, scene.text, start);
  if (end === 0) return 0;
  return passesMod97(scene.text.slice(start, end).replaceAll(' ', ''))
    ? take(scene, 'account.iban', start, end)
    : 0;
};
