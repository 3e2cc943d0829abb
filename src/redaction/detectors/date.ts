import { hashWord } from '../fold.ts';
import { CUE, FLAG } from '../lexicon/flags.ts';
import { cueAfter, cueBefore, FURTHEST } from '../near.ts';
import {
  cuesOf,
  type Detector,
  flagsOf,
  holdsPhi,
  isGlued,
  isMark,
  isNumber,
  isSealed,
  isWord,
  lengthOf,
  MARK,
  type Scene,
  startOf,
  TAKEN,
  take,
  tokenAt,
} from '../scene.ts';
import { KIND } from '../tokens.ts';
import { hashAt } from '../words.ts';
import { endOfMatch } from './pattern.ts';

const MONTH = '(?:0?[1-9]|1[0-2])';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const YEAR = '(?:(?:19|20)\\d\\d|\\d\\d)';
const MONTH_NAME =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const END = '(?![\\d]|[-/.]\\d)';

const FULL = new RegExp(
  `(?:${MONTH} ?([-/.]) ?${DAY} ?\\1 ?${YEAR}|(?:1[3-9]|2\\d|3[01])([-/.])${MONTH}\\2(?:19|20)\\d\\d|(?:19|20)\\d\\d([-/.])${MONTH}\\3${DAY}(?:T\\d\\d:\\d\\d(?::\\d\\d)?(?:\\.\\d{1,6})?Z?)?)${END}`,
  'iy',
);
/** Not "section 4 jan 3rd": the month's day stands behind it. */
const DAY_FIRST = new RegExp(
  `${DAY}(?:st|nd|rd|th)?(?: of)?(?:[-/. ]{1,2}(?!${MONTH_NAME}\\.? ?\\d{1,2}(?:st|nd|rd|th)(?![a-z\\d])))?${MONTH_NAME}\\.?(?:,?[-/. ']{0,2}${YEAR})?${END}`,
  'iy',
);
const DAY_AND_MONTH = new RegExp(
  `(?:${MONTH}[/-]${DAY}(?: ?- ?${MONTH}/${DAY})?|${MONTH}/(?:19|20)\\d\\d)${END}`,
  'y',
);
const MONTH_FIRST = new RegExp(
  `${MONTH_NAME}\\.?[-/. ]{0,2}(?:the )?${DAY}(?:(?:st|nd|rd|th)(?![\\da-z])|(?![\\d%]|[.:]\\d|[a-z]))(?:(?:,| of)?[-/. ']{0,2}${YEAR}(?![\\d%:]|[a-z]))?`,
  'iy',
);
const MONTH_AND_YEAR = new RegExp(`${MONTH_NAME}\\.?,? (?:of )?(?:19|20)\\d\\d${END}`, 'iy');

/** "2 may need", "3 march in". */
const VERB = /^\d{1,2} (?:may|march|mar|dec|sun)$/;

const OWN = CUE.birth | CUE.event | CUE.person;
const PERSONAL = CUE.birth | CUE.event;

/** Takes 5/11/2007, 7.3.67, 2001-04-15. Not the dates of plan years, enrolment, contracts and holidays. */
export const fullDate: Detector = (scene, token) => {
  const length = lengthOf(scene, token);
  if (length > 4 || length === 3 || !isNumber(scene, token)) return 0;
  const start = startOf(scene, token);
  if (!mayGoOn(scene, token)) return 0;
  const behind = isWord(scene, token + 1) ? token + 1 : token + 2;
  if (isNumber(scene, behind)) {
    const end = endOfMatch(FULL, scene.text, start);
    return end === 0 || isNobodys(scene, token, end) ? end : take(scene, 'date.full', start, end);
  }
  const named = endOfMatch(DAY_FIRST, scene.text, start);
  if (named === 0 || VERB.test(scene.text.slice(start, named))) return 0;
  if (isNobodys(scene, token, named)) return named;
  return take(
    scene,
    /\d\d$/.test(scene.text.slice(start + 3, named)) ? 'date.month-name' : 'date.month-day-named',
    start,
    named,
  );
};

/** A separator, a month or "th" behind the number, so that most numbers ask no pattern. */
function mayGoOn(scene: Scene, token: number): boolean {
  const next = scene.tokens.mark[token + 1];
  if (next === MARK.slash || next === MARK.dash || next === MARK.dot) return true;
  return (
    isWord(scene, token + 1) &&
    ((flagsOf(scene, token + 1) & FLAG.month) !== 0 ||
      lengthOf(scene, token + 1) <= 2 ||
      isGlued(scene, token + 1))
  );
}

