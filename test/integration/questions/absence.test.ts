import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { releaseAbsentee, releaseAbsentees } from '../../../src/questions/absence.ts';
import { claimQuestion } from '../../../src/questions/claim.ts';
import { historyOf } from '../../../src/questions/history-store.ts';
import type { Question } from '../../../src/questions/question.ts';
import { releaseQuestion } from '../../../src/questions/release.ts';
import { releaseAll } from '../../../src/questions/release-all.ts';
import { clocksOf } from './clocks.ts';
import {
  asked,
  kinds,
  now,
  openRoom,
  outbox,
  person,
  type Room,
  topic,
  userId,
  workspaceId,
} from './room.ts';

const by = (name: string, { id }: Question) => ({ questionId: id, by: person(name), seen: null });

async function claimed(room: Room, name: string, key = 'claims'): Promise<Question> {
  const question = await asked(room, { topic: topic(key), state: null });
  await claimQuestion(room.deps, by(name, question));
  return question;
}

/** As the directory writes it down when Slack says so. */
async function hasLeft(room: Room, name: string, channel: string): Promise<void> {
  await sql`update roster_members set is_member = false, as_of = extract(epoch from ${room.clock.now}::timestamptz)
    where user_id = ${userId(name)} and source_id = ${channel}`.execute(room.pg.db);
}

async function isNow(room: Room, name: string, what: 'is_deactivated' | 'is_away'): Promise<void> {
  await sql`update people set ${sql.ref(what)} = true where user_id = ${userId(name)}`.execute(room.pg.db);
}

describe('whoever has claimed a question', () => {
  test('and leaves its channel gives it back; what they have elsewhere stays theirs', async () => {
    await using room = await openRoom();
    const [left, kept] = [await claimed(room, 'dana'), await claimed(room, 'dana', 'billing')];
    await hasLeft(room, 'dana', 'C0EXPERTSCLAIMS');

    await releaseAbsentee(room.deps, userId('dana'));

    expect((await now(room, left)).status).toEqual({ name: 'open' });
    expect((await now(room, kept)).status).toMatchObject({ name: 'claimed' });
    expect((await historyOf(room.pg.db, workspaceId, left.id)).at(-1)).toMatchObject({
      by: null,
      detail: { kind: 'released', claimer: userId('dana'), absent: 'left' },
    });
    expect(await outbox(room, 'questions.released-note')).toHaveLength(1);
    expect(await clocksOf(room, left)).toHaveLength(2);
  });

  test('and is a supervisor keeps it, in whatever channel they are', async () => {
    await using room = await openRoom();
    const question = await claimed(room, 'rosa');
    await hasLeft(room, 'rosa', 'C0EXPERTSCLAIMS');

    await releaseAbsentee(room.deps, userId('rosa'));

    expect((await now(room, question)).status).toMatchObject({ name: 'claimed' });
  });

  test.each(['is_deactivated', 'is_away'] as const)('and %s gives back all they have', async (what) => {
    await using room = await openRoom();
    const [first, second] = [await claimed(room, 'dana'), await claimed(room, 'dana', 'billing')];
    await isNow(room, 'dana', what);

    await releaseAbsentee(room.deps, userId('dana'));
    await releaseAbsentee(room.deps, userId('dana'));

    for (const question of [first, second]) {
      expect(await kinds(room, question)).toEqual(['asked', 'claimed', 'released']);
    }
  });

  test('and is gone without an event is found by the hourly look; being out of office is no matter for it', async () => {
    await using room = await openRoom();
    const [gone, away, here] = [
      await claimed(room, 'dana'),
      await claimed(room, 'lee'),
      await claimed(room, 'rosa'),
    ];
    await isNow(room, 'dana', 'is_deactivated');
    await isNow(room, 'lee', 'is_away');

    await releaseAbsentees(room.deps);

    expect((await now(room, gone)).status.name).toBe('open');
    expect((await now(room, away)).status.name).toBe('claimed');
    expect((await now(room, here)).status.name).toBe('claimed');
  });
});

describe('the end of a shift', () => {
  test('gives back everything that somebody has in hand, and nothing else', async () => {
    await using room = await openRoom();
    const mine = [await claimed(room, 'dana'), await claimed(room, 'dana', 'billing')];
    const other = await claimed(room, 'lee');

    expect(await releaseAll(room.deps, person('dana'))).toBe(2);
    expect(await releaseAll(room.deps, person('dana'))).toBe(0);

    for (const question of mine) expect((await now(room, question)).status.name).toBe('open');
    expect((await now(room, other)).status.name).toBe('claimed');
  });

  test('with a word to the channel says it in the thread', async () => {
    await using room = await openRoom();
    const question = await claimed(room, 'dana');

    await releaseQuestion(room.deps, { ...by('dana', question), note: 'The form is with billing.' });

    const history = await historyOf(room.pg.db, workspaceId, question.id);
    expect(history.at(-1)).toMatchObject({ by: userId('dana'), note: 'The form is with billing.' });
    expect(await outbox(room, 'questions.released-note')).toHaveLength(1);
  });
});
