import { hashStep, hashWord } from '../fold.ts';
import { isMark, isWord, lengthOf, MARK, type Scene } from '../scene.ts';
import { hashAt } from '../words.ts';

/** Hashes of two words that stand beside each other in a colleague's name, in either order. */
type Pairs = ReadonlySet<number>;

/** Thousands of names are read once, for as long as the same list is handed in. */
const read = new WeakMap<readonly string[], Pairs>();

function pairsOf(names: readonly string[]): Pairs {
  const known = read.get(names);
  if (known) return known;
  const pairs = new Set<number>();
  for (const name of names) {
    const words = name.split(/[^\p{L}\p{M}'’]+/u).filter((word) => word.length > 1);
    for (const [at, word] of words.entries()) {
      const next = words[at + 1];
      if (next === undefined) continue;
      pairs.add(pair(hashOf(word), hashOf(next)));
      pairs.add(pair(hashOf(next), hashOf(word)));
    }
  }
  read.set(names, pairs);
  return pairs;
}

function hashOf(word: string): number {
  return hashWord(word.replaceAll('’', "'"));
}

function pair(one: number, other: number): number {
  return hashStep(one, other);
}

/**
 * Marks the words of colleagues' names, as Slack shows them: "Maria Cho" and "Cho, Maria", and "maria" where the same
 * text has her whole name. A given name by itself may be a member's.
 */
export function markAllowed(scene: Scene, names: readonly string[]): Uint8Array {
  const pairs = pairsOf(names);
  const allowed = new Uint8Array(scene.tokens.count);
  const named = new Set<number>();
  for (let token = 0; token < allowed.length; token += 1) {
    if (!isNameWord(scene, token)) continue;
    const next = nextWord(scene, token);
    if (!isNameWord(scene, next) || !pairs.has(pair(hashAt(scene, token), hashAt(scene, next)))) continue;
    for (const at of [token, next]) {
      allowed[at] = 1;
      named.add(hashAt(scene, at));
    }
  }
  if (named.size === 0) return allowed;
  for (let token = 0; token < allowed.length; token += 1)
    if (named.has(hashAt(scene, token))) allowed[token] = 1;
  return allowed;
}

function isNameWord(scene: Scene, token: number): boolean {
  return isWord(scene, token) && lengthOf(scene, token) > 1;
}

/** The word behind this one, over a comma, a hyphen or an initial: "Cho, Maria", "Anne-Marie", "Maria L. Cho". */
function nextWord(scene: Scene, token: number): number {
  let next = token + 1;
  if (isMark(scene, next, MARK.comma) || isMark(scene, next, MARK.dash)) next += 1;
  if (isWord(scene, next) && lengthOf(scene, next) === 1) next += isMark(scene, next + 1, MARK.dot) ? 2 : 1;
  return next;
}
