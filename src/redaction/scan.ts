import type { RedactionContext } from './context.ts';
import { poBox, street, zip } from './detectors/address.ts';
import { age } from './detectors/age.ts';
import { card, iban } from './detectors/card.ts';
import { city } from './detectors/city.ts';
import { dayAndMonth, dayOfSomebody, fullDate, monthFirst } from './detectors/date.ts';
import { email } from './detectors/email.ts';
import { ip } from './detectors/ip.ts';
import { labelledNumber } from './detectors/labelled-number.ts';
import { longNumber } from './detectors/long-number.ts';
import { phone } from './detectors/phone.ts';
import { insurerId, planId } from './detectors/plan-id.ts';
import { maskedSsn, ssn } from './detectors/ssn.ts';
import { domain, url } from './detectors/url.ts';
import { plate, vin } from './detectors/vehicle.ts';
import type { Finding } from './finding.ts';
import { hashWord } from './fold.ts';
import { askedFor, findKnown, markAllowed, termsOf } from './known.ts';
import { FLAG } from './lexicon/flags.ts';
import { lexicon } from './lexicon/lexicon.ts';
import { findNames } from './names/find-names.ts';
import { normalise } from './normalise.ts';
import { withoutOverlaps } from './overlap.ts';
import type { Policy } from './policy.ts';
import { type Detector, isGlued, lengthOf, MARK, type Scene, seal, TAKEN } from './scene.ts';
import { settle } from './settle.ts';
import { createLexer, KIND, LABEL_SEAL, NAME_SEAL, SEAL, SHAPE, type Tokens } from './tokens.ts';

/** In the order they are asked: what proves itself, then what a label proves, then what is only long. */
const AT_NUMBER: readonly Detector[] = [
  ip,
  ssn,
  phone,
  fullDate,
  card,
  iban,
  planId,
  vin,
  street,
  zip,
  age,
  plate,
  labelledNumber,
  insurerId,
  dayAndMonth,
  longNumber,
];
const AT_MONTH: readonly Detector[] = [monthFirst];
/** Something is glued to it. */
const AT_WORD: readonly Detector[] = [poBox, url, domain, maskedSsn, plate];
const AT_SHORT_WORD: readonly Detector[] = [poBox, plate];
const AT_LONG_WORD: readonly Detector[] = [poBox];
const STAR = 42;
const AT_MARK: readonly Detector[] = [phone];

export type Scan = (text: string, context?: RedactionContext) => readonly Finding[];

/** Finds PHI in a text: offsets on the text as it was typed, in order, without overlaps. Time is linear in length. */
export function createScan(policy: Policy): Scan {
  const lex = createLexer();
  const own = { ...policy, memberIds: asOne(policy.memberIds) };
  const safe = new Set(policy.safeWords.map(hashWord));
  const scanOnce = (text: string, context: RedactionContext): readonly Finding[] => {
    const plain = normalise(text);
    const lists = lexicon();
    const scene = stage(plain.text, lex(plain.text, lists.words), { policy: own, safe, context });
    findValues(scene);
    if (context.known) findKnown(scene, termsOf(context.known, lists));
    findByContext(scene);
    const found = scene.takes.map((one) => ({
      ...one,
      start: plain.startOf(one.start),
      end: plain.endOf(one.end),
    }));
    return withoutOverlaps(found).filter(({ type }) => !policy.kept.includes(type));
  };
  return (text, context = {}) => settle(text, scanOnce(text, context), scanOnce, context);
}

/** The patterns as one, for a whole token in any case. */
function asOne(patterns: readonly RegExp[]): RegExp[] {
  if (patterns.length === 0) return [];
  return [new RegExp(`^(?:${patterns.map(({ source }) => `(?:${source})`).join('|')})$`, 'i')];
}

type Stage = {
  readonly policy: Policy;
  readonly safe: ReadonlySet<number>;
  readonly context: RedactionContext;
};

function stage(text: string, tokens: Tokens, { policy, safe, context }: Stage): Scene {
  const lists = lexicon();
  const { allowedNames = [], replyTo } = context;
  const scene: Scene = {
    text,
    tokens,
    lexicon: lists,
    policy,
    safe,
    askedFor: replyTo === undefined ? 0 : askedFor(replyTo, lists),
    allowed: undefined,
    shouted: shoutedLines(tokens),
    taken: takenBefore(text, tokens),
    takes: [],
  };
  return allowedNames.length === 0 ? scene : { ...scene, allowed: markAllowed(scene, allowedNames) };
}

/** Labels of an earlier redaction. */
function takenBefore(text: string, { count, kind, start }: Tokens): Uint8Array {
  const taken = new Uint8Array(count);
  if (!text.includes(LABEL_SEAL) && !text.includes(NAME_SEAL)) return taken;
  for (let token = 0; token < count; token += 1) {
    if (kind[token] !== KIND.sealed) continue;
    const sign = text.charAt(start[token] ?? 0);
    if (sign !== SEAL) taken[token] = sign === NAME_SEAL ? TAKEN.name : TAKEN.value;
  }
  return taken;
}

