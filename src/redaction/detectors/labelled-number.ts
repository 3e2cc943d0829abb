import { CUE, FLAG } from '../lexicon/flags.ts';
import { cueAfter, cueBefore, FURTHEST } from '../near.ts';
import type { RuleId } from '../rules.ts';
import {
  cuesOf,
  type Detector,
  endOf,
  flagsOf,
  isGlued,
  isNumber,
  isSealed,
  isWord,
  lengthOf,
  type Scene,
  startOf,
  take,
  tokenAt,
} from '../scene.ts';
import { SHAPE } from '../tokens.ts';
import { blobAt } from './blob.ts';
import { passesDea, passesLuhn, passesRouting } from './checksums.ts';
import { cueBehind } from './label-behind.ts';
import { isTaxForm } from './last-four.ts';
import { isPackedDate } from './packed-date.ts';
import { digitsIn, endOfMatch } from './pattern.ts';

type Value = { readonly blob: string; readonly digits: number; readonly isBare: boolean };
type Kind = { readonly cue: number; readonly rule: RuleId; readonly fits: (value: Value) => boolean };

/** "policy RX-2024-118": a document. */
const IN_YEAR = /[a-z]-(?:19|20)\d\d-\d/i;
/** "PT eval 97161": a procedure's code (CPT, medicine and evaluation). */
const PROCEDURE = /^9\d{4}$/;
/** In order: a word such as "pt" may stand before a chart number or a member's. */
const KINDS: readonly Kind[] = [
  {
    cue: CUE.ssn,
    rule: 'ssn.labelled',
    fits: ({ digits, blob }) => digits === 9 || (digits === 4 && !isTaxForm(blob)),
  },
  { cue: CUE.lastDigits, rule: 'ssn.last-digits', fits: ({ digits, isBare }) => isBare && digits === 4 },
  { cue: CUE.fax, rule: 'fax.labelled', fits: isPhone },
  { cue: CUE.phone, rule: 'phone.labelled', fits: isPhone },
  { cue: CUE.birth, rule: 'date.birth', fits: ({ blob }) => isPackedDate(blob) },
  { cue: CUE.mrn, rule: 'mrn.labelled', fits: ({ digits, blob }) => digits >= 5 && !PROCEDURE.test(blob) },
  {
    cue: CUE.member,
    rule: 'plan-id.labelled',
    fits: ({ digits, blob, isBare }) => digits >= (isBare ? 6 : 5) && !IN_YEAR.test(blob),
  },
  {
    cue: CUE.license,
    rule: 'license.labelled',
    fits: ({ digits, blob, isBare }) => digits >= (isBare ? 5 : 4) || (digits === 3 && blob.length >= 10),
  },
  { cue: CUE.vehicle, rule: 'vehicle.labelled', fits: ({ blob }) => blob.length === 17 },
  {
    cue: CUE.plate,
    rule: 'vehicle.plate',
    fits: ({ blob, digits }) => digits >= 2 && blob.length >= 5 && blob.length <= 10,
  },
  {
    cue: CUE.device,
    rule: 'device.labelled',
    fits: ({ digits, blob, isBare }) => digits >= 5 || (!isBare && digits >= 2 && blob.length >= 6),
  },
  { cue: CUE.account, rule: 'account.labelled', fits: ({ digits }) => digits >= 6 },
  { cue: CUE.zip, rule: 'address.zip', fits: ({ blob }) => /^\d{5}(?:-\d{4})?$/.test(blob) },
  {
    cue: CUE.other,
    rule: 'id.labelled',
    fits: ({ digits, blob }) => digits >= 6 || (digits >= 2 && blob.length - digits >= 3),
  },
];
const LABELS = KINDS.reduce((all, { cue }) => all | cue, 0);
/** "hospital number" and "her id" are labels, of words that are none by themselves. */
const MAY_LABEL = LABELS | CUE.facility | CUE.filler;
/** What may also stand behind its value. */
const BEHIND =
  CUE.ssn |
  CUE.lastDigits |
  CUE.phone |
  CUE.fax |
  CUE.mrn |
  CUE.license |
  CUE.plate |
  CUE.account |
  CUE.zip |
  CUE.member |
  CUE.vehicle;
