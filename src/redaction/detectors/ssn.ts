import { type Detector, startOf, take } from '../scene.ts';
import { endOfMatch } from './pattern.ts';

const SHAPE = /\d{3} ?([-. \/]) ?\d{2} ?\1 ?\d{4}(?![\d-]|[a-z])/iy;

/** Takes 123-45-6789 and 309 39 9787, "sample" numbers too: people write real ones and call them samples. */
export const ssn: Detector = (scene, token) => {
  const start = startOf(scene, token);
  const end = endOfMatch(SHAPE, scene.text, start);
  return end > 0 ? take(scene, 'ssn.shape', start, end) : 0;
};
