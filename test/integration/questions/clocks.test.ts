import { describe, expect, test } from '@jest/globals';
import { NotYet } from '../../../src/platform/jobs.ts';
import { markAnswer } from '../../../src/questions/answer.ts';
import { claimQuestion } from '../../../src/questions/claim.ts';
import { overdueClocks, runningClocks } from '../../../src/questions/clock-store.ts';
import { escalateQuestion } from '../../../src/questions/escalate.ts';
import { fireClock, sweepClocks } from '../../../src/questions/fire-clock.ts';
import { historyOf } from '../../../src/questions/history-store.ts';
import { ClockId } from '../../../src/questions/ids.ts';
import type { Question } from '../../../src/questions/question.ts';
import { releaseQuestion } from '../../../src/questions/release.ts';
import { answerIsNotEnough, reopenQuestion } from '../../../src/questions/reopen.ts';
import { resolveQuestion } from '../../../src/questions/resolve.ts';
import { clocksOf, fire, passTime } from './clocks.ts';
import {
  asked,
  channelId,
  kinds,
  now,
  openRoom,
  outbox,
  person,
  posted,
  type Room,
  topic,
  ts,
  userId,
  workspaceId,
} from './room.ts';

/** Ten in the morning in New York, on a Monday. */
const TEN = '11-02T15:00';

const by = (name: string, { id }: Question, seen: number | null = null) => ({
  questionId: id,
  by: person(name),
  seen,
});

describe('the clocks of a question', () => {
  test('run while it waits to be claimed and to be answered', async () => {
    await using room = await openRoom();
    const question = await asked(room);

    expect(question.askedAt.toISOString()).toContain(TEN);
    expect(await clocksOf(room, question)).toEqual([
      'tier1 answer due 11-02T17:00',
      'tier1 claim due 11-02T15:10',
    ]);
  });

  test('stop when what they wait for is there, and begin anew when it is needed again', async () => {
    await using room = await openRoom();
    const question = await asked(room);
    await posted(room, question, ts(1));

    await claimQuestion(room.deps, by('jordan', question));
    expect(await clocksOf(room, question)).toEqual(['tier1 answer due 11-02T17:00']);
    await passTime(room, 300);
    await releaseQuestion(room.deps, by('jordan', question));
    expect(await clocksOf(room, question)).toEqual([
      'tier1 answer due 11-02T17:00',
      'tier1 claim due 11-02T15:15',
    ]);
    const reply = {
      channel: channelId('care-keystone'),
      threadTs: ts(1),
      ts: ts(2),
      author: userId('jordan'),
    };
    await markAnswer(room.deps, { by: person('jordan'), ...reply });
    expect(await clocksOf(room, question)).toEqual([]);
    await answerIsNotEnough(room.deps, by('maya', question));
    expect(await clocksOf(room, question)).toEqual([
      'tier1 answer due 11-02T17:05',
      'tier1 claim due 11-02T15:15',
    ]);
    await resolveQuestion(room.deps, by('maya', question));
    expect(await clocksOf(room, question)).toEqual([]);
    await reopenQuestion(room.deps, by('maya', question));
    expect(await clocksOf(room, question)).toHaveLength(2);
  });

  test('begin anew in the tier that it moves to', async () => {
    await using room = await openRoom();
    const question = await asked(room);
    await passTime(room, 60);

    await escalateQuestion(room.deps, by('jordan', question, 0));

    expect(await clocksOf(room, question)).toEqual([
      'tier2 answer due 11-02T19:01',
      'tier2 claim due 11-02T15:16',
    ]);
  });

  test('stand still outside of the hours', async () => {
    await using room = await openRoom();
    room.clock.now = new Date('2026-11-25T01:00:00Z');
    const atClosing = await asked(room);
    room.clock.now = new Date('2026-11-26T15:00:00Z');
    const onHoliday = await asked(room);

    expect(await clocksOf(room, atClosing)).toContain('tier1 claim due 11-25T13:10');
    expect(await clocksOf(room, onHoliday)).toContain('tier1 claim due 11-27T13:10');
  });

  test('always run for a live question', async () => {
    await using room = await openRoom();
    room.clock.now = new Date('2026-11-26T04:00:00Z');
    const question = await asked(room, { live: true });

    expect(await clocksOf(room, question)).toEqual([
      'live answer due 11-26T04:10',
      'live claim due 11-26T04:01',
    ]);
  });
});

