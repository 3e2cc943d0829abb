import type { RedactionContext } from './context.ts';
import type { FindingType } from './finding.ts';
import { CUE, FLAG } from './lexicon/flags.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { endOf, flagsOf, type Scene, startOf, takeAs } from './scene.ts';
import { createLexer, KIND, SHAPE, type Tokens } from './tokens.ts';

/** Terms of a message's surroundings, cut into tokens so that case, accents and possessives don't matter. */
export type Terms = readonly {
  readonly keys: readonly string[];
  /** The keys without what stands between them. */
  readonly whole: string;
  readonly type: FindingType;
}[];

const lex = createLexer();

export function termsOf(known: NonNullable<RedactionContext['known']>, { words }: Lexicon): Terms {
  return known
    .flatMap(({ text, type }) => [
      { text, type },
      ...(type === 'NAME' ? partsOf(text).map((part) => ({ text: part, type })) : []),
    ])
    .map(({ text, type }) => {
      const keys = keysOf(text.normalize('NFKC'), words);
      return { keys, whole: keys.join(''), type };
    })
    .filter(({ whole }) => whole.length >= 3);
}

/** "Maria Lopez" is known as "Maria" and as "Lopez" too. */
function partsOf(name: string): string[] {
  return name.split(/[\s,]+/).filter((part) => part.length >= 3);
}

function keysOf(text: string, words: Lexicon['words']): string[] {
  const tokens = lex(text, words);
  const keys: string[] = [];
  for (let at = 0; at < tokens.count; at += 1) {
    if (isKey(tokens, at)) keys.push(text.slice(tokens.start[at], tokens.end[at]).toLowerCase());
  }
  return keys;
}

function isKey(tokens: Tokens, at: number): boolean {
  return tokens.kind[at] === KIND.word || tokens.kind[at] === KIND.number;
}

/** Takes every mention of what the form or the thread already told. */
export function findKnown(scene: Scene, terms: Terms): void {
  if (terms.length === 0) return;
  const byFirst = Map.groupBy(terms, ({ keys }) => keys[0] ?? '');
  const numbers = terms.filter(({ type }) => type !== 'NAME');
  for (let token = 0; token < scene.tokens.count; token += 1) {
    if (!isKey(scene.tokens, token)) continue;
    const key = keyAt(scene, token);
    for (const { keys, type } of byFirst.get(key) ?? []) {
      const last = isOnlyAWord(scene, token, keys, type) ? -1 : lastOfTerm(scene, token, keys);
      if (last >= 0)
        takeAs(scene, 'known.term', type, { start: startOf(scene, token), end: endOf(scene, last) });
    }
    for (const { whole, type } of numbers) {
      const last = whole.startsWith(key) ? lastOfSplit(scene, token, whole) : -1;
      if (last >= 0)
        takeAs(scene, 'known.term', type, { start: startOf(scene, token), end: endOf(scene, last) });
    }
  }
}

/** "will the plan pay" doesn't speak of Will. */
function isOnlyAWord(scene: Scene, token: number, keys: readonly string[], type: FindingType): boolean {
  const isPlain =
    (flagsOf(scene, token) & (FLAG.word | FLAG.grammar | FLAG.safe | FLAG.dual | FLAG.month)) !== 0;
  return type === 'NAME' && keys.length === 1 && isPlain && scene.tokens.shape[token] === SHAPE.lower;
}

function keyAt(scene: Scene, token: number): string {
  return scene.text.slice(startOf(scene, token), endOf(scene, token)).toLowerCase();
}

/** The term's tokens in a row, marks between them or not; -1 if they aren't there. */
function lastOfTerm(scene: Scene, token: number, keys: readonly string[]): number {
  let at = token;
  for (const key of keys.slice(1)) {
    at += 1;
    while (at <= token + keys.length * 3 && at < scene.tokens.count && !isKey(scene.tokens, at)) at += 1;
    if (at >= scene.tokens.count || keyAt(scene, at) !== key) return -1;
  }
  return keyAt(scene, token) === keys[0] ? at : -1;
}

/** "R 123-456" for R123456: the term's characters in a row, split anywhere by spaces or dashes; -1 if they aren't there. */
function lastOfSplit(scene: Scene, token: number, whole: string): number {
  let joined = '';
  let end = startOf(scene, token);
  for (let at = token; at < scene.tokens.count; at += 1) {
    if (!isKey(scene.tokens, at)) continue;
    if (!SPLIT.test(scene.text.slice(end, startOf(scene, at)))) return -1;
    joined += keyAt(scene, at);
    end = endOf(scene, at);
    if (joined === whole) return at;
    if (!whole.startsWith(joined)) return -1;
  }
  return -1;
}

const SPLIT = /^[\s\p{Dash}]{0,3}$/u;

const LABELS =
  CUE.member |
  CUE.ssn |
  CUE.lastDigits |
  CUE.phone |
  CUE.fax |
  CUE.mrn |
  CUE.account |
  CUE.license |
  CUE.device |
  CUE.vehicle |
  CUE.birth |
  CUE.event |
  CUE.zip |
  CUE.age |
  CUE.plate |
  CUE.other;

/** What a message asks for: "dob?" makes the reply's first value a birthday. */
export function askedFor(replyTo: string, { words }: Lexicon): number {
  const tokens = lex(replyTo.slice(-2_000), words);
  for (let at = tokens.count - 1; at >= 0 && tokens.count - at < 12; at -= 1) {
    const cues =
      tokens.kind[at] === KIND.word && (tokens.end[at] ?? 0) - (tokens.start[at] ?? 0) > 1
        ? (tokens.cues[at] ?? 0)
        : 0;
    if ((cues & LABELS) !== 0) return cues;
  }
  return 0;
}
