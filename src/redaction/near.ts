import { hashWord } from './fold.ts';
import { CUE } from './lexicon/flags.ts';
import {
  cuesOf,
  endOf,
  isGlued,
  isMark,
  isNumber,
  isSealed,
  isWord,
  lengthOf,
  MARK,
  type Scene,
  startOf,
} from './scene.ts';
import { KIND } from './tokens.ts';
import { hashAt } from './words.ts';

const REACH = 4;
const STEPS = 14;
/** What was taken doesn't count as a step, however many tokens it had; but the way back is bounded. */
export const FURTHEST = 80;

/**
 * The cues of the nearest token to the left that has any of `wanted`, or 0. The nearer label wins, whether it
 * names the value or vetoes it. A `;`, a new line or a sentence's end stands between a label and its value.
 */
export function cueBefore(scene: Scene, token: number, wanted: number, reach = REACH): number {
  if (((scene.tokens.present | scene.askedFor) & wanted) === 0 && (wanted & OF_PHRASES) === 0) return 0;
  let words = 0;
  let steps = 0;
  let at = token - 1;
  for (; at >= 0 && token - at <= FURTHEST && steps < STEPS && words < reach; at -= 1) {
    if (isSealed(scene, at)) continue;
    steps += 1;
    const cues = labelCues(scene, at);
    if ((cues & wanted) !== 0) return cues;
    if (endsClause(scene, at)) return 0;
    if (isNumber(scene, at) || (isWord(scene, at) && (cues & CUE.filler) === 0 && !isGlued(scene, at + 1)))
      words += 1;
  }
  return at < 0 && (scene.askedFor & wanted) !== 0 ? scene.askedFor : 0;
}

/** What words that are no labels by themselves make together. */
const OF_PHRASES = CUE.event | CUE.member | CUE.mrn;

/** One letter is a label only with a mark behind it: "c: 212 …", "h# …". */
function labelCues(scene: Scene, token: number): number {
  const cues = cuesOf(scene, token);
  if (isCaesarean(scene, token)) return CUE.event;
  if ((cues & CUE.filler) !== 0 && isOwnId(scene, token)) return cues | CUE.member;
  if (hashAt(scene, token) === REC && isNumbering(scene, token + 1)) return cues | CUE.mrn;
  if ((cues & CUE.facility) !== 0 && isNumbering(scene, token + 1)) return cues | CUE.mrn;
  if (cues === 0 || lengthOf(scene, token) > 1) return cues;
  return isMark(scene, token + 1, MARK.colon) || isMark(scene, token + 1, MARK.hash)
    ? cues
    : cues & ~CUE.phone & ~CUE.fax;
}

const NUMBERING = ['number', 'no', 'num', 'nr', 'id', 'ids'].map(hashWord);

const REC = hashWord('rec');
const ID = hashWord('id');
const OWNERS = new Set('her his their my your old new prior current correct'.split(' ').map(hashWord));

/** "her ID is now 712640983", "old id …": whose, and so of a member. */
function isOwnId(scene: Scene, token: number): boolean {
  return hashAt(scene, token) === ID && OWNERS.has(hashAt(scene, token - 1));
}

/** "hospital number K40-71936" */
function isNumbering(scene: Scene, token: number): boolean {
  return isMark(scene, token, MARK.hash) || NUMBERING.includes(hashAt(scene, token));
}

/** "c section 9/19" is no section of a document. */
function isCaesarean(scene: Scene, token: number): boolean {
  if ((cuesOf(scene, token) & CUE.veto) === 0 || lengthOf(scene, token) !== 7) return false;
  return /\bc[ -]section$/i.test(
    scene.text.slice(Math.max(0, startOf(scene, token) - 3), endOf(scene, token)),
  );
}

export function endsClause(scene: Scene, token: number): boolean {
  const { tokens } = scene;
  const kind = tokens.kind[token];
  if (kind === KIND.newline) return true;
  if (kind !== KIND.mark) return false;
  const code = tokens.mark[token];
  if (code === MARK.semicolon || code === MARK.bar) return true;
  if (code === MARK.dot || code === MARK.exclamation) {
    return !isGlued(scene, token + 1) && !isShortened(scene, token - 1);
  }
  return false;
}

/** "Dr", "mbr": with a full stop it is a short word, not a sentence's end. What was taken is none, however short its label. */
function isShortened(scene: Scene, token: number): boolean {
  if (isSealed(scene, token)) return false;
  return lengthOf(scene, token) <= 3 || cuesOf(scene, token) !== 0;
}

/** The cues of the words right behind a token, a `(` or `-` between them or not. */
export function cueAfter(scene: Scene, token: number, wanted: number, reach = 2): number {
  if ((scene.tokens.present & wanted) === 0) return 0;
  let words = 0;
  let steps = 0;
  for (let at = token + 1; at < scene.tokens.count && at - token <= FURTHEST && words < reach; at += 1) {
    const cues = isPartOfId(scene, at) ? 0 : cuesOf(scene, at);
    if ((cues & wanted) !== 0) return cues;
    if (endsClause(scene, at)) return 0;
    if (isSealed(scene, at)) {
      // All of it is one word, as its label is.
      if (!isSealed(scene, at - 1)) words += 1;
      continue;
    }
    if (isWord(scene, at) || isNumber(scene, at)) words += 1;
    steps += 1;
    if (steps > 4) return 0;
  }
  return 0;
}

/** "OEP123456" says nothing of open enrolment. */
function isPartOfId(scene: Scene, token: number): boolean {
  return isNumber(scene, token + 1) && isGlued(scene, token + 1);
}