/** Marks the lines in which at least four words are in capitals, and nearly no others. */
function shoutedLines(tokens: Tokens): Uint8Array {
  const { count, kind, shape } = tokens;
  const shouted = new Uint8Array(count);
  let from = 0;
  let words = 0;
  let capitals = 0;
  for (let token = 0; token <= count; token += 1) {
    if (token < count && kind[token] !== KIND.newline) {
      if (kind[token] !== KIND.word || isPartOfId(tokens, token)) continue;
      words += 1;
      if (shape[token] === SHAPE.upper) capitals += 1;
      continue;
    }
    if (words >= 4 && capitals / words > 0.8) shouted.fill(1, from, token);
    from = token + 1;
    words = 0;
    capitals = 0;
  }
  return shouted;
}

/** Letters with digits right beside them. */
function isPartOfId({ count, kind, start, end }: Tokens, token: number): boolean {
  const isBefore = token > 0 && kind[token - 1] === KIND.number && start[token] === end[token - 1];
  const isBehind = token + 1 < count && kind[token + 1] === KIND.number && start[token + 1] === end[token];
  return isBefore || isBehind;
}

/** Asks the detectors at each token; whatever one takes, the next token asked is behind it. */
function findValues(scene: Scene): void {
  const { tokens } = scene;
  for (let token = 0; token < tokens.count; ) {
    const before = scene.takes.length;
    const end = valueAt(scene, token);
    if (scene.takes.length > before) seal(scene, token, TAKEN.value);
    token += 1;
    while (token < tokens.count && (tokens.start[token] ?? 0) < end) token += 1;
  }
}

/** Names, and what comes to light beside them: a label reaches over a name to its value. */
function findByContext(scene: Scene): void {
  const before = scene.takes.length;
  findNames(scene);
  if (scene.takes.length > before) findNumbers(scene);
  if (holdsPhi(scene) && findDays(scene)) findNames(scene);
}

/** Somebody's data is here, or was before an earlier redaction. */
function holdsPhi({ takes, taken }: Scene): boolean {
  return (
    takes.some(({ type }) => type !== 'URL') || taken.includes(TAKEN.value) || taken.includes(TAKEN.name)
  );
}

/** Numbers that nothing took yet. */
function findNumbers(scene: Scene): void {
  for (let token = 0; token < scene.tokens.count; token += 1) {
    if (scene.tokens.kind[token] !== KIND.number || !beginsValue(scene, token)) continue;
    const before = scene.takes.length;
    ask(scene, token, AT_NUMBER);
    if (scene.takes.length > before) seal(scene, token, TAKEN.value);
  }
}

/** What only other findings make a person's. Says whether there was any. */
function findDays(scene: Scene): boolean {
  const { tokens, takes } = scene;
  const before = takes.length;
  for (let token = 0; token < tokens.count; token += 1) {
    if (tokens.kind[token] !== KIND.number || !beginsValue(scene, token)) continue;
    if (dayOfSomebody(scene, token) > 0) seal(scene, token, TAKEN.value);
  }
  return takes.length > before;
}

function valueAt(scene: Scene, token: number): number {
  const { kind, flags } = scene.tokens;
  if (kind[token] === KIND.number) return beginsValue(scene, token) ? ask(scene, token, AT_NUMBER) : 0;
  if (kind[token] === KIND.word) return wordAt(scene, token);
  if (kind[token] !== KIND.mark) return 0;
  const code = flags[token];
  if (code === MARK.at) return email(scene, token);
  if (code === STAR) return maskedSsn(scene, token);
  return (code === MARK.open || code === MARK.plus) && isGlued(scene, token + 1)
    ? ask(scene, token, AT_MARK)
    : 0;
}

function wordAt(scene: Scene, token: number): number {
  if (isGlued(scene, token) && !beginsValue(scene, token)) return 0;
  const value = city(scene, token) || ask(scene, token, wordDetectors(scene, token));
  return value === 0 && isMixed(scene, token) ? ask(scene, token, AT_NUMBER) : value;
}

/** What may begin at a word by its first letter, so that most words ask nobody. */
function wordDetectors(scene: Scene, token: number): readonly Detector[] {
  const { flags } = scene.tokens;
  if (((flags[token] ?? 0) & FLAG.month) !== 0) return AT_MONTH;
  if (isGlued(scene, token + 1)) return AT_WORD;
  const length = lengthOf(scene, token);
  return length <= 3 ? AT_SHORT_WORD : AT_LONG_WORD;
}

/** "R123456", "PM-8841": letters with digits behind them. */
function isMixed(scene: Scene, token: number): boolean {
  const { kind, flags } = scene.tokens;
  if (!isGlued(scene, token + 1)) return false;
  return (
    kind[token + 1] === KIND.number || (flags[token + 1] === MARK.dash && kind[token + 2] === KIND.number)
  );
}

/** Not glued to a letter, a digit, or a mark that makes it part of something longer. */
function beginsValue(scene: Scene, token: number): boolean {
  if (!isGlued(scene, token)) return true;
  const before = scene.tokens.kind[token - 1];
  if (before !== KIND.mark) return before === KIND.sealed || before === KIND.newline;
  const code = scene.tokens.flags[token - 1];
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
