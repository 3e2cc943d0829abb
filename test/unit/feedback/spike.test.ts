import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  FEWEST_BAD,
  HISTORY_HOURS,
  judgeHour,
  LOOKS_EVERY_MINUTES,
  WEEK_HOURS,
} from '../../../src/feedback/spike.ts';
import { poisson, randomBy } from '../../support/random.ts';

const surroundings = { averagePerHour: 0.5, pages: 20 };
const steady = (each: number, hours = HISTORY_HOURS) => ({
  counts: Array.from({ length: HISTORY_HOURS }, (_, hour) => (hour < hours ? each : 0)),
  hours,
});

describe('a spike of bad ratings', () => {
  test('is what is improbable on the page, not a number: twelve are one here and none there', () => {
    expect(judgeHour(12, steady(0), surroundings).isSpike).toBe(true);
    expect(judgeHour(12, steady(1), surroundings).isSpike).toBe(true);
    expect(judgeHour(12, steady(8), surroundings).isSpike).toBe(false);
    expect(judgeHour(40, steady(8), surroundings).isSpike).toBe(true);
  });

  test('takes some bad ratings on a page that never has any', () => {
    const quiet = { averagePerHour: 0.001, pages: 1 };
    expect(judgeHour(FEWEST_BAD - 1, steady(0), quiet).isSpike).toBe(false);
    expect(judgeHour(FEWEST_BAD, steady(0), quiet).isSpike).toBe(true);
  });

  test('is judged by the same hour of the week, so a busy Monday morning is none', () => {
    const counts = Array.from({ length: HISTORY_HOURS }, (_, hour) => {
      const back = (hour + 1) % WEEK_HOURS;
      return back <= 1 || back === WEEK_HOURS - 1 ? 10 : 0;
    });
    expect(judgeHour(13, { counts, hours: HISTORY_HOURS }, surroundings)).toMatchObject({ isSpike: false });
    const night = { counts: [...counts.slice(12), ...counts.slice(0, 12)], hours: HISTORY_HOURS };
    expect(judgeHour(13, night, surroundings)).toMatchObject({ isSpike: true });
  });

  test('takes more where hours scatter more', () => {
    const wild = {
      counts: Array.from({ length: HISTORY_HOURS }, (_, hour) =>
        Math.floor(hour / WEEK_HOURS) % 2 === 0 ? 8 : 0,
      ),
      hours: HISTORY_HOURS,
    };
    expect(judgeHour(17, steady(4), surroundings).isSpike).toBe(true);
    expect(judgeHour(17, wild, surroundings).isSpike).toBe(false);
  });

  test('of a page without a past is judged by the average page, and mildly', () => {
    const first = judgeHour(6, { counts: [], hours: 0 }, { averagePerHour: 1, pages: 20 });
    expect(first).toMatchObject({ expected: 1, isSpike: false });
    expect(judgeHour(30, { counts: [], hours: 0 }, { averagePerHour: 1, pages: 20 }).isSpike).toBe(true);
  });

  test('is over when the hour is like others again', () => {
    expect(judgeHour(4, steady(4), surroundings).isCalm).toBe(true);
    expect(judgeHour(0, steady(0), surroundings).isCalm).toBe(true);
    expect(judgeHour(30, steady(4), surroundings).isCalm).toBe(false);
  });

  test('one more bad rating never makes an hour less of a spike, and more pages never make it more of one', () => {
    const histories = fc
      .record({ seed: fc.nat(), mean: fc.double({ min: 0.01, max: 9, noNaN: true }) })
      .chain(({ seed, mean }) => {
        const random = randomBy(seed);
        const counts = Array.from({ length: HISTORY_HOURS }, () => poisson(mean, random));
        return fc.record({ counts: fc.constant(counts), hours: fc.nat(HISTORY_HOURS) });
      });
    fc.assert(
      fc.property(
        histories,
        fc.nat(60),
        fc.record({ averagePerHour: fc.double({ min: 0, max: 20, noNaN: true }), pages: fc.nat(2_000) }),
        (history, bad, around) => {
          const here = judgeHour(bad, history, around);
          const more = judgeHour(bad + 1, history, around);
          const wider = judgeHour(bad, history, { ...around, pages: around.pages + 100 });
          expect(here.chance).toBeGreaterThanOrEqual(more.chance - 1e-9);
          expect(!here.isSpike || more.isSpike).toBe(true);
          expect(!wider.isSpike || here.isSpike).toBe(true);
          expect(here.isSpike && here.isCalm).toBe(false);
        },
      ),
      { seed: 7, numRuns: 100, endOnFailure: true },
    );
  });
});

