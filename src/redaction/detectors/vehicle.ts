import { CUE, FLAG } from '../lexicon/flags.ts';
import { cueBefore } from '../near.ts';
import { type Detector, flagsOf, isNumber, isWord, lengthOf, startOf, take } from '../scene.ts';
import { blobAt } from './blob.ts';
import { passesVin } from './checksums.ts';
import { endOfMatch } from './pattern.ts';

const VIN = /^(?=.*[a-z])(?=.*\d)[a-hj-npr-z0-9]{17}$/i;
const SERIAL = /^SN-?\d{6,12}$/i;

/** Takes 1HGCM82633A004352, whose ninth sign proves it. Other 17-letter ids need a label. */
export const vin: Detector = (scene, token) => {
  const start = startOf(scene, token);
  const blob = blobAt(scene.text, start);
  if (blob === undefined || blob.length < 8) return 0;
  if (blob.length === 17 && VIN.test(blob) && passesVin(blob))
    return take(scene, 'vehicle.vin', start, start + blob.length);
  return SERIAL.test(blob) ? take(scene, 'device.serial', start, start + blob.length) : 0;
};

const PLATE =
  /(?:[a-z]{2,3}[ -]?\d{3,4}|\d{3,4}[ -]?[a-z]{2,3}|\d[a-z]{2,3}[ -]?\d{3,4}|[a-z]\d{2}[ -]?[a-z0-9]{3})(?![a-z0-9])/iy;

/** Takes "plate TXG 4471", "other car KTR 4419", "plate # on the form is ABC-1234": only a label makes it one. */
export const plate: Detector = (scene, token) => {
  if (lengthOf(scene, token) > 4) return 0;
  const isCars = (scene.tokens.presentFlags & FLAG.car) !== 0 && (flagsOf(scene, token - 1) & FLAG.car) !== 0;
  if (!isCars && (scene.tokens.present & CUE.plate) === 0) return 0;
  if (isWord(scene, token) && !isNumber(scene, token + 1) && !isNumber(scene, token + 2)) return 0;
  const start = startOf(scene, token);
  const end = endOfMatch(PLATE, scene.text, start);
  if (end === 0) return 0;
  const isLabelled =
    isCars ||
    (cueBefore(scene, token, CUE.plate | CUE.veto, 3) & CUE.plate) !== 0 ||
    (/[A-Z]{2}/.test(scene.text.slice(start, end)) &&
      (cueBefore(scene, token, CUE.plate, 7) & CUE.plate) !== 0);
  return isLabelled ? take(scene, 'vehicle.plate', start, end) : 0;
};
