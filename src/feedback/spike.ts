import { z } from 'zod';
import { chanceOf, type Expectation } from './tail.ts';

/** One time that a page was called out. */
export const SpikeId = z.uuid().brand<'SpikeId'>();
export type SpikeId = z.infer<typeof SpikeId>;

export const WEEK_HOURS = 168;
/** What a page is compared with: the four weeks before the hour that is looked at. */
export const HISTORY_HOURS = 4 * WEEK_HOURS;

/** Every so many minutes each page is looked at. */
export const LOOKS_EVERY_MINUTES = 5;

/** Fewer bad ratings than this in an hour are never called a spike: on a quiet page two are improbable already. */
export const FEWEST_BAD = 5;

/** Less improbable than this, and a spike is over. */
const CALM = 0.05;

/** How many bad ratings a page had in each hour, the latest first. `hours` of them it has been there. */
export type PageHistory = { readonly counts: readonly number[]; readonly hours: number };

/** What an hour of a page with no past is like: the average page. */
export type Surroundings = {
  /** Bad ratings an hour on the average page. */
  readonly averagePerHour: number;
  /** Pages that are looked at. The more there are, the more chances for a false alarm. */
  readonly pages: number;
};

export type Verdict = {
  readonly expected: number;
  /** Of so many bad ratings, or more, in an hour like this one. */
  readonly chance: number;
  readonly isSpike: boolean;
  readonly isCalm: boolean;
};

/** Whether so many bad ratings in the last hour are improbable on this page. docs/feedback-product.md has the reasons. */
export function judgeHour(bad: number, history: PageHistory, surroundings: Surroundings): Verdict {
  const expectation = expectationOf(history, surroundings);
  const chance = chanceOf(bad, expectation);
  return {
    expected: expectation.mean,
    chance,
    isSpike: bad >= FEWEST_BAD && chance < falseAlarmChance(surroundings),
    isCalm: chance >= CALM,
  };
}

/** By chance alone, one false alarm in four weeks over all pages and all looks at them. */
function falseAlarmChance({ pages }: Surroundings): number {
  const looks = (HISTORY_HOURS * 60) / LOOKS_EVERY_MINUTES;
  return 1 / (looks * Math.max(1, pages));
}

/**
 * The next hour, after those like it: the same hour of the week and the ones beside it, over four weeks. The average
 * page counts as one bad rating seen before (a gamma prior), so a page with little past is judged mildly. With hours
 * that scatter as Poisson does this is the gamma-Poisson predictive distribution; `scatter` widens it where they don't.
 */
function expectationOf(history: PageHistory, { averagePerHour }: Surroundings): Expectation {
  const alike = likeHours(history);
  const before = 1 / Math.max(averagePerHour, 1 / HISTORY_HOURS);
  const hours = before + alike.length;
  const mean = (1 + sum(alike)) / hours;
  return { mean, variance: mean * scatterOf(history) * (1 + 1 / hours) };
}

/** Hour 0 is the one before the hour that is looked at, so that hour a week ago is number 167. */
function likeHours({ counts, hours }: PageHistory): readonly number[] {
  return [1, 2, 3, 4].flatMap((week) =>
    [-1, 0, 1].flatMap((beside) => {
      const hour = week * WEEK_HOURS - 1 + beside;
      return hour < Math.min(hours, HISTORY_HOURS) ? [counts[hour] ?? 0] : [];
    }),
  );
}

/** So much is known beforehand: hours scatter as Poisson does. */
const PRIOR_FREEDOM = 20;

/**
 * How much more hours of the same hour of the week differ than Poisson's would: Pearson's statistic over its degrees of
 * freedom, pooled over the week. Never below 1.
 */
function scatterOf({ counts, hours }: PageHistory): number {
  let statistic = PRIOR_FREEDOM;
  let freedom = PRIOR_FREEDOM;
  for (let slot = 0; slot < WEEK_HOURS; slot += 1) {
    const seen: number[] = [];
    for (let hour = slot; hour < Math.min(hours, HISTORY_HOURS); hour += WEEK_HOURS) {
      seen.push(counts[hour] ?? 0);
    }
    const mean = sum(seen) / seen.length;
    if (seen.length < 2 || mean === 0) continue;
    statistic += sum(seen.map((count) => (count - mean) ** 2)) / mean;
    freedom += seen.length - 1;
  }
  return Math.max(1, statistic / freedom);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
