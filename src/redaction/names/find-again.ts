import { FLAG } from '../lexicon/flags.ts';
import { endOf, isGlued, isWord, lengthOf, type Scene, seal, startOf, TAKEN, take } from '../scene.ts';
import { hashAt } from '../words.ts';

const SHORTEST = 4;
const PLAIN = FLAG.word | FLAG.grammar | FLAG.safe | FLAG.dual | FLAG.month;

/** Takes the parts of names that the same text names elsewhere: "pt ottavia rossi … and ottavia says". True when there were any. */
export function findAgain(scene: Scene): boolean {
  const named = hashesOfNames(scene);
  if (named.length === 0) return false;
  const before = scene.takes.length;
  const sieve = named.reduce((bits, hash) => bits | (1 << (hash & 31)), 0);
  const { tokens } = scene;
  for (let token = 0; token < tokens.count; token += 1) {
    const hash = tokens.hash[token] ?? 0;
    if ((sieve & (1 << (hash & 31))) === 0 || !isWord(scene, token)) continue;
    if (((tokens.flags[token] ?? 0) & PLAIN) !== 0 || !named.includes(hash) || isGlued(scene, token))
      continue;
    take(scene, 'name.again', startOf(scene, withGivenName(scene, token, named)), endOf(scene, token));
    seal(scene, token, TAKEN.name);
  }
  return scene.takes.length > before;
}

/** "will okafor … and will okafor": a word beside a name that is named again was part of that name, and is again. */
function withGivenName(scene: Scene, token: number, named: readonly number[]): number {
  const before = token - 1;
  const isNamed = isWord(scene, before) && !isGlued(scene, token) && named.includes(hashAt(scene, before));
  return isNamed && !isGlued(scene, before) ? before : token;
}

/** Bounded, so that a text of nothing but names is read in linear time. */
const MOST = 24;

function hashesOfNames(scene: Scene): number[] {
  const { tokens, taken } = scene;
  const hashes: number[] = [];
  for (let token = 0; token < tokens.count && hashes.length < MOST; token += 1) {
    if (taken[token] !== TAKEN.name || lengthOf(scene, token) < SHORTEST) continue;
    const hash = tokens.hash[token] ?? 0;
    if (hash !== 0 && !hashes.includes(hash)) hashes.push(hash);
  }
  return hashes;
}
