import { hashWord } from '../fold.ts';
import { CUE, FLAG } from '../lexicon/flags.ts';
import { cueAfter, cueBefore } from '../near.ts';
import { isGlued, isMark, lengthOf, MARK, type Scene, seal, startOf, TAKEN, take } from '../scene.ts';
import { KIND } from '../tokens.ts';
import { hashAt } from '../words.ts';
import { isPackedDate } from './packed-date.ts';
import { endOfMatch, standsNear } from './pattern.ts';
import { sevenDigits } from './phone.ts';

/** An SSN that lacks a digit, or a medical record's number. */
const SHORT = /\d{3}-\d{2}-\d{3}(?![\d-])/y;
/** "94417205D" is how California's Medicaid writes them. */
const SOLID = /(?:\d{6}|\d{7,8}[A-Z]?)(?![\da-z/#%*_:@-]|\.\d)/iy;
/** Not "2019-2021". */
const IN_FOURS = /(?!(?:19|20)\d\d-)\d{4}-\d{4}(?![\d-])/y;
/** Plates of California and Virginia: seven signs of which only letters tell what they are. */
const PLATE = /\d[A-Z]{3}\d{3}(?![A-Za-z\d-])/y;
const CHECKED = /\d{6} \d{4}(?![\d:/-])/y;
const CHECKING = /\b(?:pass(?:ed)?|verif|match|confirm|hipaa)/i;
const ROUND = /000$/;
const ELSE = CUE.veto | CUE.measure | CUE.dateVeto;

/**
 * Takes numbers without a label, once nothing else has: "onc office goes by 4471903", "308-66-914", "4471-0926", and what a caller
 * gave: "042371 6651 pass". Other systems' numbers are named by those who write them ("claim", "ticket"); a member's
 * often isn't. True when there were any.
 */
export function findBare(scene: Scene): boolean {
  const { kind, points, pointCount } = scene.tokens;
  const before = scene.takes.length;
  for (let at = 0; at < pointCount; at += 1) {
    const token = points[at] ?? 0;
    if (kind[token] !== KIND.number || scene.taken[token] !== TAKEN.no) continue;
    if (isGlued(scene, token) && !isMark(scene, token - 1, MARK.open)) continue;
    if (bareAt(scene, token)) seal(scene, token, TAKEN.value);
  }
  return scene.takes.length > before;
}

function bareAt(scene: Scene, token: number): boolean {
  const length = lengthOf(scene, token);
  const start = startOf(scene, token);
  if (length === 1) return (scene.tokens.presentFlags & FLAG.car) !== 0 && takePlate(scene, start);
  if (length === 3 && takeSeven(scene, token)) return true;
  if (length === 3 || length === 4) {
    const end = endOfMatch(length === 3 ? SHORT : IN_FOURS, scene.text, start);
    return end > 0 && !isOther(scene, token) && take(scene, 'id.bare-number', start, end) > 0;
  }
  if (length < 6 || length > 8) return false;
  if (length === 6 && takeChecked(scene, start)) return true;
  const end = endOfMatch(SOLID, scene.text, start);
  if (end === 0 || ROUND.test(scene.text.slice(start, end)) || isOther(scene, token)) return false;
  return take(scene, 'id.bare-number', start, end) > 0;
}

/** What somebody asks from or for is theirs, whatever was asked. */
const WHOSE = new Set(['from', 'for', 'by'].map(hashWord));

function isOther(scene: Scene, token: number): boolean {
  const isWhose = WHOSE.has(hashAt(scene, token - 1));
  return (
    (!isWhose && (cueBefore(scene, token, ELSE, 2) & ELSE) !== 0) ||
    (cueAfter(scene, token, ELSE, 3) & ELSE) !== 0
  );
}

function takeSeven(scene: Scene, token: number): boolean {
  return !isOther(scene, token) && sevenDigits(scene, token) > 0;
}

function takePlate(scene: Scene, start: number): boolean {
  const end = endOfMatch(PLATE, scene.text, start);
  return end > 0 && take(scene, 'vehicle.plate', start, end) > 0;
}

/** A birthday and the last four of an SSN. */
function takeChecked(scene: Scene, start: number): boolean {
  const end = endOfMatch(CHECKED, scene.text, start);
  if (end === 0 || !isPackedDate(scene.text.slice(start, start + 6))) return false;
  if (!standsNear(CHECKING, scene.text, start)) return false;
  take(scene, 'date.birth', start, start + 6);
  return take(scene, 'ssn.last-digits', start + 7, end) > 0;
}
