import { chanceOf } from './tail.ts';

/** A thread with so many replies is hot, however long it took. */
export const MANY_REPLIES = 100;

/** Fewer in an hour, or by fewer people, are a conversation. */
const FEWEST_IN_AN_HOUR = 10;
const FEWEST_PEOPLE = 3;

/** How many replies threads had in the hours in which they had any, over four weeks. Only their sums are needed. */
export type BusyHours = { readonly hours: number; readonly replies: number; readonly squares: number };

/** What stands now in one thread. */
export type ThreadCount = {
  readonly replies: number;
  readonly inLastHour: number;
  readonly peopleInLastHour: number;
};

export type Heat = 'many' | 'fast';

/** Whether it takes the other threads' hours to say. */
export function mayBeFast({ inLastHour, peopleInLastHour }: ThreadCount): boolean {
  return inLastHour >= FEWEST_IN_AN_HOUR && peopleInLastHour >= FEWEST_PEOPLE;
}

/** Null for a thread like others. docs/feedback-product.md has the reasons. */
export function heatOf(count: ThreadCount, others: BusyHours): Heat | null {
  if (count.replies >= MANY_REPLIES) return 'many';
  return mayBeFast(count) && growsFast(count.inLastHour, others) ? 'fast' : null;
}

/** Before anything is known: twenty hours with two replies each, that scatter as far again as Poisson's. */
const PRIOR = { hours: 20, beyondFirst: 1, scatter: 2 };

/** A thread is looked at with each reply, so the hour that is looked at slides: about ten hours in one. */
const LOOKS_AN_HOUR = 10;

/**
 * An hour with any replies has one; how many more follow a negative binomial distribution, fitted to the hours of other
 * threads by their mean and variance. Fast: so improbable that chance alone would bring one thread in four weeks.
 */
function growsFast(inLastHour: number, { hours, replies, squares }: BusyHours): boolean {
  const all = hours + PRIOR.hours;
  const mean = (replies - hours + PRIOR.hours * PRIOR.beyondFirst) / all;
  const average = hours === 0 ? 0 : replies / hours;
  const seen = hours === 0 ? 0 : squares / hours - average * average;
  const known = PRIOR.beyondFirst * PRIOR.scatter;
  const variance = (seen * hours + known * PRIOR.hours) / all;
  return chanceOf(inLastHour - 1, { mean, variance }) < 1 / (LOOKS_AN_HOUR * all);
}