/** Takes "discharged 5/25", "due 3/24" and "stroke 2/2023". Not "2/3 of", "24/7" or "1500/3000": nothing happened on them. */
export const dayAndMonth: Detector = (scene, token) => {
  if (lengthOf(scene, token) > 2 || !isGlued(scene, token + 1)) return 0;
  const start = startOf(scene, token);
  const end = endOfMatch(DAY_AND_MONTH, scene.text, start);
  if (end === 0) return 0;
  const cues = cueBefore(scene, token, PERSONAL | CUE.dateVeto | CUE.veto | CUE.measure, 4);
  if ((cues & PERSONAL) === 0 || (cues & CUE.dateVeto) !== 0 || isOfGroup(scene, token)) return 0;
  return take(scene, (cues & CUE.birth) === 0 ? 'date.day-and-month' : 'date.birth', start, end);
};

/** Takes "start 4/1" from a message that holds other PHI: then it is somebody's day. Asked last. */
export const dayOfSomebody: Detector = (scene, token) => {
  if (lengthOf(scene, token) > 2 || !isGlued(scene, token + 1)) return 0;
  const start = startOf(scene, token);
  const end = endOfMatch(DAY_AND_MONTH, scene.text, start);
  if (end === 0 || isNobodys(scene, token, end)) return 0;
  if ((cuesOf(scene, token - 1) & (CUE.veto | CUE.measure)) !== 0) return 0;
  const behind = tokenAt(scene, end, token);
  if (isCounted(scene, behind - 1, isFraction(scene.text.slice(start, end)))) return 0;
  return take(scene, 'date.day-and-month', start, end);
};

function isCounted(scene: Scene, last: number, mayBeFraction: boolean): boolean {
  return (
    (cueAfter(scene, last, CUE.measure, 1) & CUE.measure) !== 0 ||
    (mayBeFraction && flagsOf(scene, last + 1) === FLAG.word && (cuesOf(scene, last + 1) & CUE.event) === 0)
  );
}

/** "2/3 denied", but not "2/13 denied" */
function isFraction(date: string): boolean {
  return /^(?:\d|10)\/(?:\d|10)$/.test(date);
}

/** Takes "Jan 1 1946", "March 27, 1946", "August 28th", "March 2024". Asked at a month's name. */
export const monthFirst: Detector = (scene, token) => {
  if ((flagsOf(scene, token) & FLAG.month) === 0) return 0;
  const start = startOf(scene, token);
  const year = endOfMatch(MONTH_AND_YEAR, scene.text, start);
  if (year > 0) {
    if (isNobodys(scene, token, year)) return year;
    const isOwn = holdsPhi(scene) || (dateCueBefore(scene, token) & OWN) !== 0;
    return isOwn ? take(scene, 'date.month-name', start, year) : 0;
  }
  const end = endOfMatch(MONTH_FIRST, scene.text, start);
  if (end === 0 || isNobodys(scene, token, end)) return end;
  if ((cueAfter(scene, tokenAt(scene, end, token) - 1, CUE.measure, 1) & CUE.measure) !== 0) return 0;
  return take(
    scene,
    /\d{4}$|,? '?\d\d$/.test(scene.text.slice(start + 5, end)) ? 'date.month-name' : 'date.month-day-named',
    start,
    end,
  );
};

/** No plan's calendar goes back that far. */
const LONG_AGO = /19\d\d|200\d|^\d{1,2}[-/.]\d{1,2}[-/.][3-9]\d$/;
/** Holidays, in a message about nobody. */
const HOLIDAY =
  /^(?:july? 4(?:th)?|jan(?:uary)? 1(?:st)?|dec(?:ember)? (?:24|25|31)(?:th|st)?|nov(?:ember)? 11(?:th)?)$/i;
/** The first and last day of a plan year, in a message about nobody. */
const PLAN_YEAR = /^(?:0?1\/0?1|12\/31)\/(?:20)?[23]\d$/;

