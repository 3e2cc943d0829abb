import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { heatOf, MANY_REPLIES } from '../../../src/feedback/heat.ts';
import { countReplies, HotThreadId, roomName, writersOf } from '../../../src/feedback/hot.ts';
import { MessageTs, SlackUserId } from '../../../src/shared/ids.ts';
import { poisson, randomBy } from '../../support/random.ts';

const now = new Date('2026-11-04T15:00:00Z');
const unknown = { hours: 0, replies: 0, squares: 0 };
const lively = { hours: 1_000, replies: 12_000, squares: 200_000 };

const at = (secondsAgo: number, who: string) => ({
  ts: MessageTs.parse(`${Math.floor(now.getTime() / 1_000) - secondsAgo}.000100`),
  author: SlackUserId.parse(who),
});

describe('A thread', () => {
  test('is hot with a hundred replies, however long it took', () => {
    const slow = { replies: MANY_REPLIES, inLastHour: 0, peopleInLastHour: 0 };
    expect(heatOf(slow, unknown)).toBe('many');
    expect(heatOf({ ...slow, replies: MANY_REPLIES - 1 }, unknown)).toBeNull();
  });

  test('is hot when it grows unlike others, and not where others grow so, too', () => {
    const busy = { replies: 30, inLastHour: 24, peopleInLastHour: 6 };
    expect(heatOf(busy, unknown)).toBe('fast');
    expect(heatOf(busy, { hours: 400, replies: 900, squares: 3_000 })).toBe('fast');
    expect(heatOf(busy, lively)).toBeNull();
  });

  test('takes some replies, by some people: two who talk are no crowd', () => {
    expect(heatOf({ replies: 40, inLastHour: 40, peopleInLastHour: 2 }, unknown)).toBeNull();
    expect(heatOf({ replies: 9, inLastHour: 9, peopleInLastHour: 9 }, unknown)).toBeNull();
  });

  test('once hot, stays hot with one more reply', () => {
    const counts = fc.record({ replies: fc.nat(150), inLastHour: fc.nat(150), peopleInLastHour: fc.nat(20) });
    const others = fc
      .tuple(fc.nat(5_000), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 20 }))
      .map(([hours, mean, spread]) => ({
        hours,
        replies: hours * mean,
        squares: hours * (mean * mean + mean * spread),
      }));
    fc.assert(
      fc.property(counts, others, (count, around) => {
        const more = { ...count, replies: count.replies + 1, inLastHour: count.inLastHour + 1 };
        expect(heatOf(count, around) === null || heatOf(more, around) !== null).toBe(true);
      }),
      { seed: 7, numRuns: 300, endOnFailure: true },
    );
  });

  test('in four weeks of ordinary threads, about one at most is taken for fast by chance', () => {
    const random = randomBy(20_261_124);
    const others = Array.from({ length: 4_000 }, () => 1 + poisson(1.5 * (0.4 + 1.2 * random()), random));
    const sum = others.reduce((total, each) => total + each, 0);
    const squares = others.reduce((total, each) => total + each * each, 0);
    const fast = others.filter(
      (inLastHour) =>
        heatOf(
          { replies: inLastHour, inLastHour, peopleInLastHour: 5 },
          { hours: others.length, replies: sum, squares },
        ) !== null,
    );
    expect(fast.length).toBeLessThanOrEqual(1);
  });

  test('is counted by the times of its replies, and its people by how much they wrote', () => {
    const replies = [at(7_000, 'U0MAYA'), at(60, 'U0LEE'), at(30, 'U0LEE'), at(3_500, 'U0ROSA')];
    expect(countReplies(replies, now)).toEqual({ replies: 4, inLastHour: 3, peopleInLastHour: 2 });
    expect(writersOf(replies)).toEqual([
      { user: 'U0LEE', replies: 2 },
      { user: 'U0MAYA', replies: 1 },
      { user: 'U0ROSA', replies: 1 },
    ]);
  });

  test('gets a channel with a name that Slack takes', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
        (id, foundAt) => {
          expect(roomName({ id: HotThreadId.parse(id), foundAt })).toMatch(/^[a-z0-9_-]{1,80}$/);
        },
      ),
    );
  });
});
