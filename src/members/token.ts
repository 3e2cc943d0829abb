import { MemberToken } from '../shared/ids.ts';

/**
 * Letters and digits without look-alikes: no 0 and O, no 1, I and L, no U beside V, no S beside 5. There are 29 of
 * them, a prime number: that is what lets one check character find every mistake below.
 */
const ALPHABET = '23456789ABCDEFGHJKMNPQRTVWXYZ';
const SIZE = ALPHABET.length;
const LENGTH = 6;
/** Not zero, so that 222222, where every value is zero, is no token. */
const SUM = 25;

/**
 * A token made of chance alone: nothing of the member is in it. `random` gives whole numbers below the given one.
 *
 * The sum of each character's value, times its place from 1 to 6, leaves the same remainder for every token. One wrong
 * character, or any two that changed places, leave another one.
 */
export function drawToken(random: (below: number) => number): MemberToken {
  const values = Array.from({ length: LENGTH - 1 }, () => random(SIZE));
  const check = lastValueFor(values);
  return MemberToken.parse(`M-${[...values, check].map((value) => ALPHABET[value]).join('')}`);
}

/** As somebody typed it: in any case, with spaces around, with or without `M-`. Undefined when it can't be a token. */
export function readToken(typed: string): MemberToken | undefined {
  const text = typed
    .trim()
    .toUpperCase()
    .replace(/^M-?(?=.{6}$)/, '');
  const values = Array.from(text, (character) => ALPHABET.indexOf(character));
  const isWhole = values.length === LENGTH && !values.includes(-1) && sumOf(values) === SUM;
  return isWhole ? MemberToken.parse(`M-${text}`) : undefined;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value, index) => sum + value * (index + 1), 0) % SIZE;
}

/** The value that makes the sum right: one and only one does, because the size is prime. */
function lastValueFor(values: readonly number[]): number {
  return Array.from({ length: SIZE }, (_, value) => value).findIndex(
    (value) => sumOf([...values, value]) === SUM,
  );
}
