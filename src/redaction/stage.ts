import type { RedactionContext } from './context.ts';
import { askedFor } from './known.ts';
import { LABEL_SEAL, NAME_SEAL, SEAL } from './letters.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { markAllowed } from './names/colleagues.ts';
import type { OwnIds } from './own-ids.ts';
import type { Policy } from './policy.ts';
import { type Scene, TAKEN } from './scene.ts';
import { KIND, SHAPE, type Tokens } from './tokens.ts';

/** What doesn't change from text to text. */
export type Setting = {
  readonly lists: Lexicon;
  readonly policy: Policy;
  readonly ownIds: OwnIds;
  readonly safe: ReadonlySet<number>;
};

/** Sets the scene for the detectors: a text, its tokens, and what is known before reading. */
export function stage(text: string, tokens: Tokens, setting: Setting, context: RedactionContext): Scene {
  const { lists } = setting;
  const { allowedNames = [], replyTo } = context;
  const scene: Scene = {
    text,
    tokens,
    lexicon: lists,
    policy: setting.policy,
    ownIds: setting.ownIds,
    safe: setting.safe,
    askedFor: replyTo === undefined ? 0 : askedFor(replyTo, lists),
    allowed: undefined,
    shouted: shoutedLines(tokens),
    taken: takenBefore(text, tokens),
    takes: [],
  };
  return allowedNames.length === 0 ? scene : { ...scene, allowed: markAllowed(scene, allowedNames) };
}

/** Labels of an earlier redaction. */
function takenBefore(text: string, { count, kind, start, taken }: Tokens): Uint8Array {
  if (!text.includes(LABEL_SEAL) && !text.includes(NAME_SEAL)) return taken;
  for (let token = 0; token < count; token += 1) {
    if (kind[token] !== KIND.sealed) continue;
    const sign = text.charAt(start[token] ?? 0);
    if (sign !== SEAL) taken[token] = sign === NAME_SEAL ? TAKEN.name : TAKEN.value;
  }
  return taken;
}

let zeros = new Uint8Array(1_024);

/** Nobody writes into it, so that quiet texts share it. */
function nothing(count: number): Uint8Array {
  if (zeros.length < count) zeros = new Uint8Array(count);
  return zeros;
}

/** Marks the lines in which at least four words are in capitals, and nearly no others. */
function shoutedLines(tokens: Tokens): Uint8Array {
  const { count, kind, shape } = tokens;
  if (tokens.shouts < FEWEST) return nothing(count);
  if (tokens.newlines === 0)
    return isShouted(tokens.words, tokens.shouts) ? new Uint8Array(count).fill(1) : nothing(count);
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
    if (isShouted(words, capitals)) shouted.fill(1, from, token);
    from = token + 1;
    words = 0;
    capitals = 0;
  }
  return shouted;
}

const FEWEST = 4;

function isShouted(words: number, capitals: number): boolean {
  return words >= FEWEST && capitals / words > 0.8;
}

/** Letters with digits right beside them. */
function isPartOfId({ count, kind, start, end }: Tokens, token: number): boolean {
  const isBefore = token > 0 && kind[token - 1] === KIND.number && start[token] === end[token - 1];
  const isBehind = token + 1 < count && kind[token + 1] === KIND.number && start[token + 1] === end[token];
  return isBefore || isBehind;
}