const LICENCE_OF_DRUGS = /^[a-z]{2}\d{7}$/i;

/**
 * Takes what its label makes PHI: "mrn E5930314", "last 4 3106", "acct# 00123456", "cb 334-1582".
 * Not "claim 23041598877" nor "mbr auth A20394857": a nearer veto wins.
 */
export const labelledNumber: Detector = (scene, token) => {
  if (((scene.tokens.present | scene.askedFor) & MAY_LABEL) === 0) return 0;
  const cues = cueBefore(scene, token, LABELS | CUE.veto);
  if ((cues & LABELS) === 0 && (scene.tokens.present & BEHIND) === 0) return 0;
  const start = startOf(scene, token);
  const blob = blobAt(scene.text, start);
  if (blob === undefined) return 0;
  const digits = digitsIn(blob, 0, blob.length);
  if (digits < 2 || isMeasure(scene, token, start + blob.length)) return 0;
  const value: Value = { blob, digits, isBare: digits === blob.length };
  return (
    ((cues & LABELS) === 0 ? 0 : takeLabelled(scene, token, cues, value)) || takeBefore(scene, token, value)
  );
};

/** "5589012 is her mrn", "3357 last4" */
function takeBefore(scene: Scene, token: number, value: Value): number {
  if (value.digits < 4 || (scene.tokens.present & BEHIND) === 0) return 0;
  const start = startOf(scene, token);
  const end = start + value.blob.length;
  const cues = cueBehind(scene, tokenAt(scene, end, token));
  const kind = cues === 0 ? undefined : KINDS.find(({ cue, fits }) => (cues & cue) !== 0 && fits(value));
  return kind ? take(scene, kind.rule, start, end) : 0;
}

function isMeasure(scene: Scene, token: number, end: number): boolean {
  if ((scene.tokens.present & CUE.measure) === 0) return false;
  return (cueAfter(scene, tokenAt(scene, end, token) - 1, CUE.measure, 1) & CUE.measure) !== 0;
}

function takeLabelled(scene: Scene, token: number, cues: number, value: Value): number {
  const start = startOf(scene, token);
  const kind = KINDS.find(
    ({ cue, rule, fits }) =>
      (cues & cue) !== 0 && fits(value) && (rule !== 'ssn.last-digits' || isCountedBack(scene, token)),
  );
  if (!kind)
    return inGroups(scene, token, cues) || ((cues & CUE.ssn) === 0 ? spacedPhone(scene, token, cues) : 0);
  const end = start + value.blob.length;
  return take(
    scene,
    sharper(scene, token, kind.rule, value),
    HAS_LETTERS.has(kind.cue) ? startOfLetters(scene, token) : start,
    kind.cue === CUE.license ? endOfGroups(scene, end) : end,
  );
}

const HAS_LETTERS: ReadonlySet<number> = new Set([CUE.mrn, CUE.member, CUE.license, CUE.device, CUE.account]);

/** "license # TX 30917264", "pacemaker serial PJN 448210H": capitals before the digits belong to them. */
function startOfLetters(scene: Scene, token: number): number {
  const before = token - 1;
  const isPart =
    isNumber(scene, token) &&
    scene.tokens.shape[before] === SHAPE.upper &&
    isWord(scene, before) &&
    lengthOf(scene, before) <= 4 &&
    !isGlued(scene, token) &&
    !isGlued(scene, before) &&
    cuesOf(scene, before) === 0 &&
    (flagsOf(scene, before) & FLAG.grammar) === 0;
  return startOf(scene, isPart && scene.shouted[before] !== 1 ? before : token);
}

const GROUPS = /(?:[ -]\d{3,6}){1,3}(?![\da-z-])/iy;

/** "N8841 20675 33092": licences are printed in groups. */
function endOfGroups(scene: Scene, end: number): number {
  return endOfMatch(GROUPS, scene.text, end) || end;
}

