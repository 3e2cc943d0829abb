import { CUE, FLAG } from '../lexicon/flags.ts';
import type { RuleId } from '../rules.ts';
import {
  cuesOf,
  endOf,
  flagsOf,
  isGlued,
  isMark,
  isWord,
  lengthOf,
  MARK,
  type Scene,
  seal,
  startOf,
  TAKEN,
  take,
} from '../scene.ts';
import { KIND, SHAPE } from '../tokens.ts';
import { type Evidence, evidenceOf, isKnownPerson, speaksOfPerson } from './evidence.ts';
import { type Run, runFrom } from './run.ts';
import { judge, THRESHOLD } from './score.ts';
import { surnameBehind } from './surname.ts';
import { isTown, isWhereTown } from './town.ts';
import { isCapitalised, isPlain, LEVEL, levelOf, unitAt } from './unit.ts';
import {
  isAmongFirms,
  isEponym,
  isFirm,
  isFirmOfPlaces,
  isListedFirm,
  isOnlyEponyms,
  isOrganisation,
  isProvider,
} from './vetoes.ts';

/** Takes people's names. Goes through the words once; each run of words that could be a name is judged by itself. */
export function findNames(scene: Scene): void {
  const { count, kind, flags, glued, present } = scene.tokens;
  const isUntitled = (present & CUE.title) === 0;
  for (let token = 0; token < count; ) {
    const isPart =
      kind[token] === KIND.word && !(isUntitled && glued[token + 1] === 0 && isPlain(flags[token] ?? 0));
    token = isPart && mayBegin(scene, token) ? nameAt(scene, token) : token + 1;
  }
}

function mayBegin(scene: Scene, token: number): boolean {
  if (!isWord(scene, token)) return false;
  if (levelOf(scene, token) > LEVEL.none) return true;
  if ((scene.tokens.present & CUE.title) !== 0 && isTitledWord(scene, token)) return true;
  return isMark(scene, token + 1, MARK.dash) && unitAt(scene, token).level > LEVEL.none;
}

/** "Mrs. Day": behind a title any capitalised word is a name, whatever else it is. */
function isTitledWord(scene: Scene, token: number): boolean {
  const title = isMark(scene, token - 1, MARK.dot) ? token - 2 : token - 1;
  return (
    title >= 0 &&
    isTitle(scene, title) &&
    scene.tokens.shape[token] !== SHAPE.lower &&
    lengthOf(scene, token) > (scene.tokens.shape[token] === SHAPE.upper ? 4 : 1)
  );
}

function isTitle(scene: Scene, token: number): boolean {
  return (
    (cuesOf(scene, token) & CUE.title) !== 0 &&
    /^(?:mrs?|ms|miss|mx)$/i.test(scene.text.slice(startOf(scene, token), endOf(scene, token)))
  );
}

/** Judges the run that begins here; returns the token to go on from. */
function nameAt(scene: Scene, token: number): number {
  const whole = runFrom(scene, token);
  const run = trimmed(scene, whole);
  if (run === whole || isAnnounced(scene, whole)) return judged(scene, token, whole);
  const next = judged(scene, token, run);
  // What was dropped may be a name of its own, now that it stands beside one.
  if (!isWord(scene, run.first)) judged(scene, token, runFrom(scene, token));
  return next;
}

function judged(scene: Scene, token: number, run: Run): number {
  const lead = withLead(scene, run.first);
  if ((scene.tokens.present & CUE.title) !== 0 && isTitledWord(scene, token) && !isProvider(scene, run))
    return takeRun(scene, run, lead, 'name.titled');
  const evidence = evidenceOf(scene, run, lead);
  const { score: own, rule } = judge(scene, run, evidence);
  const score = own + (isTurnedLead(scene, run.first) ? 0.3 : 0);
  if (score < THRESHOLD - 1e-9) return run.first + 1;
  return isVetoed(scene, run, evidence) ? run.last + 1 : takeRun(scene, run, lead, rule);
}

