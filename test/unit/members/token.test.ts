import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drawToken, readToken } from '../../../src/members/token.ts';

const ALPHABET = '23456789ABCDEFGHJKMNPQRTVWXYZ'.split('');
const anyToken = fc
  .array(fc.nat({ max: 28 }), { minLength: 5, maxLength: 5 })
  .map((values) => drawToken(() => values.shift() ?? 0));

describe('a member token', () => {
  test('is six characters without look-alikes', () => {
    fc.assert(
      fc.property(anyToken, (token) => {
        expect(token).toMatch(/^M-[2-9A-HJKMNPQRTVWXYZ]{6}$/);
      }),
    );
  });

  test('is read back as it is, however it was typed', () => {
    fc.assert(
      fc.property(anyToken, (token) => {
        const bare = token.slice(2);
        for (const typed of [
          token,
          token.toLowerCase(),
          `  ${token} `,
          bare,
          bare.toLowerCase(),
          `M${bare}`,
        ]) {
          expect(readToken(typed)).toBe(token);
        }
      }),
    );
  });

  test('with one wrong character is no token', () => {
    fc.assert(
      fc.property(anyToken, fc.nat({ max: 5 }), fc.constantFrom(...ALPHABET), (token, place, character) => {
        const characters = token.slice(2).split('');
        fc.pre(characters[place] !== character);

        expect(readToken(`M-${characters.with(place, character).join('')}`)).toBeUndefined();
      }),
      { numRuns: 2_000 },
    );
  });

  test('with any two characters that changed places is no token', () => {
    fc.assert(
      fc.property(anyToken, fc.nat({ max: 5 }), fc.nat({ max: 5 }), (token, one, other) => {
        const characters = token.slice(2).split('');
        const [first = '', second = ''] = [characters[one], characters[other]];
        fc.pre(first !== second);

        expect(readToken(`M-${characters.with(one, second).with(other, first).join('')}`)).toBeUndefined();
      }),
      { numRuns: 2_000 },
    );
  });

  test.each(['', 'M-', 'M-222222', 'M-7F3K2', 'M-7F3K2QQ', 'M-7F3K0Q', 'R111111', 'X-7F3K2Q', '7F3 K2Q'])(
    '%j is no token',
    (typed) => {
      expect(readToken(typed)).toBeUndefined();
    },
  );

  test('M-7F3K2Q is one', () => {
    expect(readToken('m-7f3k2q')).toBe('M-7F3K2Q');
  });

  test('has a check character for every beginning', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 28 }), { minLength: 5, maxLength: 5 }), (values) => {
        const beginning = values.map((value) => ALPHABET[value]).join('');
        const whole = ALPHABET.filter((check) => readToken(`${beginning}${check}`) !== undefined);

        expect(whole).toHaveLength(1);
      }),
    );
  });
});