describe('a breach', () => {
  test('calls those on duty once, then escalates, as the directory says', async () => {
    await using room = await openRoom();
    const question = await asked(room);
    await posted(room, question, ts(1));

    await passTime(room, 599);
    expect(await kinds(room, question)).toEqual(['asked']);
    await passTime(room, 1);
    expect(await kinds(room, question)).toEqual(['asked', 'breached', 'pinged']);
    expect(await outbox(room, 'questions.pinged-note')).toHaveLength(1);
    await passTime(room, 600);

    expect(await kinds(room, question)).toEqual(['asked', 'breached', 'pinged', 'escalated']);
    const { placement } = await now(room, question);
    expect(placement).toMatchObject({ tier: 2, channel: channelId('region-northeast'), move: 1 });
    expect(placement.reason).toContain('because nobody claimed it in time');
    expect(await clocksOf(room, question)).toEqual([
      'tier2 answer due 11-02T19:20',
      'tier2 claim due 11-02T15:35',
    ]);
  });

  test('mentions the group that is on duty for the place', async () => {
    await using room = await openRoom();
    const question = await asked(room, { topic: topic('claims') });

    await passTime(room, 20 * 60);

    const history = await historyOf(room.pg.db, workspaceId, question.id);
    expect(history.at(-1)?.detail).toEqual({ kind: 'pinged', clock: 'claim', group: 'S0CLAIMSONDUTY' });
  });

  test('reminds whoever has claimed it', async () => {
    await using room = await openRoom();
    const question = await asked(room);
    await claimQuestion(room.deps, by('jordan', question));

    await passTime(room, 2 * 3_600);

    expect(await kinds(room, question)).toEqual(['asked', 'claimed', 'breached', 'reminded']);
    expect(await outbox(room, 'questions.reminded-note')).toHaveLength(1);
  });

  test('goes up the tiers to the top, and there calls those on duty', async () => {
    await using room = await openRoom();
    const question = await asked(room, { topic: topic('claims'), state: null });

    await passTime(room, 8 * 3_600);

    expect((await now(room, question)).placement.move).toBe(0);
    expect(await kinds(room, question)).toEqual(['asked', 'breached', 'pinged', 'breached']);
  });

  test('happens once, however many jobs come for it at once', async () => {
    await using room = await openRoom();
    const question = await asked(room);
    room.clock.now = new Date(room.clock.now.getTime() + 600_000);
    const clocks = await overdueClocks(room.pg.db, workspaceId, room.clock.now, 10);

    await Promise.all(
      clocks.flatMap((clock) => Array.from({ length: 5 }, async () => await fire(room, clock))),
    );

    expect(await kinds(room, question)).toEqual(['asked', 'breached', 'pinged']);
  });

  test('does not happen when it is claimed in the same moment', async () => {
    await using room = await openRoom();
    const question = await asked(room);
    const [clock] = (await runningClocks(room.pg.db, workspaceId, question.id)).filter(
      ({ kind }) => kind === 'claim',
    );
    room.clock.now = new Date(room.clock.now.getTime() + 599_000);
    await claimQuestion(room.deps, by('jordan', question));
    room.clock.now = new Date(room.clock.now.getTime() + 1_000);

    await fireClock(room.deps, {
      questionId: question.id,
      clockId: ClockId.parse(clock?.id),
      at: room.clock.now.getTime(),
    });

    expect(await kinds(room, question)).toEqual(['asked', 'claimed']);
  });
});

describe('the jobs of a clock', () => {
  test('a job for a moment that is not the next does nothing, and one that comes too early comes back', async () => {
    await using room = await openRoom();
    const question = await asked(room);
    const [first] = await room.jobs.recorded('questions.clock');
    const firing = first?.payload as Parameters<typeof fireClock>[1];

    await expect(fireClock(room.deps, firing)).rejects.toThrow(NotYet);
    room.clock.now = new Date(firing.at);
    await fireClock(room.deps, { ...firing, at: firing.at - 1 });
    const before = (await room.jobs.recorded('questions.clock')).length;
    await fireClock(room.deps, firing);
    await fireClock(room.deps, firing);

    expect((await room.jobs.recorded('questions.clock')).length - before).toBe(1);
    expect(await kinds(room, question)).toEqual(['asked']);
  });

  test('a step whose job was lost is found by the next sweep, and one that is in time is left alone', async () => {
    await using room = await openRoom();
    const late = await asked(room);
    room.clock.now = new Date(room.clock.now.getTime() + 600_000);
    const fresh = await asked(room);
    const before = await room.jobs.recorded('questions.clock');

    await sweepClocks(room.deps);

    const found = (await room.jobs.recorded('questions.clock')).slice(before.length);
    expect(found).toMatchObject([{ payload: { questionId: late.id } }]);
    expect(found.map(({ payload }) => payload)).not.toContainEqual(
      expect.objectContaining({ questionId: fresh.id }),
    );
  });

  test('half of the time draws the messages anew, and is no event', async () => {
    await using room = await openRoom();
    const question = await asked(room);
    await posted(room, question, ts(1));

    await passTime(room, 300);

    expect(await updates(room)).toBe(1);
    expect(await kinds(room, question)).toEqual(['asked']);
  });
});

async function updates(room: Room): Promise<number> {
  return (await outbox(room, 'questions.card')).filter(({ kind }) => kind === 'update').length;
}
