import { CUE } from '../lexicon/flags.ts';
import { cueBefore } from '../near.ts';
import { type Detector, isGlued, isMark, isNumber, lengthOf, startOf, take } from '../scene.ts';
import { blobAt } from './blob.ts';
import { digitsIn } from './pattern.ts';

/** A plan's own number: issuer, state, product. */
const HIOS = /^\d{5}[a-z]{2}\d{7}(?:-?\d{2})?$/i;

const DOLLAR = 36;

/** Takes an unlabelled id with nine or more digits. Not "claim 23041598877", "NPI 1234567893" or "$1,000,000,000". */
export const longNumber: Detector = (scene, token) => {
  const start = startOf(scene, token);
  if (isNumber(scene, token) && lengthOf(scene, token) > 40) return takeRun(scene, token);
  const blob = blobAt(scene.text, start);
  if (blob === undefined || (isGlued(scene, token) && isMark(scene, token - 1, DOLLAR))) return 0;
  if (digitsIn(blob, 0, blob.length) < (blob.length > 11 ? 8 : 9)) return 0;
  if (HIOS.test(blob)) return 0;
  return (cueBefore(scene, token, CUE.veto) & CUE.veto) === 0
    ? take(scene, 'id.long-number', start, start + blob.length)
    : 0;
};

const takeRun: Detector = (scene, token) =>
  take(scene, 'id.long-number', startOf(scene, token), startOf(scene, token) + lengthOf(scene, token));
