import { FLAG } from '../lexicon/flags.ts';
import { type Detector, endOf, flagsOf, startOf, take, tokenAt } from '../scene.ts';
import { lastOfLocality } from './locality.ts';
import { endOfMatch } from './pattern.ts';

const PO_BOX =
  /(?:pob(?= ?#? ?\d)|(?:p\.? ?o\.? ?|(?:r\.? ?r\.?|r\.? ?d\.?|rfd|rural route|route|rte?\.?|hcr?|star route|psc|cmr|unit) ?#?\d{1,5},? ?)box)\s{0,2}#? ?\d{1,7}(?![\da-z])(?:,? (?:[afd]po,? )a[aep](?: \d{5}(?:-\d{4})?)?(?![\da-z]))?/iy;
const BARE = /box\s{0,2}#?\d{1,6}(?![\da-z-])/iy;

/** Takes "PO Box 6991", "p.o. box 12", "POB 558", "RD 3 Box 118", "PSC 41 Box 2210, APO AE 09464". Asked at a word. */
export const poBox: Detector = (scene, token) => {
  if ((flagsOf(scene, token) & FLAG.box) === 0) return 0;
  const start = startOf(scene, token);
  const end = endOfMatch(PO_BOX, scene.text, start);
  if (end === 0) return bareBox(scene, token);
  const last = tokenAt(scene, end, token) - 1;
  return take(scene, 'address.po-box', start, Math.max(end, endOf(scene, lastOfLocality(scene, last))));
};

/** "Box 7713 Laredo TX 78043": only with a place behind it. */
const bareBox: Detector = (scene, token) => {
  const start = startOf(scene, token);
  const end = endOfMatch(BARE, scene.text, start);
  if (end === 0) return 0;
  const last = tokenAt(scene, end, token) - 1;
  const locality = lastOfLocality(scene, last);
  return locality > last + 1 ? take(scene, 'address.po-box', start, endOf(scene, locality)) : 0;
};
