/** How a count is expected to fall. */
export type Expectation = { readonly mean: number; readonly variance: number };

/** A sum stops growing for our purposes when what is added is this small a part of it. */
const NEGLIGIBLE = 1e-12;
/** Numbers as small as this no longer shrink when they are multiplied. */
const NEXT_TO_NOTHING = 1e-300;
/** Nearer to Poisson's than this, logarithms as large as these would differ by their rounding alone. */
const AS_POISSON = 1e-6;

/**
 * The chance of `count` or more: the upper tail of the negative binomial distribution with this mean and variance, or
 * of the Poisson distribution where the variance is no larger than the mean. Summed from `count` upwards, so that a
 * chance of one in a billion is as exact as one of a half.
 */
export function chanceOf(count: number, { mean, variance }: Expectation): number {
  if (count <= 0) return 1;
  if (mean <= 0) return 0;
  const excess = variance - mean;
  const isWide = excess > mean * AS_POISSON;
  const ratio = isWide ? excess / variance : 0;
  const size = isWide ? (mean * mean) / excess : Number.POSITIVE_INFINITY;
  let term = Math.exp(logOfChance(count, { mean, ratio, size }));
  let sum = 0;
  for (let at = count; ; at += 1) {
    sum += term;
    term *= nextOver(at, { mean, ratio, size });
    if (at >= mean && (term <= sum * NEGLIGIBLE || term < NEXT_TO_NOTHING)) return Math.min(1, sum);
  }
}

type Shape = { readonly mean: number; readonly ratio: number; readonly size: number };

/** How likely `at + 1` is, compared with `at`. */
function nextOver(at: number, { mean, ratio, size }: Shape): number {
  return Number.isFinite(size) ? ((at + size) / (at + 1)) * ratio : mean / (at + 1);
}

function logOfChance(count: number, { mean, ratio, size }: Shape): number {
  if (!Number.isFinite(size)) return count * Math.log(mean) - mean - logFactorial(count);
  return (
    logGamma(count + size) -
    logGamma(size) -
    logFactorial(count) +
    size * Math.log1p(-ratio) +
    count * Math.log(ratio)
  );
}

function logFactorial(count: number): number {
  return logGamma(count + 1);
}

/** Below this, the series of Stirling is not exact enough. */
const STIRLING_FROM = 12;

/** ln Γ(x) for x > 0, by Stirling's series. */
function logGamma(x: number): number {
  let shift = 0;
  let at = x;
  while (at < STIRLING_FROM) {
    shift += Math.log(at);
    at += 1;
  }
  const inverse = 1 / (at * at);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / at;
  return (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2 + series - shift;
}
