import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Database } from '../../../src/platform/database.ts';
import { freshDatabase } from '../../support/postgres.ts';

/** An open question, as plain as the table allows. */
async function anOpenQuestion(db: Database): Promise<void> {
  await sql`
    insert into questions (id, workspace_id, asked_by, asked_at, text, topic, irl, live, tier, place, place_name,
      channel_id, reason, move, placed_at, status)
    values (gen_random_uuid(), 'T0PRACTICE', 'U0MAYA', now(), 'Is it covered?', 'general', false, false, 1, 'keystone',
      'Keystone care team', 'C0CAREKEYSTONE', 'because', 0, now(), 'open')`.execute(db);
  await sql`
    insert into question_events (id, workspace_id, question_id, kind, at, status_after, detail)
    select gen_random_uuid(), workspace_id, id, 'resolved', now(), 'resolved', '{"kind":"resolved"}' from questions`.execute(
    db,
  );
}

describe('the database', () => {
  test.each([
    ['a claim without a claimer', "status = 'claimed', claimed_at = now()"],
    ['a claim without its time', "status = 'claimed', claimed_by = 'U0LEE'"],
    ['an open question with a claimer', "claimed_by = 'U0LEE'"],
    ['half an answer', "answer_ts = '1760000000.000100'"],
    ['an answered question without an answer', "status = 'answered'"],
    ['a resolved question that nobody resolved', "status = 'resolved'"],
    ['a resolver of an open question', "resolved_by = 'U0LEE', resolved_at = now()"],
    ['a status that there is not', "status = 'escalated'"],
    ['a fourth tier', 'tier = 4'],
    ['a first response by nobody', 'first_response_at = now()'],
    ['a state that is none', "state = 'Ohio'"],
  ])('has no room for %s', async (_, change) => {
    await using pg = await freshDatabase();
    await anOpenQuestion(pg.db);

    await expect(sql.raw(`update questions set ${change}`).execute(pg.db)).rejects.toMatchObject({
      code: '23514',
    });
  });
});

describe('history', () => {
  test.each([
    'update question_events set note = null',
    'delete from question_events',
    'truncate question_events',
  ])('refuses "%s"', async (statement) => {
    await using pg = await freshDatabase();
    await anOpenQuestion(pg.db);

    await expect(sql.raw(statement).execute(pg.db)).rejects.toThrow('never changed or removed');
  });
});
