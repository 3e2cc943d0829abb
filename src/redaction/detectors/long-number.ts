import { CUE } from '../lexicon/flags.ts';
import { cueAfter, cueBefore } from '../near.ts';
import {
  type Detector,
  isGlued,
  isMark,
  isNumber,
  lengthOf,
  MARK,
  type Scene,
  startOf,
  take,
} from '../scene.ts';
import { blobAt } from './blob.ts';
import { digitsIn } from './pattern.ts';

/** A plan's own number: issuer, state, product. */
const HIOS = /^\d{5}[a-z]{2}\d{7}(?:-?\d{2})?$/i;

/** Takes an unlabelled id with nine or more digits. Not "claim 23041598877", "NPI 1234567893" or "$1,000,000,000". */
export const longNumber: Detector = (scene, token) => {
  const start = startOf(scene, token);
  if (isNumber(scene, token) && lengthOf(scene, token) > 40) return takeRun(scene, token);
  const blob = blobAt(scene.text, start);
  if (blob === undefined || digitsIn(blob, 0, blob.length) < 9 || scene.text.charAt(start - 1) === '$')
    return 0;
  if (HIOS.test(blob)) return 0;
  return (cueBefore(scene, token, CUE.veto) & CUE.veto) === 0
    ? take(scene, 'id.long-number', start, start + blob.length)
    : 0;
};

const ROUND = /000$/;
const ELSE = CUE.veto | CUE.measure | CUE.dateVeto;

/**
 * Takes an unlabelled number of seven or eight digits: "onc office goes by 4471903". Other systems' numbers are named
 * by those who write them ("claim", "ticket"), members' often aren't.
 */
export const bareNumber: Detector = (scene, token) => {
  const start = startOf(scene, token);
  const end = start + lengthOf(scene, token);
  if (isGlued(scene, token) || isGluedOn(scene, token + 1)) return 0;
  if (ROUND.test(scene.text.slice(start, end))) return 0;
  if ((cueBefore(scene, token, ELSE, 6) & ELSE) !== 0 || (cueAfter(scene, token, ELSE, 3) & ELSE) !== 0)
    return 0;
  return take(scene, 'id.long-number', start, end);
};

/** A mark that ends a clause may stand right behind it. */
function isGluedOn(scene: Scene, token: number): boolean {
  return (
    isGlued(scene, token) &&
    !isMark(scene, token, MARK.comma) &&
    !isMark(scene, token, MARK.dot) &&
    !isMark(scene, token, MARK.question)
  );
}

const takeRun: Detector = (scene, token) =>
  take(scene, 'id.long-number', startOf(scene, token), startOf(scene, token) + lengthOf(scene, token));
