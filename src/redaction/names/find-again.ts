import { FLAG } from '../lexicon/flags.ts';
import { endOf, isGlued, isWord, lengthOf, type Scene, seal, startOf, TAKEN, take } from '../scene.ts';

const SHORTEST = 4;
const PLAIN = FLAG.word | FLAG.grammar | FLAG.safe | FLAG.dual | FLAG.month;

/** Takes the parts of names that the same text names elsewhere: "pt ottavia rossi … and ottavia says". */
export function findAgain(scene: Scene): void {
  const named = hashesOfNames(scene);
  if (named.length === 0) return;
  const sieve = named.reduce((bits, hash) => bits | (1 << (hash & 31)), 0);
  const { tokens } = scene;
  for (let token = 0; token < tokens.count; token += 1) {
    const hash = tokens.hash[token] ?? 0;
    if ((sieve & (1 << (hash & 31))) === 0 || !isWord(scene, token)) continue;
    if (((tokens.flags[token] ?? 0) & PLAIN) !== 0 || !named.includes(hash) || isGlued(scene, token))
      continue;
    take(scene, 'name.again', startOf(scene, token), endOf(scene, token));
    seal(scene, token, TAKEN.name);
  }
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
