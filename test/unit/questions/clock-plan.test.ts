import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Clock, ClockName, Directory } from '../../../src/directory/directory.ts';
import { clocksOf, planFor, type RunningClock, rewind } from '../../../src/questions/clock-plan.ts';
import { ClockId } from '../../../src/questions/ids.ts';
import { questionArbitrary, SMALL, sampleQuestion } from '../../support/view-samples.ts';

const TEN = new Date('2026-11-02T15:00:00Z');
const NINE_TO_FIVE = {
  timeZone: 'America/New_York',
  days: { monday: { from: '09:00', to: '17:00' }, tuesday: { from: '09:00', to: '17:00' } },
  holidays: [],
};

function directory(name: ClockName, clock: Clock): Directory {
  return { ...SMALL, clocks: { ...SMALL.clocks, [name]: clock }, hours: NINE_TO_FIVE };
}

function planned(
  name: ClockName,
  clock: Clock,
  kind: 'claim' | 'answer',
  startedAt = TEN,
): readonly string[] {
  const found = planFor(directory(name, clock), { kind, lane: name, startedAt });
  return (found?.plan ?? []).map(({ deed, at }) => `${deed} ${at.toISOString().slice(8, 19)}`);
}

describe('The plan of a clock', () => {
  test('looks at half of the time, and does after it what the directory says, in order', () => {
    const clock: Clock = {
      claim: 600,
      answer: 7_200,
      unclaimed: [
        { deed: 'escalate', after: 900 },
        { deed: 'ping', after: 0 },
      ],
    };

    expect(planned('tier1', clock, 'claim')).toEqual([
      'look 02T15:05:00',
      'breach 02T15:10:00',
      'ping 02T15:10:00',
      'escalate 02T15:25:00',
    ]);
  });

  test('does what is usual where the directory says nothing', () => {
    const clock = { claim: 30, answer: 45 };

    expect(planned('tier2', clock, 'claim')).toEqual(['breach 02T15:00:30', 'ping 02T15:00:30']);
    expect(planned('tier2', clock, 'answer')).toEqual(['breach 02T15:00:45', 'remind 02T15:00:45']);
  });

  test('runs in the hours of its tier, or else those of the directory', () => {
    const late = new Date('2026-11-02T21:55:00Z');
    const clock: Clock = { claim: 600, answer: 600, unclaimed: [] };

    expect(planned('tier1', clock, 'claim', late)).toEqual(['look 02T22:00:00', 'breach 03T14:05:00']);
    const own = { ...NINE_TO_FIVE, days: { monday: { from: '09:00', to: '20:00' } } };
    expect(planned('tier1', { ...clock, hours: own }, 'claim', late)).toContain('breach 02T22:05:00');
  });

  test('calls ever wider circles for a live question, at any hour', () => {
    const night = new Date('2026-11-08T04:00:00Z');

    expect(planned('live', { claim: 90, answer: 600 }, 'claim', night)).toEqual([
      'look 08T04:00:45',
      'breach 08T04:01:30',
      'call 08T04:01:30',
      'call 08T04:03:00',
    ]);
  });

  test('is none where it would never run', () => {
    const never = { claim: 60, answer: 60, hours: { ...NINE_TO_FIVE, days: {} } };

    expect(
      planFor(directory('tier1', never), { kind: 'claim', lane: 'tier1', startedAt: TEN }),
    ).toBeUndefined();
  });
});

const running = (kind: 'claim' | 'answer', lane: ClockName, move = 0): RunningClock => ({
  id: ClockId.parse('01900000-0000-7000-8000-0000000000c1'),
  kind,
  lane,
  move,
  startedAt: TEN,
  dueAt: TEN,
  plan: [],
  step: 0,
  nextAt: null,
  breachedAt: null,
});

describe('A change of a question', () => {
  test('stops and starts clocks so that those run that should, and leaves the others alone', () => {
    fc.assert(
      fc.property(
        questionArbitrary,
        fc.uniqueArray(fc.constantFrom('claim' as const, 'answer' as const)),
        fc.constantFrom('tier1' as const, 'tier2' as const, 'tier3' as const, 'live' as const),
        (question, kinds, lane) => {
          const clocks = kinds.map((kind) => running(kind, lane, question.placement.move));
          const { stop, start } = rewind(clocks, question);
          const kept = clocks.filter((clock) => !stop.includes(clock)).map(({ kind }) => kind);

          expect([...kept, ...start].toSorted()).toEqual([...clocksOf(question)].toSorted());
          expect(rewind([], question).start).toEqual(clocksOf(question));
        },
      ),
    );
  });

  test('of the lane or the channel begins them anew', () => {
    const clocks = [running('claim', 'live'), running('answer', 'live')];
    const question = sampleQuestion({ live: true });

    expect(rewind(clocks, question)).toEqual({ stop: [], start: [] });
    expect(rewind(clocks, { ...question, hungUpAt: TEN })).toEqual({
      stop: clocks,
      start: ['claim', 'answer'],
    });
    const moved = { ...question, placement: { ...question.placement, move: 1 } };
    expect(rewind(clocks, moved).start).toEqual(['claim', 'answer']);
  });
});
