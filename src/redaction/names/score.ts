import { hashWord } from '../fold.ts';
import { CUE, FLAG } from '../lexicon/flags.ts';
import type { RuleId } from '../rules.ts';
import { cuesOf, endOf, flagsOf, isMark, isWord, lengthOf, MARK, type Scene, startOf } from '../scene.ts';
import { SHAPE } from '../tokens.ts';
import { hashAt } from '../words.ts';
import type { Evidence } from './evidence.ts';
import { isMisspelt } from './misspelt.ts';
import type { Run } from './run.ts';
import { isCapitalised, LEVEL, type Unit } from './unit.ts';

export const THRESHOLD = 0.8;

/** By level: what one word is worth by itself, with a capital and without. */
const CAPITAL = [0, 0.3, 0.3, 0.45, 0.55, 0.65, 0.8];
const LOWER = [0, 0.1, 0.15, 0.25, 0.35, 0.55, 0.8];
/** What an unheard-of word is worth more when it doesn't look like a word at all. */
const STRANGE = 0.15;

export type Verdict = { readonly score: number; readonly rule: RuleId };

/** Adds up what speaks for a name. */
export function judge(scene: Scene, run: Run, evidence: Evidence): Verdict {
  const own = worth(scene, run) + pairing(scene, run) + initialBefore(scene, run);
  const said =
    middle(scene, run) +
    company(scene, run) +
    left(run, evidence) +
    right(run, evidence) +
    human(scene, run, evidence) +
    subject(scene, run, evidence);
  const score = own + said;
  const isClose = score < THRESHOLD && score >= THRESHOLD - STRANGE * Math.min(2, run.units.length) - 1e-9;
  return { score: isClose ? score + strangeness(scene, run) : score, rule: mainRule(run, evidence, own) };
}

/** Asked only when it decides: each word costs a few hundred look-ups. */
function strangeness(scene: Scene, { units }: Run): number {
  let sum = 0;
  for (const { level, first, last } of units.slice(0, 2)) {
    if (level !== LEVEL.unknown || lengthOf(scene, first) < 4) continue;
    const word = scene.text.slice(startOf(scene, first), endOf(scene, last));
    if (!isMisspelt(word, scene.lexicon.words)) sum += STRANGE;
  }
  return sum;
}

function worth(scene: Scene, { units }: Run): number {
  let most = 0;
  for (const { level, isCapital, first } of units) {
    if (units.length === 1 && level === LEVEL.dual && scene.tokens.shape[first] === SHAPE.upper)
      return LOWER[level] ?? 0;
    const scottish = isCapital && isScottish(scene, first) ? 0.35 : 0;
    most = Math.max(most, ((isCapital ? CAPITAL : LOWER)[level] ?? 0) + scottish);
  }
  return most;
}

/** "McAllister", "O'Leary", "DiNapoli" */
function isScottish({ text, tokens }: Scene, token: number): boolean {
  return (
    tokens.shape[token] === SHAPE.mixed &&
    /^(?:Mc|Mac|O'|D'|Di|De|La|Fitz|Van)[A-Z][a-z]{2,}$/.test(
      text.slice(tokens.start[token], tokens.end[token]),
    )
  );
}

/** What a second part adds. Two parts of which one is no English word are a name more often than not. */
function pairing(scene: Scene, run: Run): number {
  const { units, hasInitial, isTurned } = run;
  if (units.length < 2) return hasInitial ? 0.15 : 0;
  const [best, second] = twoBest(units);
  const capitals = best >= LEVEL.listed && units.every(({ isCapital }) => isCapital) ? 0.15 : 0;
  const order = orderOf(scene, units);
  return (
    (second >= LEVEL.listed ? 0.3 : 0.15 + second * 0.05) +
    capitals +
    order +
    (hasInitial ? 0.15 : 0) +
    (isTurned ? 0.3 : 0)
  );
}

/** A given name with a capital within a sentence needs it for no other reason, unless it is a place: "from Austin". */
function middle(scene: Scene, { units, first }: Run): number {
  const [unit] = units;
  if (units.length > 1 || !unit?.isCapital) return 0;
  if (!isWord(scene, first - 1) || scene.tokens.shape[first - 1] !== SHAPE.lower) return 0;
  if (unit.level === LEVEL.given) return 0.15;
  const isFrequent =
    unit.level === LEVEL.dual && (flagsOf(scene, first) & (FLAG.popular | FLAG.safe)) === FLAG.popular;
  return isFrequent && (cuesOf(scene, first - 1) & CUE.preposition) === 0 ? 0.2 : 0;
}

/** Where "she" is spoken of, or somebody's data is given, a lone given name is hers. */
function company(scene: Scene, { units }: Run): number {
  const [unit] = units;
  if (units.length > 1 || !unit || unit.level !== LEVEL.given) return 0;
  const isAboutSomebody = (scene.tokens.presentFlags & FLAG.pronoun) !== 0 || scene.takes.length > 0;
  return isAboutSomebody ? 0.15 : 0;
}

function twoBest(units: readonly Unit[]): [best: number, second: number] {
  let best = 0;
  let second = 0;
  for (const { level } of units) {
    second = Math.max(second, Math.min(best, level));
    best = Math.max(best, level);
  }
  return [best, second];
}

/** A given name first is how names are written. */
function orderOf(scene: Scene, units: readonly Unit[]): number {
  const [first] = units;
  if (!first || (flagsOf(scene, first.first) & FLAG.first) === 0) return 0;
  return units.some(({ level }) => level >= LEVEL.given) ? 0.2 : 0.15;
}

