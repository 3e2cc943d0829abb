import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openRateLimits } from '../../../practice/core/rate-limits.ts';
import { indexMessages } from '../../../practice/state/message-index.ts';
import type { Message } from '../../../practice/state/records.ts';
import { seedState } from '../../../practice/state/seed.ts';

const message = (ts: string, threadTs?: string): Message => ({
  ts,
  channel: 'C1',
  user: 'U0MAYA',
  text: ts,
  reactions: [],
  ...(threadTs && { threadTs }),
});

describe('the orders in which messages are read', () => {
  test('are those of a plain list that is sorted and filtered each time', () => {
    const time = fc.integer({ min: 1, max: 20 }).map((each) => `17000000${each + 10}.000000`);
    const step = fc.record({ ts: time, parent: fc.option(time, { nil: undefined }), remove: fc.boolean() });

    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const index = indexMessages(seedState({ careTeams: [], channels: [] }, 'secret'));
        const model = new Map<string, Message>();
        for (const { ts, parent, remove } of steps) {
          const held = model.get(ts);
          if (remove && held) index.remove(held);
          if (remove) model.delete(ts);
          if (remove || held) continue;
          const added = message(ts, parent === ts ? undefined : parent);
          index.add(added);
          model.set(ts, added);
        }

        const sorted = [...model.values()].toSorted((a, b) => (a.ts < b.ts ? -1 : 1));
        expect(index.inChannel('C1')).toEqual(sorted.filter(({ threadTs }) => !threadTs));
        for (const parent of new Set(sorted.flatMap(({ threadTs }) => threadTs ?? []))) {
          expect(index.repliesTo('C1', parent)).toEqual(sorted.filter(({ threadTs }) => threadTs === parent));
        }
      }),
    );
  });
});

describe('the pace of calls', () => {
  test('never lets through more than the burst and what the time since has earned', () => {
    const waits = fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 60 });

    fc.assert(
      fc.property(waits, fc.integer({ min: 1, max: 5 }), (steps, burst) => {
        let now = 0;
        let allowed = 0;
        const limits = openRateLimits(() => now);
        for (const step of steps) {
          now += step;
          if (limits.take('post C1', { burst, perSecond: 1 }) === undefined) allowed += 1;
          expect(allowed).toBeLessThanOrEqual(burst + now / 1000 + 1e-6);
        }
      }),
    );
  });

  test('whoever waits as long as they are told is let through', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 100 }), (burst, perMinute) => {
        let now = 0;
        const limits = openRateLimits(() => now);
        const take = () => limits.take('x', { burst, perSecond: perMinute / 60 });
        for (let call = 0; call < burst; call += 1) take();
        const wait = take() ?? 0;
        now += wait * 1000;

        expect(wait).toBeGreaterThanOrEqual(1);
        expect(take()).toBeUndefined();
      }),
    );
  });
});
