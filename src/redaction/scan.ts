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
import { lexicon } from './lexicon/lexicon.ts';
import { findNames } from './names/find-names.ts';
import { normalise } from './normalise.ts';
import { withoutOverlaps } from './overlap.ts';
import type { Policy } from './policy.ts';
import { type Detector, isGlued, MARK, type Scene } from './scene.ts';
import { createLexer, KIND, LABEL_SEAL, SHAPE, type Tokens } from './tokens.ts';

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
const AT_WORD: readonly Detector[] = [monthFirst, poBox, url, domain, maskedSsn, plate];
const STAR = 42;
const AT_MARK: readonly Detector[] = [phone];

export type Scan = (text: string, context?: RedactionContext) => Finding[];

/** Finds PHI in a text: offsets on the text as it was typed, in order, without overlaps. Time is linear in length. */
export function createScan(policy: Policy): Scan {
  const lex = createLexer();
  const own = { ...policy, memberIds: policy.memberIds.map((id) => new RegExp(`^(?:${id.source})$`, 'i')) };
  const safe = new Set(policy.safeWords.map(hashWord));
  return (text, context = {}) => {
    const plain = normalise(text);
    const lists = lexicon();
    const scene = stage(plain.text, lex(plain.text, lists.words), { policy: own, safe, context });
    findValues(scene);
    if (context.known) findKnown(scene, termsOf(context.known, lists));
    markTaken(scene);
    findNames(scene);
    if (holdsPhi(scene)) findDays(scene);
    return withoutOverlaps(scene.takes)
      .filter(({ type }) => !policy.kept.includes(type))
      .map(({ start, end, type, rule, score }) => ({
        start: plain.startOf(start),
        end: plain.endOf(end),
        type,
        rule,
        score,
      }));
  };
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
    isShouted: isShouted(tokens),
    taken: new Uint8Array(tokens.count),
    takes: [],
  };
  return allowedNames.length === 0 ? scene : { ...scene, allowed: markAllowed(scene, allowedNames) };
}

function isShouted({ count, kind, shape }: Tokens): boolean {
  let words = 0;
  let shouted = 0;
  for (let token = 0; token < count; token += 1) {
    if (kind[token] !== KIND.word) continue;
    words += 1;
    if (shape[token] === SHAPE.upper || shape[token] === SHAPE.mixed) shouted += 1;
  }
  return words >= 4 && shouted / words > 0.8;
}

/** Asks the detectors at each token; whatever one takes, the next token asked is behind it. */
function findValues(scene: Scene): void {
  const { tokens } = scene;
  for (let token = 0; token < tokens.count; ) {
    const end = valueAt(scene, token);
    token += 1;
    while (token < tokens.count && (tokens.start[token] ?? 0) < end) token += 1;
  }
}

/** Somebody's data is here, or was before an earlier redaction. */
function holdsPhi({ takes, text }: Scene): boolean {
  return takes.some(({ type }) => type !== 'URL') || text.includes(LABEL_SEAL);
}

/** What only other findings make a person's. */
function findDays(scene: Scene): void {
  const { tokens, taken } = scene;
  for (let token = 0; token < tokens.count; token += 1) {
    if (tokens.kind[token] === KIND.number && taken[token] === 0 && beginsValue(scene, token))
      dayOfSomebody(scene, token);
  }
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
  const { kind } = scene.tokens;
  const place = city(scene, token);
  if (place > 0) return place;
  const value = ask(scene, token, AT_WORD);
  if (value > 0 || !beginsValue(scene, token) || !isGlued(scene, token + 1)) return value;
  const isMixed =
    kind[token + 1] === KIND.number ||
    (scene.tokens.flags[token + 1] === MARK.dash && kind[token + 2] === KIND.number);
  return isMixed ? ask(scene, token, AT_NUMBER) : 0;
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

function markTaken({ tokens, taken, takes }: Scene): void {
  for (const { start, end } of takes) {
    let token = firstFrom(tokens, start);
    for (; token < tokens.count && (tokens.start[token] ?? 0) < end; token += 1) taken[token] = 1;
  }
}

/** The first token that begins at or after an offset. */
function firstFrom({ count, start }: Tokens, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((start[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
