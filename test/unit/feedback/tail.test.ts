import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chanceOf } from '../../../src/feedback/tail.ts';

describe('the chance of a count', () => {
  test.each([
    // 1 - exp(-2) * (1 + 2 + 2), and so on: Poisson.
    [3, { mean: 2, variance: 2 }, 0.323323583816936],
    [10, { mean: 1, variance: 1 }, 1.11425478338722e-7],
    [1, { mean: 0.01, variance: 0.01 }, 0.00995016625083195],
    // Variance 6 with mean 2: size 1, a geometric distribution, (2/3)^n.
    [5, { mean: 2, variance: 6 }, (2 / 3) ** 5],
    [60, { mean: 2, variance: 6 }, (2 / 3) ** 60],
    [1, { mean: 3, variance: 12 }, 0.75],
  ])('of %i or more with %j is %d', (count, expectation, chance) => {
    expect(chanceOf(count, expectation) / chance).toBeCloseTo(1, 9);
  });

  test('is 1 for none or more, and 0 where nothing is expected', () => {
    expect(chanceOf(0, { mean: 5, variance: 9 })).toBe(1);
    expect(chanceOf(1, { mean: 0, variance: 0 })).toBe(0);
  });

  const expectations = fc
    .tuple(fc.double({ min: 0.001, max: 2_000, noNaN: true }), fc.double({ min: 0.5, max: 50, noNaN: true }))
    .map(([mean, scatter]) => ({ mean, variance: mean * scatter }));

  test('is between 0 and 1, and falls as the count rises', () => {
    fc.assert(
      fc.property(expectations, fc.nat(500), (expectation, count) => {
        const [here, next] = [chanceOf(count, expectation), chanceOf(count + 1, expectation)];
        expect(here).toBeGreaterThanOrEqual(next - 1e-9);
        expect(here).toBeLessThanOrEqual(1);
        expect(next).toBeGreaterThanOrEqual(0);
      }),
      { seed: 7, numRuns: 200, endOnFailure: true },
    );
  });

  test('of a count far above the mean rises with the variance', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 50, noNaN: true }),
        fc.integer({ min: 1, max: 10 }),
        (mean, scatter) => {
          const count = Math.ceil(mean + 12 * Math.sqrt(mean) + 5);
          expect(chanceOf(count, { mean, variance: mean * (scatter + 1) })).toBeGreaterThan(
            chanceOf(count, { mean, variance: mean * scatter }),
          );
        },
      ),
      { seed: 7, numRuns: 200, endOnFailure: true },
    );
  });

  test('adds up to the mean', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 30, noNaN: true }),
        fc.double({ min: 0.5, max: 8, noNaN: true }),
        (mean, scatter) => {
          const tails = Array.from({ length: 3_000 }, (_, index) =>
            chanceOf(index + 1, { mean, variance: mean * scatter }),
          );
          expect(tails.reduce((total, tail) => total + tail, 0) / mean).toBeCloseTo(1, 6);
        },
      ),
      { seed: 7, numRuns: 20, endOnFailure: true },
    );
  });
});
