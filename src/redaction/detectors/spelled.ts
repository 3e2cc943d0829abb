import { type Detector, isGlued, isNumber, lengthOf, startOf, take } from '../scene.ts';
import { digitsIn, endOfMatch } from './pattern.ts';

const SPELLED = /\d(?:(?: ?- ?| )\d){8,10}(?!(?: ?- ?| )?\d)/y;

/** Takes "7 1 5 - 2 0 - 4 4 1 9": nine to eleven digits, one by one, as they are read out. Asked at a digit before another. */
export const spelled: Detector = (scene, token) => {
  if (isGlued(scene, token) || (isNumber(scene, token - 1) && lengthOf(scene, token - 1) === 1)) return 0;
  const start = startOf(scene, token);
  const end = endOfMatch(SPELLED, scene.text, start);
  if (end === 0) return 0;
  return take(scene, digitsIn(scene.text, start, end) === 9 ? 'ssn.shape' : 'phone.shape', start, end);
};