/** A date of the plan's calendar. What stands before it decides; if that is silent, what stands behind. */
function isNobodys(scene: Scene, token: number, end: number): boolean {
  if (isBehindName(scene, token) || LONG_AGO.test(scene.text.slice(startOf(scene, token), end))) return false;
  const before = dateCueBefore(scene, token);
  if ((before & CUE.event) !== 0 && isOfGroup(scene, token)) return true;

  if (before === 0 && !holdsPhi(scene) && HOLIDAY.test(scene.text.slice(startOf(scene, token), end)))
    return true;
  if (before === 0 && !holdsPhi(scene) && PLAN_YEAR.test(scene.text.slice(startOf(scene, token), end)))
    return true;
  if (before !== 0) return (before & CUE.dateVeto) !== 0 && (before & (CUE.birth | CUE.event)) === 0;
  const last = tokenAt(scene, end, token) - 1;
  const isSomebodys = holdsPhi(scene);
  if (isMark(scene, last + 1, MARK.comma) && isSomebodys) return false;
  return (
    (cueAfter(scene, last, CUE.dateVeto, isSomebodys ? 1 : 3) & CUE.dateVeto) !== 0 || isOfGroup(scene, token)
  );
}

const ENDS_OF_GROUPS = new Set(
  'termed terminated terming terms termination term expired expires effective eff thru through until til due after before by'
    .split(' ')
    .map(hashWord),
);
const GROUPS = new Set(
  `group groups grp network networks contract provider providers vendor employer practice tin product auth units goals goal report reports review reviews project survey training
     directory office clinic facility practice roster deck slides filing attestation attestations invoice milestone deliverable telehealth promo campaign webinar season launch pilot release deadline amwell teladoc`
    .split(/\s+/)
    .map(hashWord),
);

/** "group 0098812 termed eff 12/31", "160 units thru 1/31/26": not where a person is spoken of. */
function isOfGroup(scene: Scene, token: number): boolean {
  if ((scene.tokens.present & CUE.birth) !== 0 || holdsPhi(scene) || speaksOfPerson(scene)) return false;
  let ends = false;
  let steps = 0;
  for (let at = token - 1; at >= 0 && token - at <= FURTHEST && steps < 16; at -= 1) {
    if (isSealed(scene, at)) continue;
    steps += 1;
    const hash = hashAt(scene, at);
    if (hash === 0) continue;
    if (ENDS_OF_GROUPS.has(hash)) ends = true;
    if (ends && GROUPS.has(hash)) return true;
  }
  return false;
}

/** "zachary ledbetter 7/4/2017 ABA hours cut": the date is the person's, whatever stands behind. */
function isBehindName({ taken, tokens }: Scene, token: number): boolean {
  return taken[tokens.kind[token - 1] === KIND.mark ? token - 2 : token - 1] === TAKEN.name;
}

/** Numbers between don't count as words, so that both dates of "plan year 1/1/2026 - 12/31/2026" have the same label. */
function dateCueBefore(scene: Scene, token: number): number {
  let first = token;
  while (token - first < 12 && isPartOfRange(scene, first - 1)) first -= 1;
  const cues = cueBefore(scene, first, OWN | CUE.dateVeto, 5);
  const isFar = (cues & CUE.dateVeto) !== 0 && (cues & OWN) === 0 && holdsPhi(scene);
  return isFar && (cueBefore(scene, first, CUE.dateVeto, 2) & CUE.dateVeto) === 0 ? 0 : cues;
}

/** A number, a mark within a date, or a word between two. */
function isPartOfRange(scene: Scene, token: number): boolean {
  if (token < 0 || isNumber(scene, token)) return token >= 0;
  if (isWord(scene, token)) return /^(?:to|thru|through|and)$/i.test(wordOf(scene, token));
  return (
    isMark(scene, token, MARK.dash) ||
    (isGlued(scene, token + 1) && (isMark(scene, token, MARK.slash) || isMark(scene, token, MARK.dot)))
  );
}

function wordOf({ text, tokens }: Scene, token: number): string {
  return text.slice(tokens.start[token] ?? 0, tokens.end[token] ?? 0);
}

/** "sub" is a person, "sub-group" isn't. */
function speaksOfPerson(scene: Scene): boolean {
  if ((scene.tokens.present & CUE.person) === 0) return false;
  for (let at = 0; at < scene.tokens.count; at += 1)
    if ((cuesOf(scene, at) & CUE.person) !== 0 && !isGlued(scene, at + 1)) return true;
  return false;
}