const STEPS_AN_HOUR = 60 / LOOKS_EVERY_MINUTES;

/** How much goes on in each hour of the week: nights and the weekend are quiet. */
function seasonOf(hour: number): number {
  const [day, time] = [Math.floor((hour % WEEK_HOURS) / 24), hour % 24];
  return (time >= 7 && time < 22 ? 1.4 : 0.2) * (day < 5 ? 1.15 : 0.6);
}

/** Bad ratings of one page in steps of five minutes; `wild` makes each hour's rate scatter. */
function ratings(hours: number, rate: number, random: () => number, wild: number): number[] {
  return Array.from({ length: hours }, (_, hour) => {
    const own = wild === 0 ? 1 : (poisson(1 / wild, random) * wild * 3 + 1) / 4;
    const each = (rate * seasonOf(hour) * own) / STEPS_AN_HOUR;
    return Array.from({ length: STEPS_AN_HOUR }, () => poisson(each, random));
  }).flat();
}

/** What is seen at each look from `from` to the end of the series. */
function looks(series: readonly number[], from: number, around: typeof surroundings) {
  const until = [0];
  for (const count of series) until.push((until.at(-1) ?? 0) + count);
  const between = (begin: number, end: number): number => (until[end] ?? 0) - (until[begin] ?? 0);
  return Array.from({ length: series.length - from }, (_, index) => {
    const end = from + index + 1;
    const bad = between(end - STEPS_AN_HOUR, end);
    if (bad < FEWEST_BAD) return false;
    const counts = Array.from({ length: HISTORY_HOURS }, (_each, hour) => {
      const begin = end - (hour + 2) * STEPS_AN_HOUR;
      return begin < 0 ? 0 : between(begin, begin + STEPS_AN_HOUR);
    });
    return judgeHour(bad, { counts, hours: HISTORY_HOURS }, around).isSpike;
  });
}

/** Looks that follow each other are one alarm: it is called out once. */
const alarms = (seen: readonly boolean[]): number =>
  seen.filter((isSpike, index) => isSpike && !seen[index - 1]).length;

describe('false alarms, in a simulation of twelve pages', () => {
  const RATES = [0.02, 0.05, 0.1, 0.2, 0.2, 0.3, 0.5, 0.7, 0.8, 1, 1.5, 4];
  const around = { averagePerHour: 0.8, pages: RATES.length };
  const past = HISTORY_HOURS * STEPS_AN_HOUR;

  test.each([
    ['as Poisson does', 0],
    ['more than Poisson does', 0.3],
  ])('are at most one in four weeks, where hours scatter %s', (_name, wild) => {
    const random = randomBy(20_261_124);
    const rounds = 2;
    const found = Array.from({ length: rounds }, () =>
      RATES.map((rate) => alarms(looks(ratings(2 * HISTORY_HOURS, rate, random, wild), past, around))),
    ).flat();

    expect(found.reduce((total, each) => total + each, 0)).toBeLessThanOrEqual(rounds);
  });

  test('do not cost what matters: six times the usual is seen within the hour on a page with three an hour', () => {
    const random = randomBy(20_261_124);
    const seen = Array.from({ length: 40 }, () => {
      const series = ratings(HISTORY_HOURS + 34, 3, random, 0);
      const begin = series.length - STEPS_AN_HOUR;
      for (let step = begin; step < series.length; step += 1) {
        series[step] = poisson((6 * 3 * seasonOf(HISTORY_HOURS + 33)) / STEPS_AN_HOUR, random);
      }
      return looks(series, begin, around).some(Boolean);
    });

    expect(seen.filter(Boolean).length).toBeGreaterThanOrEqual(38);
  });
});
