import {
  AREA_APART,
  AT_CITY,
  AT_DIGITS_OF_MIXED,
  AT_LONG_WORD,
  AT_MARK,
  AT_MIXED,
  AT_MONTH,
  AT_NUMBER,
  AT_SHORT_WORD,
  AT_WORD,
  DAY_APART,
  DIGIT_APART,
  OF_SOMEBODY,
  SPELLED,
} from './detector-lists.ts';
import { city } from './detectors/city.ts';
import { email } from './detectors/email.ts';
import { spacedOwnId } from './detectors/plan-id.ts';
import { poBox } from './detectors/po-box.ts';
import { maskedSsn } from './detectors/ssn.ts';
import { plate } from './detectors/vehicle.ts';
import { CUE, FLAG } from './lexicon/flags.ts';
import {
  type Detector,
  flagsOf,
  isGlued,
  isNumber,
  isWord,
  lengthOf,
  MARK,
  type Scene,
  seal,
  TAKEN,
} from './scene.ts';
import { KIND, type Tokens } from './tokens.ts';

const STAR = 42;

/** Asks the detectors at each token; whatever one takes, the next token asked is behind it. */
export function findValues(scene: Scene): void {
  const { tokens } = scene;
  const isQuiet = (tokens.present & CUE.plate) === 0 && (tokens.presentFlags & FLAG.car) === 0;
  for (let token = 0; token < tokens.count; ) {
    if (isQuiet && isOnlyWord(tokens, token)) {
      token += 1;
      continue;
    }
    const before = scene.takes.length;
    const end = valueAt(scene, token);
    if (scene.takes.length > before) seal(scene, token, TAKEN.value);
    token += 1;
    while (token < tokens.count && (tokens.start[token] ?? 0) < end) token += 1;
  }
}

const ASKED = FLAG.month | FLAG.box;
const BEFORE_PLACE = CUE.residence | CUE.preposition;

/** A word by itself that begins nothing and has no number behind it, as most do. */
function isOnlyWord(tokens: Tokens, token: number): boolean {
  const { kind, glued, flags, cues, mark } = tokens;
  if (kind[token] !== KIND.word || kind[token + 1] === KIND.number) return false;
  if (glued[token + 1] === 1 && goesOn(tokens, token + 1)) return false;
  const own = flags[token] ?? 0;
  if ((own & ASKED) !== 0) return false;
  if ((own & FLAG.cityStart) === 0 || token === 0) return true;
  return ((cues[token - 1] ?? 0) & BEFORE_PLACE) === 0 && mark[token - 1] !== MARK.colon;
}

/** A mark that something may go on behind: "http:", "www.a.co", "R-12", "PECKV*381", "xxx##1234". */
function goesOn({ mark, glued }: Tokens, token: number): boolean {
  const code = mark[token];
  if (code === MARK.dot) return glued[token + 1] === 1;
  return code === MARK.colon || code === MARK.dash || code === STAR || code === MARK.hash;
}

/** So many tokens behind what was taken a label's reach over it ends. */
const REACH_OVER = 16;

/** Numbers that nothing took yet, with and without letters, where a label may reach them over what was taken since. */
export function findNumbers(scene: Scene): void {
  const { kind, points, pointCount } = scene.tokens;
  for (let at = 0; at < pointCount; at += 1) {
    const token = points[at] ?? 0;
    if (kind[token] === KIND.word ? !isMixed(scene, token) : kind[token] !== KIND.number) continue;
    if (!isBehindTaken(scene, token) || !beginsValue(scene, token)) continue;
    const before = scene.takes.length;
    ask(scene, token, kind[token] === KIND.number ? numberDetectors(scene, token) : AT_MIXED);
    if (scene.takes.length > before) seal(scene, token, TAKEN.value);
  }
}

/** Is something that was taken so near before it that a label may reach over that? */
function isBehindTaken({ taken }: Scene, token: number): boolean {
  for (let at = token - 1; at >= 0 && token - at < REACH_OVER; at -= 1)
    if (taken[at] !== TAKEN.no) return true;
  return false;
}

/** What only other findings make a person's. */
export function findDays(scene: Scene): void {
  const { tokens, taken } = scene;
  const { kind, flags, points, pointCount } = tokens;
  for (let at = 0; at < pointCount; at += 1) {
    const token = points[at] ?? 0;
    if (taken[token] !== TAKEN.no) continue;
    if (
      kind[token] !== KIND.number &&
      (kind[token] !== KIND.word || ((flags[token] ?? 0) & MAY_BE_OWN) === 0)
    )
      continue;
    if (!beginsValue(scene, token)) continue;
    const before = scene.takes.length;
    ask(scene, token, detectorsOfSomebody(scene, token));
    if (scene.takes.length > before) seal(scene, token, TAKEN.value);
  }
}

