import { type Detector, lengthOf, startOf, take } from '../scene.ts';
import { endOfMatch } from './pattern.ts';

const MASKED = /[x*#]{3}-?[x*#]{2}-?\d{4}(?![\d-])/iy;
/** A digit short of one, or a medical record's number. */
const SHORT = /\d{3}-\d{2}-\d{3}(?![\d-])/y;
const SHAPE = /\d{3} ?([-. /]) ?\d{2} ?\1 ?\d{4}(?![\d-])/iy;

/** Takes 123-45-6789, 309 39 9787 and, a digit short, 308-66-914, "sample" numbers too: people write real ones and call them samples. */
export const ssn: Detector = (scene, token) => {
  if (lengthOf(scene, token) !== 3) return 0;
  const start = startOf(scene, token);
  const end = endOfMatch(SHAPE, scene.text, start);
  if (end > 0) return take(scene, 'ssn.shape', start, end);
  const short = endOfMatch(SHORT, scene.text, start);
  return short > 0 ? take(scene, 'id.labelled', start, short) : 0;
};

/** Takes XXX-XX-1234 and ***-**-1234. Asked at a word or a mark. */
export const maskedSsn: Detector = (scene, token) => {
  const start = startOf(scene, token);
  const code = scene.text.charCodeAt(start) | 32;
  if (code !== 120 && code !== 42 && code !== 35) return 0;
  const end = endOfMatch(MASKED, scene.text, start);
  return end > 0 ? take(scene, 'ssn.last-digits', start, end) : 0;
};
