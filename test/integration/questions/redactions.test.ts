import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { askQuestion } from '../../../src/questions/ask.ts';
import { handOverQuestion } from '../../../src/questions/hand-over.ts';
import type { Question } from '../../../src/questions/question.ts';
import { overruledRules, takenOutOf } from '../../../src/questions/redaction-store.ts';
import { run } from '../../support/processes.ts';
import {
  anAsk,
  asked,
  aViewId,
  openRoom,
  person,
  questionOf,
  type Room,
  userId,
  workspaceId,
} from './room.ts';

const TEXT = 'Linda Okafor, SSN 219-09-9999, and Maria Lopez, SSN 219-09-1111';

async function counts(room: Room, { id }: Question) {
  const rows = await room.pg.db
    .selectFrom('questionRedactions')
    .select(['part', 'rule', 'type', 'count'])
    .where('questionId', '=', id)
    .orderBy('part')
    .orderBy('rule')
    .execute();
  return rows.map(({ part, rule, type, count }) => [part, rule, type, count]);
}

async function choices(room: Room, { id }: Question) {
  return await room.pg.db
    .selectFrom('redactionChoices')
    .select(['rule', 'kept'])
    .where('questionId', '=', id)
    .orderBy('position')
    .execute();
}

describe('What is taken out of a question', () => {
  test('is counted by rule and kind, and never kept itself', async () => {
    await using room = await openRoom();

    const question = await asked(room, { text: TEXT });

    expect(question.text).toBe('[name], SSN [ssn], and [name], SSN [ssn]');
    expect(await counts(room, question)).toEqual([
      ['question', 'name.pair', 'NAME', 2],
      ['question', 'ssn.shape', 'SSN', 2],
    ]);
    expect(await takenOutOf(room.pg.db, workspaceId, question.id)).toEqual([
      { type: 'NAME', count: 2 },
      { type: 'SSN', count: 2 },
    ]);
  });

  test('is counted once for a form that is submitted many times', async () => {
    await using room = await openRoom();
    const ask = anAsk({ text: TEXT, viewId: aViewId(), reviewed: { noPhi: [] } });

    const outcomes = await Promise.all([1, 2, 3, 4].map(async () => await askQuestion(room.deps, ask)));

    const ids = new Set(outcomes.map((outcome) => questionOf(outcome).id));
    expect(ids.size).toBe(1);
    const [first] = outcomes.map(questionOf);
    expect(first && (await counts(room, first))).toContainEqual(['question', 'ssn.shape', 'SSN', 2]);
    expect(first && (await choices(room, first))).toHaveLength(2);
  });

  test('is not on record for a question without PHI', async () => {
    await using room = await openRoom();

    const question = await asked(room, { reviewed: { noPhi: [] } });

    expect(await counts(room, question)).toEqual([]);
    expect(await choices(room, question)).toEqual([]);
  });

  test('knows the member ID of the form, in whatever way it is written', async () => {
    await using room = await openRoom();

    const question = await asked(room, { text: 'zkq 88 again, and ZKQ-88', memberId: 'ZKQ-88' });

    expect(question.text).not.toMatch(/zkq/i);
  });
});

describe('What the asker said of it', () => {
  test('is on record by rule, and what they kept stands', async () => {
    await using room = await openRoom();
    const findings = room.deps.redact(TEXT).findings.filter(({ type }) => type === 'NAME');

    const question = await asked(room, { text: TEXT, reviewed: { noPhi: findings.slice(1) } });

    expect(question.text).toBe('[name], SSN [ssn], and Maria Lopez, SSN [ssn]');
    expect(await choices(room, question)).toEqual([
      { rule: 'name.pair', kept: false },
      { rule: 'name.pair', kept: true },
    ]);
    expect(await counts(room, question)).toContainEqual(['question', 'name.pair', 'NAME', 1]);
  });

  test('counts for nothing where the rule is certain', async () => {
    await using room = await openRoom();

    const question = await asked(room, { text: TEXT, reviewed: { noPhi: room.deps.redact(TEXT).findings } });

    expect(question.text).toBe('Linda Okafor, SSN [ssn], and Maria Lopez, SSN [ssn]');
    expect((await choices(room, question)).map(({ rule }) => rule)).toEqual(['name.pair', 'name.pair']);
  });

  test('is no choice where nothing was shown', async () => {
    await using room = await openRoom();

    expect(await choices(room, await asked(room, { text: TEXT, reviewed: null }))).toEqual([]);
  });

  test('is never changed or removed', async () => {
    await using room = await openRoom();
    await asked(room, { text: TEXT, reviewed: { noPhi: [] } });

    for (const change of [
      sql`update redaction_choices set kept = true`,
      sql`delete from redaction_choices`,
      sql`truncate redaction_choices`,
    ]) {
      await expect(change.execute(room.pg.db)).rejects.toThrow('never changed or removed');
    }
  });

  test('adds up to how often each rule is overruled', async () => {
    await using room = await openRoom();
    const names = room.deps.redact(TEXT).findings.filter(({ type }) => type === 'NAME');
    await asked(room, { text: TEXT, reviewed: { noPhi: names.slice(1) } });
    await asked(room, { text: TEXT, reviewed: { noPhi: [] } });
    await asked(room, { text: 'see clinics.org', reviewed: { noPhi: [] } });

    expect(await overruledRules(room.pg.db)).toEqual([
      { workspaceId, rule: 'name.pair', shown: 4, overruled: 1 },
      { workspaceId, rule: 'url.domain', shown: 1, overruled: 0 },
    ]);
  });
});

describe('A note to a question', () => {
  test('is redacted with the member ID of the question, and is counted apart from it', async () => {
    await using room = await openRoom();
    const question = await asked(room, { text: TEXT, memberId: 'ZKQ-88', topic: 'general' });
    const jordan = person('jordan');
    const handOver = async (note: string) =>
      await handOverQuestion(room.deps, {
        questionId: question.id,
        by: jordan,
        seen: 0,
        to: userId('jordan'),
        note,
      });

    await handOver('ZKQ-88 called, SSN 219-09-9999');

    const notes = (await counts(room, question)).filter(([part]) => part === 'note');
    expect(notes).toEqual([
      ['note', 'known.term', 'HEALTH_PLAN_ID', 1],
      ['note', 'ssn.shape', 'SSN', 1],
    ]);
    const { rows } = await sql<{ note: string | null }>`
      select note from question_events where note is not null order by position`.execute(room.pg.db);
    expect(rows[0]?.note).toBe('[member id] called, SSN [ssn]');
  });
});

describe('npm run redact:overruled', () => {
  const overruled = async ({ pg }: Room) => {
    const command = run('src/cli/redact-overruled.ts', [], { DATABASE_URL: pg.url });
    return { code: await command.ended, said: command.output() };
  };

  test('says so when nobody has posted from a preview', async () => {
    await using room = await openRoom();

    expect(await overruled(room)).toEqual({ code: 0, said: 'Nobody has posted from a preview yet.' });
  });

  test('prints how often each rule was shown, and how often overruled', async () => {
    await using room = await openRoom();
    const names = room.deps.redact(TEXT).findings.filter(({ type }) => type === 'NAME');
    await asked(room, { text: TEXT, reviewed: { noPhi: names.slice(1) } });

    const { code, said } = await overruled(room);

    expect(code).toBe(0);
    expect(said).toMatch(/^rule +shown +overruled +share\nname\.pair +2 +1 +50 %$/);
  });
});
