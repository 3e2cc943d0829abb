import { type Detector, startOf, take } from '../scene.ts';
import { blobAt } from './blob.ts';
import { passesVin } from './checksums.ts';

const VIN = /^(?=.*[a-z])(?=.*\d)[a-hj-npr-z0-9]{17}$/i;
const SERIAL = /^SN-?\d{6,12}$/i;

/** Takes 1HGCM82633A004352, whose ninth sign proves it. Other 17-letter ids need a label. */
export const vin: Detector = (scene, token) => {
  const start = startOf(scene, token);
  const blob = blobAt(scene.text, start);
  if (blob === undefined) return 0;
  if (VIN.test(blob) && passesVin(blob)) return take(scene, 'vehicle.vin', start, start + blob.length);
  return SERIAL.test(blob) ? take(scene, 'device.serial', start, start + blob.length) : 0;
};
