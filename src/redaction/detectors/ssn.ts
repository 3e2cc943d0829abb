import { type Detector, isNumber, lengthOf, startOf, take } from '../scene.ts';
import { endOfMatch } from './pattern.ts';

const MASKED = /[x*#]{3}-?[x*#]{2}-?\d{4}(?![\d-])/iy;
const SHAPE = /\d{3} ?([-. /]) ?\d{2} ?\1 ?\d{4}(?![\d-])/iy;

/** Takes 123-45-6789 and 309 39 9787, "sample" numbers too: people write real ones and call them samples. */
export const ssn: Detector = (scene, token) => {
  if (lengthOf(scene, token) !== 3) return 0;
  if (lengthOf(scene, isNumber(scene, token + 1) ? token + 1 : token + 2) !== 2) return 0;
  const start = startOf(scene, token);
  const end = endOfMatch(SHAPE, scene.text, start);
  return end > 0 ? take(scene, 'ssn.shape', start, end) : 0;
};

/** Takes XXX-XX-1234 and ***-**-1234. Asked at a word or a mark. */
export const maskedSsn: Detector = (scene, token) => {
  const start = startOf(scene, token);
  const code = scene.text.charCodeAt(start) | 32;
  if (code !== 120 && code !== 42 && code !== 35) return 0;
  const end = endOfMatch(MASKED, scene.text, start);
  return end > 0 ? take(scene, 'ssn.last-digits', start, end) : 0;
};