/** Behind a title or "name is" the first word is part of the name, however odd. */
function isAnnounced(scene: Scene, run: Run): boolean {
  if ((scene.tokens.present & CUE.explicit) === 0) return false;
  const { isTitled, isExplicit } = evidenceOf(scene, run, withLead(scene, run.first));
  return isTitled || isExplicit;
}

function isVetoed(scene: Scene, run: Run, evidence: Evidence): boolean {
  if (isEponym(scene, run) || isOrganisation(scene, run) || isFirm(scene, run)) return true;
  if (scene.policy.keepProviders && isProvider(scene, run)) return true;
  if (!speaksOfPerson(evidence) && isSomethingElse(scene, run, evidence)) return true;
  if (isFirmThatActs(scene, run, evidence)) return true;
  if (isSaint(scene, run, evidence)) return true;
  const isMonth =
    run.units.length === 1 && (flagsOf(scene, run.first) & FLAG.month) !== 0 && !isOfPerson(evidence);
  return isMonth || isAllowed(scene, run, evidence);
}

/** "Morgan Stanley moved to us": firms do too what people do, but no firm is a "she". */
function isFirmThatActs(scene: Scene, run: Run, evidence: Evidence): boolean {
  if (isKnownPerson(evidence) || !isListedFirm(scene, run)) return false;
  return !evidence.isHuman || (scene.tokens.presentFlags & FLAG.pronoun) === 0;
}

/** A disease, a firm or a town, where nothing speaks of a person. */
function isSomethingElse(scene: Scene, run: Run, evidence: Evidence): boolean {
  return (
    isOnlyEponyms(scene, run, evidence) ||
    isAmongFirms(scene, run) ||
    isFirmOfPlaces(scene, run, evidence) ||
    isTown(scene, run) ||
    isWhereTown(scene, run)
  );
}

function isOfPerson({ isHuman, isTold }: Evidence): boolean {
  return isHuman || isTold;
}

/** "St. Jude", alone and without a label, is a hospital. */
function isSaint(scene: Scene, run: Run, { hasPersonLabel, isExplicit }: Evidence): boolean {
  const before = isMark(scene, run.first - 1, MARK.dot) ? run.first - 2 : run.first - 1;
  if (
    run.units.length > 1 ||
    (flagsOf(scene, before) & FLAG.particle) === 0 ||
    !/^(?:st|saint)$/i.test(wordAt(scene, before))
  )
    return false;
  return !hasPersonLabel && !isExplicit;
}

function wordAt(scene: Scene, token: number): string {
  return scene.text.slice(startOf(scene, token), endOf(scene, token));
}

/** Colleagues may be named, unless a label says that here they are a member. */
function isAllowed(scene: Scene, run: Run, { hasPersonLabel }: Evidence): boolean {
  const { allowed } = scene;
  if (!allowed || hasPersonLabel) return false;
  for (let at = run.first; at <= run.last; at += 1) {
    if (isWord(scene, at) && lengthOf(scene, at) > 1 && allowed[at] !== 1) return false;
  }
  return true;
}

/** Drops what only looked like the first part: "resched maria lopez", "Hope maria lopez". */
function trimmed(scene: Scene, run: Run): Run {
  const [head, next] = run.units;
  if (!head || !next || run.isTurned || head.level > LEVEL.dual || next.level < LEVEL.given) return run;
  const isLabelled = (cuesOf(scene, head.first - 1) & (CUE.hail | CUE.person)) !== 0;
  const isWeak =
    head.level === LEVEL.unknown
      ? !isLabelled && (!head.isCapital || isSentenceStart(scene, head.first))
      : !head.isCapital && run.units.length > 2;
  return isWeak ? { ...run, units: run.units.slice(1), first: next.first } : run;
}

function isSentenceStart(scene: Scene, token: number): boolean {
  if (token === 0) return true;
  return (
    !isWord(scene, token - 1) && !isMark(scene, token - 1, MARK.comma) && scene.taken[token - 1] === TAKEN.no
  );
}