/** A label may be vague where the number itself isn't. */
function sharper(scene: Scene, token: number, rule: RuleId, { blob, digits, isBare }: Value): RuleId {
  if (rule === 'ssn.last-digits') return lastDigitsOf(scene, token);
  if (rule === 'license.labelled' && LICENCE_OF_DRUGS.test(blob) && passesDea(blob)) return 'license.dea';
  if (rule === 'device.labelled' && isBare && digits === 15 && passesLuhn(blob)) return 'device.imei';
  return rule === 'account.labelled' && isBare && passesRouting(blob) ? 'account.routing' : rule;
}

/** An SSN behind it is none of the groups. */
const GROUPED =
  /(?:[a-z]{1,4}[ -]?)?\d{1,6}(?:[ -](?!\d{3}[ -]\d{2}[ -]\d{4}(?!\d))\d{1,6}){1,4}(?![\da-z-])/iy;
const GROUPED_KINDS: readonly { cue: number; rule: RuleId; least: number; most: number }[] = [
  { cue: CUE.ssn, rule: 'ssn.labelled', least: 9, most: 9 },
  { cue: CUE.mrn, rule: 'mrn.labelled', least: 6, most: 14 },
  { cue: CUE.member, rule: 'plan-id.labelled', least: 7, most: 16 },
  { cue: CUE.license, rule: 'license.labelled', least: 7, most: 16 },
  { cue: CUE.account, rule: 'account.labelled', least: 8, most: 17 },
  { cue: CUE.device, rule: 'device.labelled', least: 7, most: 20 },
];

/** "ssn 412 559 087", "mbr id 44 0912 31": groups of which none is an id by itself. */
function inGroups(scene: Scene, token: number, cues: number): number {
  const start = startOf(scene, token);
  const end = endOfMatch(GROUPED, scene.text, start);
  if (end === 0 || isMeasure(scene, token, end)) return 0;
  const digits = digitsIn(scene.text, start, end);
  const kind = GROUPED_KINDS.find(
    ({ cue, least, most }) => (cues & cue) !== 0 && digits >= least && digits <= most,
  );
  return kind ? take(scene, kind.rule, start, end) : 0;
}

/** "last 4 3106", "ending in 4242", "last four of ssn is 3106". Not "last dose 2100". */
function isCountedBack(scene: Scene, token: number): boolean {
  let steps = 0;
  for (let at = token - 1; at >= 0 && token - at <= FURTHEST && steps < 6; at -= 1) {
    if (isSealed(scene, at)) continue;
    steps += 1;
    if ((cuesOf(scene, at) & CUE.lastDigits) !== 0) return true;
    if (!isWord(scene, at)) continue;
    const word = scene.text.slice(startOf(scene, at), endOf(scene, at));
    if (
      (cuesOf(scene, at) & (CUE.filler | CUE.ssn | CUE.account)) === 0 &&
      !/^(?:four|digs?|digits?|with|w)$/i.test(word)
    )
      return false;
  }
  return false;
}

function lastDigitsOf(scene: Scene, token: number): RuleId {
  const cues = cueBefore(scene, token, CUE.account | CUE.ssn, 6);
  return (cues & CUE.account) !== 0 && (cues & CUE.ssn) === 0 ? 'account.last-digits' : 'ssn.last-digits';
}

const SEVEN_SPACED = /\d{3}[. ]\d{4}(?!\d)/y;

function spacedPhone(scene: Scene, token: number, cues: number): number {
  if ((cues & (CUE.phone | CUE.fax)) === 0 || !isNumber(scene, token)) return 0;
  const start = startOf(scene, token);
  const end = endOfMatch(SEVEN_SPACED, scene.text, start);
  return end > 0 ? take(scene, (cues & CUE.fax) === 0 ? 'phone.labelled' : 'fax.labelled', start, end) : 0;
}

function isPhone({ blob }: Value): boolean {
  return /^(?:1?-?\d{3}-?)?\d{3}-?\d{4}$/.test(blob);
}