/** "K. Odhiambo", "J Park" */
function initialBefore(scene: Scene, { units, first }: Run): number {
  const [unit] = units;
  if (!unit?.isCapital || unit.level < LEVEL.dual) return 0;
  const isDotted = isMark(scene, first - 1, MARK.dot);
  const initial = isDotted ? first - 2 : first - 1;
  if (!isWord(scene, initial) || lengthOf(scene, initial) !== 1 || !isCapitalised(scene, initial)) return 0;
  return isDotted && unit.level >= LEVEL.listed ? 0.35 : 0.15;
}

function left({ units }: Run, evidence: Evidence): number {
  if (evidence.isTitled || evidence.isExplicit) return 0.9;
  if (evidence.hasPersonLabel) {
    if (units.length > 1 || !isLowerDual(units[0])) return 0.6;
    return units[0]?.level === LEVEL.unknown ? 0.55 : 0.4;
  }
  return evidence.isHailed && !(units.length === 1 && isLowerDual(units[0])) ? 0.3 : 0;
}

function right({ units }: Run, evidence: Evidence): number {
  const isWeak = units.length === 1 && isLowerDual(units[0]);
  const acts = evidence.acts && !isWeak ? (units.length > 1 ? 0.3 : 0.25) : 0;
  return acts + (evidence.isBesidePhi ? 0.35 : 0);
}

/** "hope's claim", "bill wants to talk": a word that is a given name too does what only people do. */
function human(scene: Scene, { units, first }: Run, { isHuman }: Evidence): number {
  const [unit] = units;
  if (!isHuman || units.length > 1 || !unit) return 0;
  if (unit.level > LEVEL.dual) return 0.3;
  if (unit.level === LEVEL.dual && isDisease(scene, first)) return 0;
  return (flagsOf(scene, first) & (FLAG.first | FLAG.dual)) !== 0 ? 0.65 : 0.3;
}

const THINGS = new Set(
  'bill page grant case chart star will chase guide post price chip may march mark grace gene'
    .split(' ')
    .map(hashWord),
);

/** "barb says", "mirembe said", "tell hope her card shipped", "Dimitra: …": who speaks, is told, or heads a line. */
function subject(scene: Scene, { units, first }: Run, evidence: Evidence): number {
  const [unit] = units;
  if (units.length > 1) return pairAtWork(scene, units, evidence);
  if (!unit) return 0;
  const { isTold, speaks, isHeading } = evidence;
  const isGiven = (flagsOf(scene, first) & FLAG.first) !== 0;
  if (unit.level >= LEVEL.given) return isHeading ? 0.25 : 0;
  if (unit.level === LEVEL.dual) {
    const isThing = !isGiven || THINGS.has(hashAt(scene, first));
    const isFirm = (flagsOf(scene, first) & FLAG.safe) !== 0 && !isAboutOne(scene);
    if (isThing || isFirm) return 0;
    if (isTold || speaks) return 0.65;
    return isKin(scene, first, evidence) ? 0.25 : 0;
  }
  if (unit.level === LEVEL.unknown && isTold) return lengthOf(scene, first) < 5 ? 0.3 : 0.55;
  return unheardOf(scene, unit, evidence);
}

/** "perry castellan passed …", "Cliff Winters", and in a message about somebody "Clay Speed rear ended". */
function pairAtWork(scene: Scene, units: readonly Unit[], { acts, isSubject }: Evidence): number {
  const [head, next] = units;
  if (units.length > 2 || !head || !next) return 0;
  const isWritten =
    head.isCapital &&
    next.isCapital &&
    head.level === LEVEL.dual &&
    (flagsOf(scene, head.first) & (FLAG.first | FLAG.month)) === FLAG.first;
  const asName = isWritten && next.level === LEVEL.dual ? 0.1 : 0;
  const amongPhi = isWritten && next.level < LEVEL.dual && scene.takes.length > 0 ? 0.2 : 0;
  return asName + amongPhi + (acts && isSubject ? 0.1 : 0);
}

const OWNERS = new Set('my her his their our the'.split(' ').map(hashWord));

/** "my daughter harper swallowed …" */
function isKin(scene: Scene, first: number, { hasPersonLabel }: Evidence): boolean {
  return hasPersonLabel && OWNERS.has(hashAt(scene, first - 2));
}

/** "wojtek lost his card", "mirembe said …": an unheard-of word at the beginning that acts as people do. */
function unheardOf(scene: Scene, unit: Unit, { acts, speaks, isSubject }: Evidence): number {
  if (!acts || !isSubject || lengthOf(scene, unit.first) < 5) return 0;
  return speaks || isAboutOne(scene) ? 0.55 : 0;
}

/** "she", "his" */
function isAboutOne({ tokens }: Scene): boolean {
  return (tokens.presentFlags & FLAG.pronoun) !== 0;
}

/** "Sjogren's labs": nobody's, unless "she" is spoken of. */
function isDisease(scene: Scene, token: number): boolean {
  const flags = flagsOf(scene, token);
  return (flags & FLAG.safe) !== 0 && (flags & FLAG.first) === 0 && !isAboutOne(scene);
}

function isLowerDual(unit: Unit | undefined): boolean {
  return unit !== undefined && !unit.isCapital && unit.level <= LEVEL.dual;
}

function mainRule(run: Run, evidence: Evidence, own: number): RuleId {
  if (evidence.isTitled) return 'name.titled';
  if (evidence.isExplicit || evidence.hasPersonLabel) return 'name.labelled';
  if (run.isTurned) return 'name.last-first';
  if (run.units.length > 1 && own >= THRESHOLD) return 'name.pair';
  return evidence.isBesidePhi ? 'name.beside-phi' : 'name.alone';
}
