import { hashWord } from '../fold.ts';
import type { RuleId } from '../rules.ts';
import {
  type Detector,
  isGlued,
  isMark,
  isNumber,
  isWord,
  lengthOf,
  MARK,
  type Scene,
  startOf,
  take,
} from '../scene.ts';
import { KIND } from '../tokens.ts';
import { hashAt } from '../words.ts';
import { digitsIn } from './pattern.ts';

/** What a label made PHI may be said a second time, the label once. */
const TOLD_TWICE: ReadonlySet<RuleId> = new Set<RuleId>([
  'ssn.last-digits',
  'ssn.labelled',
  'mrn.labelled',
  'plan-id.labelled',
  'account.labelled',
  'account.last-digits',
  'phone.labelled',
  'license.labelled',
  'device.labelled',
  'address.zip',
  'date.birth',
]);
const BETWEEN = new Set(
  'and or not vs it its s is says said she he they instead of but should be actually now was to old new other one the also same w with aka has have on file different got mine caller member mbr pt patient system card ours shows gave gives calls called chk check checking acct account savings'
    .split(' ')
    .map(hashWord),
);
const FARTHEST = 8;

/**
 * Takes the second of "charts 448812 and 448821" and "last 4 4471? she says its 4417": a number as long as the
 * labelled one a few words before it, with nothing but joining words between. Asked at a number, after all others.
 */
export const again: Detector = (scene, token) => {
  const before = scene.takes.at(-1);
  if (!before || !isNumber(scene, token)) return 0;
  if (before.rule === 'account.routing') return accountBehind(scene, token);
  if (!TOLD_TWICE.has(before.rule)) return 0;
  if (lengthOf(scene, token) !== digitsIn(scene.text, before.start, before.end)) return 0;
  if (!isAlone(scene, token) || !isJoined(scene, token)) return 0;
  const start = startOf(scene, token);
  return take(scene, before.rule, start, start + lengthOf(scene, token));
};

/** "rtg 122187445, chk 5590012738" */
function accountBehind(scene: Scene, token: number): number {
  const length = lengthOf(scene, token);
  if (length < 5 || length > 17 || !isAlone(scene, token) || !isJoined(scene, token)) return 0;
  return take(scene, 'account.labelled', startOf(scene, token), startOf(scene, token) + length);
}

function isAlone(scene: Scene, token: number): boolean {
  return !isGlued(scene, token + 1) || scene.tokens.kind[token + 1] === KIND.mark;
}

/** Between the number and what was taken before it stand joining words and marks only. */
function isJoined(scene: Scene, token: number): boolean {
  for (let at = token - 1; at >= 0 && token - at <= FARTHEST; at -= 1) {
    const kind = scene.tokens.kind[at];
    if (kind === KIND.sealed) return true;
    if (isWord(scene, at) ? !BETWEEN.has(hashAt(scene, at)) : kind !== KIND.mark) return false;
    if (isMark(scene, at, MARK.semicolon)) return false;
  }
  return false;
}