function detectorsOfSomebody(scene: Scene, token: number): readonly Detector[] {
  if (scene.tokens.kind[token] === KIND.number) return OF_SOMEBODY;
  return (flagsOf(scene, token) & FLAG.month) !== 0 ? AT_MONTH : AT_CITY;
}

const MAY_BE_OWN = FLAG.month | FLAG.cityStart;

function valueAt(scene: Scene, token: number): number {
  const { kind, mark } = scene.tokens;
  if (kind[token] === KIND.number)
    return beginsValue(scene, token) ? ask(scene, token, numberDetectors(scene, token)) : 0;
  if (kind[token] === KIND.word) return wordAt(scene, token);
  if (kind[token] !== KIND.mark) return 0;
  const code = mark[token];
  if (code === MARK.at) return email(scene, token);
  if (code === STAR) return maskedSsn(scene, token);
  return (code === MARK.open || code === MARK.plus) && isGlued(scene, token + 1)
    ? ask(scene, token, AT_MARK)
    : 0;
}

/** Digits with a letter right behind them may be anything; others by how many they are. */
function numberDetectors(scene: Scene, token: number): readonly Detector[] {
  const length = lengthOf(scene, token);
  if (!isGlued(scene, token + 1)) {
    if (length === 1) return isDigitApart(scene, token + 1) ? SPELLED : DIGIT_APART;
    if (length === 2) return DAY_APART;
    if (length === 3) return AREA_APART;
  } else if (isWord(scene, token + 1)) return AT_DIGITS_OF_MIXED;
  return AT_NUMBER[Math.min(length, AT_NUMBER.length - 1)] ?? AT_MIXED;
}

function isDigitApart(scene: Scene, token: number): boolean {
  return isNumber(scene, token) && lengthOf(scene, token) === 1;
}

function wordAt(scene: Scene, token: number): number {
  if (isGlued(scene, token) && !beginsValue(scene, token)) return 0;
  const isTied = isGlued(scene, token + 1);
  if (!isTied && ((scene.tokens.flags[token] ?? 0) & (FLAG.month | FLAG.cityStart)) === 0)
    return boxOrPlate(scene, token);
  const value = city(scene, token) || ask(scene, token, wordDetectors(scene, token));
  return value === 0 && isTied && isMixed(scene, token) ? ask(scene, token, AT_MIXED) : value;
}

/** All that most words can begin. */
function boxOrPlate(scene: Scene, token: number): number {
  const end = poBox(scene, token) || pieces(scene, token);
  return end > 0 || lengthOf(scene, token) > 3 ? end : plate(scene, token);
}

function pieces(scene: Scene, token: number): number {
  return isNumber(scene, token + 1) && lengthOf(scene, token) <= 4 ? spacedOwnId(scene, token) : 0;
}

/** What may begin at a word by its first letter, so that most words ask nobody. */
function wordDetectors(scene: Scene, token: number): readonly Detector[] {
  const { flags } = scene.tokens;
  if (((flags[token] ?? 0) & FLAG.month) !== 0) return AT_MONTH;
  if (isGlued(scene, token + 1)) return AT_WORD;
  const length = lengthOf(scene, token);
  return length <= 3 ? AT_SHORT_WORD : AT_LONG_WORD;
}

/** "R123456", "PM-8841", "WC-K0823", "PECKV*381RT": letters with digits behind them. */
function isMixed(scene: Scene, token: number): boolean {
  const { kind, mark } = scene.tokens;
  if (!isGlued(scene, token + 1)) return false;
  if (kind[token + 1] === KIND.number) return true;
  if (mark[token + 1] !== MARK.dash && mark[token + 1] !== STAR) return false;
  return kind[token + 2] === KIND.number || (isGlued(scene, token + 2) && isTiedToNumber(scene, token + 2));
}

/** "K0823" */
function isTiedToNumber(scene: Scene, token: number): boolean {
  return isWord(scene, token) && isNumber(scene, token + 1) && isGlued(scene, token + 1);
}

/** Not glued to a letter, a digit, or a mark that makes it part of something longer. */
function beginsValue(scene: Scene, token: number): boolean {
  if (!isGlued(scene, token)) return true;
  const before = scene.tokens.kind[token - 1];
  if (before !== KIND.mark) return before === KIND.sealed;
  const code = scene.tokens.mark[token - 1];
  if (code === MARK.slash && scene.taken[token - 2] === TAKEN.value) return true;
  return (
    code !== MARK.dash && code !== MARK.dot && code !== MARK.slash && code !== MARK.underscore && code !== 36
  );
}

function ask(scene: Scene, token: number, detectors: readonly Detector[]): number {
  for (const detector of detectors) {
    const end = detector(scene, token);
    if (end > 0) return end;
  }
  return 0;
}