function takeRun(scene: Scene, run: Run, first: number, rule: RuleId): number {
  const last = surnameBehind(scene, run);
  take(scene, rule, startOf(scene, first), endOf(scene, last));
  seal(scene, first, TAKEN.name);
  return last + 1;
}

/** An initial or a particle before the name belongs to it: "J. Abdi", "St. Clair", "van dyke". */
function withLead(scene: Scene, first: number): number {
  if (isTurnedLead(scene, first)) return first - 2;
  let at = isOddGivenName(scene, first) ? first - 1 : startOfJoined(scene, first);
  while (at > 0 && first - at < 6) {
    const before = isMark(scene, at - 1, MARK.dot) ? at - 2 : at - 1;
    if (!isWord(scene, before)) break;
    const isInitial = lengthOf(scene, before) === 1 && (before < at - 1 || isCapitalised(scene, before));
    if (!isInitial && !isLead(scene, before)) break;
    at = before;
  }
  return at;
}

/** "Jubilee Hart", "Bee Vang": a word with a capital before a surname with one. */
function isOddGivenName(scene: Scene, first: number): boolean {
  const before = flagsOf(scene, first - 1);
  if (isMonthName(scene, first)) return true;
  return (
    isCapitalised(scene, first) &&
    (flagsOf(scene, first) & FLAG.first) === 0 &&
    scene.tokens.shape[first - 1] === SHAPE.capital &&
    isCapitalised(scene, first - 1) &&
    !isGlued(scene, first) &&
    (before & (FLAG.word | FLAG.rareWord)) !== 0 &&
    (before & (FLAG.safe | FLAG.grammar | FLAG.month | FLAG.stateName)) === 0 &&
    cuesOf(scene, first - 1) === 0
  );
}

/** "Kwame-Asante": nothing is left of what a hyphen joins to a name. */
function startOfJoined(scene: Scene, first: number): number {
  let at = first;
  while (
    first - at < 6 &&
    isMark(scene, at - 1, MARK.dash) &&
    isGlued(scene, at) &&
    isGlued(scene, at - 1) &&
    isWord(scene, at - 2)
  )
    at -= 2;
  return at;
}

/** "Sharp, Kevin 11-29-73", "JUST, ROBIN wants": at the beginning of a line, or behind "from", any word with a capital is a surname. */
function isTurnedLead(scene: Scene, first: number): boolean {
  const { kind, shape } = scene.tokens;
  const surname = first - 2;
  if (!isMark(scene, first - 1, MARK.comma) || !isWord(scene, surname)) return false;
  if (surname > 0 && kind[surname - 1] !== KIND.newline && (cuesOf(scene, surname - 1) & CUE.hail) === 0)
    return false;
  if (shape[surname] === SHAPE.lower || shape[surname] !== shape[first]) return false;
  if (levelOf(scene, first) < LEVEL.dual || lengthOf(scene, surname) < 3) return false;
  const isGrammar = (flagsOf(scene, surname) & FLAG.grammar) !== 0;
  const isUpper = shape[surname] === SHAPE.upper;
  return (cuesOf(scene, surname) & ~(isUpper ? CUE.act : 0)) === 0 && (!isGrammar || isUpper);
}

/** "Jun Takahashi", "May Chen": a month that is a given name, before a surname. */
function isMonthName(scene: Scene, first: number): boolean {
  const both = FLAG.month | FLAG.first;
  if (
    (flagsOf(scene, first - 1) & both) !== both ||
    !isCapitalised(scene, first - 1) ||
    !isCapitalised(scene, first) ||
    isGlued(scene, first)
  )
    return false;
  return levelOf(scene, first) >= LEVEL.listed && !isWord(scene, first - 2);
}

function isLead(scene: Scene, token: number): boolean {
  return (
    (flagsOf(scene, token) & FLAG.particle) !== 0 &&
    lengthOf(scene, token) > 1 &&
    (flagsOf(scene, token) & FLAG.grammar) === 0
  );
}
