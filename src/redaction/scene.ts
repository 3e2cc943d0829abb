import type { FindingType } from './finding.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import type { OwnIds } from './own-ids.ts';
import type { Policy } from './policy.ts';
import { RULES, type RuleId } from './rules.ts';
import { KIND, type Tokens } from './tokens.ts';

/** A place in the normalised text that a detector took. */
export type Take = {
  readonly start: number;
  readonly end: number;
  readonly rule: RuleId;
  readonly type: FindingType;
  readonly score: number;
};

/** What every detector looks at: one normalised text, its tokens, and what is known about it. */
export type Scene = {
  readonly text: string;
  readonly tokens: Tokens;
  readonly lexicon: Lexicon;
  readonly policy: Policy;
  readonly ownIds: OwnIds;
  /** Hashes of the policy's own safe words. */
  readonly safe: ReadonlySet<number>;
  /** Cues of the message this one answers, for a value that stands at the very beginning. */
  readonly askedFor: number;
  /** Tokens of colleagues' names: 1 where one is. */
  readonly allowed: Uint8Array | undefined;
  /** Tokens of lines that are nearly all capitals, where capitals say nothing: 1 where one is. */
  readonly shouted: Uint8Array;
  /** What tokens are part of: nothing, a value that was taken, or a name. Labels of an earlier redaction count too. */
  readonly taken: Uint8Array;
  readonly takes: Take[];
};

/** A detector is asked at a token and says where what it took ends, as an offset, or 0. */
export type Detector = (scene: Scene, token: number) => number;

export function take(scene: Scene, rule: RuleId, start: number, end: number): number {
  const { type, score } = RULES[rule];
  scene.takes.push({ start, end, rule, type, score });
  return end;
}

export function takeAs(
  scene: Scene,
  rule: RuleId,
  type: FindingType,
  span: { start: number; end: number },
): number {
  scene.takes.push({ ...span, rule, type, score: RULES[rule].score });
  return span.end;
}

export const TAKEN = { no: 0, value: 1, name: 2 } as const;

/**
 * Seals the tokens of what was taken, from `token` on and before it as far as the take reaches: from now on they are
 * what a label would be, so that reading a redacted text again finds nothing new.
 */
export function seal({ tokens, taken, takes }: Scene, token: number, as: number): void {
  const last = takes.at(-1);
  if (!last) return;
  let at = token;
  while (at > 0 && (tokens.end[at - 1] ?? 0) > last.start) at -= 1;
  for (; at < tokens.count && (tokens.start[at] ?? 0) < last.end; at += 1) {
    tokens.kind[at] = KIND.sealed;
    tokens.mark[at] = 0;
    tokens.flags[at] = 0;
    tokens.cues[at] = 0;
    taken[at] = as;
  }
}

/** Somebody's data is here, or was before an earlier redaction. */
export function holdsPhi({ tokens, takes, taken }: Scene): boolean {
  for (const { type } of takes) if (type !== 'URL') return true;
  for (let token = 0; token < tokens.count; token += 1) if (taken[token] !== TAKEN.no) return true;
  return false;
}

// Reading a column before its beginning is slow from then on, wherever it is read: none of these does.

export function startOf({ tokens }: Scene, token: number): number {
  return token < 0 ? 0 : (tokens.start[token] ?? 0);
}

export function endOf({ tokens }: Scene, token: number): number {
  return token < 0 ? 0 : (tokens.end[token] ?? 0);
}

export function lengthOf({ tokens }: Scene, token: number): number {
  return token < 0 ? 0 : (tokens.end[token] ?? 0) - (tokens.start[token] ?? 0);
}

/** Behind the last token the columns hold nothing, so that only the beginning is checked. */
export function isWord({ tokens }: Scene, token: number): boolean {
  return token >= 0 && tokens.kind[token] === KIND.word;
}

export function isNumber({ tokens }: Scene, token: number): boolean {
  return token >= 0 && tokens.kind[token] === KIND.number;
}

/** Is this token the mark with that character code? */
export function isMark({ tokens }: Scene, token: number, code: number): boolean {
  return token >= 0 && tokens.mark[token] === code;
}

/** Is it part of what was taken, or of an earlier redaction's label? */
export function isSealed({ tokens }: Scene, token: number): boolean {
  return token >= 0 && tokens.kind[token] === KIND.sealed;
}

/** Does the line, or the text, end before this token? */
export function endsLine({ tokens }: Scene, token: number): boolean {
  return token >= tokens.count || tokens.kind[token] === KIND.newline;
}

/** Does this token stand right after the one before it, without a blank? */
export function isGlued({ tokens }: Scene, token: number): boolean {
  return token >= 0 && tokens.glued[token] === 1;
}

export function flagsOf({ tokens }: Scene, token: number): number {
  return token < 0 ? 0 : (tokens.flags[token] ?? 0);
}

export function cuesOf({ tokens }: Scene, token: number): number {
  return token < 0 ? 0 : (tokens.cues[token] ?? 0);
}

/** The first token that begins at or after an offset. Searched from `from` on. */
export function tokenAt({ tokens }: Scene, offset: number, from: number): number {
  let token = from;
  while (token < tokens.count && (tokens.start[token] ?? 0) < offset) token += 1;
  return token;
}

export const MARK = {
  apostrophe: 39,
  open: 40,
  close: 41,
  plus: 43,
  comma: 44,
  dash: 45,
  dot: 46,
  slash: 47,
  colon: 58,
  semicolon: 59,
  equals: 61,
  at: 64,
  hash: 35,
  bar: 124,
  underscore: 95,
  question: 63,
  exclamation: 33,
} as const;
