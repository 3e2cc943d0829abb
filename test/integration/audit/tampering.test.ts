import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { auditHeads, type Verdict, verifyChain } from '../../../src/audit/index.ts';
import { createChain } from '../../../src/platform/chain.ts';
import type { Database } from '../../../src/platform/database.ts';
import { fill, openRecord, type Record, withoutGuards, workspaceId } from './room.ts';

const ROWS = 40;
const anyRow = fc.integer({ min: 1, max: ROWS });

let record: Record;
beforeAll(async () => {
  record = await openRecord();
  await fill(record, ROWS);
  await withoutGuards(record.pg.db);
});
afterAll(async () => await record[Symbol.asyncDispose]());

class Undo extends Error {}

/** What the verifier says of the record as it is after the tampering, which is then taken back. */
async function after(tamper: (db: Database) => Promise<unknown>): Promise<Verdict> {
  let verdict: Verdict | undefined;
  await record.pg.db
    .transaction()
    .execute(async (trx) => {
      await tamper(trx);
      verdict = await verifyChain({ ...record.deps, db: trx }, workspaceId);
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  if (!verdict) throw new Error('There was no verdict');
  return verdict;
}

const altered = (seq: number): Verdict => ({ kind: 'broken', workspaceId, seq, flaw: 'altered' });
const missing = (seq: number): Verdict => ({ kind: 'broken', workspaceId, seq, flaw: 'missing' });

/** A change to each column that makes another value of it, whatever it was. */
const CHANGES: Readonly<{ [column: string]: fc.Arbitrary<string> }> = {
  at: fc
    .integer({ min: 1, max: 10 ** 12 })
    .map((micros) => `at + interval '1 microsecond' * ${micros.toString()}`),
  action: fc.constant(`action || '_not'`),
  outcome: fc.constant(`case outcome when 'done' then 'denied' else 'done' end`),
  '"by"': fc.constantFrom(`coalesce("by", '') || 'X'`, `case when "by" is null then '' end`),
  question_id: fc.uuid().map((id) => `case when question_id = '${id}' then null else '${id}'::uuid end`),
  member: fc.constantFrom(
    `case when member is null then 'M-7F3K2Q' end`,
    `case when member = 'M-AAAAAA' then 'M-BBBBBB' else 'M-AAAAAA' end`,
  ),
  facts: fc.constantFrom(
    `facts || ' '`,
    `jsonb_set(facts::jsonb, '{number}', '4711')::text`,
    `facts::jsonb::text`,
  ),
  hash: fc
    .tuple(fc.integer({ min: 0, max: 31 }), fc.integer({ min: 1, max: 255 }))
    .map(([at, bits]) => `set_byte(hash, ${at}, get_byte(hash, ${at}) # ${bits})`),
};

describe('verifying', () => {
  test('a record that nobody touched is whole', async () => {
    expect(await after(async () => {})).toEqual({ kind: 'whole', workspaceId, rows: ROWS });
  });

  test.each(Object.keys(CHANGES))(
    'a change of any row in %s is found, and the row is named',
    async (column) => {
      await fc.assert(
        fc.asyncProperty(anyRow, CHANGES[column] ?? fc.constant(''), async (seq, value) => {
          const verdict = await after(
            async (db) =>
              await sql`update audit_entries set ${sql.raw(column)} = ${sql.raw(value)} where seq = ${seq}`.execute(
                db,
              ),
          );

          expect(verdict).toEqual(altered(seq));
        }),
        { numRuns: 60 },
      );
    },
  );

  test('a row that is moved to another place or workspace is missing where it stood', async () => {
    await fc.assert(
      fc.asyncProperty(anyRow, async (seq) => {
        const verdict = await after(
          async (db) =>
            await sql`update audit_entries set workspace_id = 'T0OTHER' where seq = ${seq}`.execute(db),
        );
        expect(verdict).toEqual(missing(seq));

        const moved = await after(
          async (db) => await sql`update audit_entries set seq = 4711 where seq = ${seq}`.execute(db),
        );
        expect(moved).toEqual(missing(seq));
      }),
      { numRuns: 20 },
    );
  });

  test('a removed row is found, the first and the last one too', async () => {
    await fc.assert(
      fc.asyncProperty(anyRow, async (seq) => {
        const verdict = await after(
          async (db) => await sql`delete from audit_entries where seq = ${seq}`.execute(db),
        );

        expect(verdict).toEqual(missing(seq));
      }),
      { numRuns: ROWS, examples: [[1], [ROWS]] },
    );
  });

  test('a removed row is found when the rows after it are moved up', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: ROWS - 1 }), async (seq) => {
        const verdict = await after(async (db) => {
          await sql`delete from audit_entries where seq = ${seq}`.execute(db);
          for (let each = seq + 1; each <= ROWS; each += 1) {
            await sql`update audit_entries set seq = seq - 1 where seq = ${each}`.execute(db);
          }
        });

        expect(verdict).toEqual(altered(seq));
      }),
      { numRuns: 10 },
    );
  });

  test('two rows that changed places are found, and the earlier one is named', async () => {
    const two = fc.uniqueArray(anyRow, { minLength: 2, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(two, async ([one = 0, other = 0]) => {
        const verdict = await after(async (db) => {
          await sql`update audit_entries set seq = 4711 where seq = ${one}`.execute(db);
          await sql`update audit_entries set seq = ${one} where seq = ${other}`.execute(db);
          await sql`update audit_entries set seq = ${other} where seq = 4711`.execute(db);
        });

        expect(verdict).toEqual(altered(Math.min(one, other)));
      }),
      { numRuns: 60 },
    );
  });

  test('a row that is put in, or added after the end, is found', async () => {
    const copyTo = async (db: Database, seq: number) =>
      await sql`insert into audit_entries select workspace_id, ${seq}, at, action, outcome, "by", question_id, member, facts, hash
        from audit_entries where seq = 7`.execute(db);

    const added = await after(async (db) => await copyTo(db, ROWS + 1));
    expect(added).toEqual({ kind: 'broken', workspaceId, seq: ROWS + 1, flaw: 'extra' });

    const adopted = await after(async (db) => {
      await copyTo(db, ROWS + 1);
      await sql`update audit_heads set seq = ${ROWS + 1}`.execute(db);
    });
    expect(adopted).toEqual(altered(ROWS + 1));
  });

  test('a head that is gone or names another hash is found', async () => {
    const gone = await after(async (db) => await sql`delete from audit_heads`.execute(db));
    expect(gone).toEqual({ kind: 'broken', workspaceId, seq: ROWS, flaw: 'headMissing' });

    const changed = await after(
      async (db) =>
        await sql`update audit_heads set hash = set_byte(hash, 0, get_byte(hash, 0) # 1)`.execute(db),
    );
    expect(changed).toEqual({ kind: 'broken', workspaceId, seq: ROWS, flaw: 'notTheHead' });
  });

  test('an end that was cut off together with its head is found by a head noted elsewhere', async () => {
    const { db } = record.pg;
    const noted = await auditHeads(db);
    const cut = async (trx: Database) => {
      await sql`delete from audit_entries where seq > 30`.execute(trx);
      await sql`update audit_heads set seq = 30, hash = (select hash from audit_entries where seq = 30)`.execute(
        trx,
      );
    };

    let withNote: Verdict | undefined;
    const withoutNote = await after(async (trx) => {
      await cut(trx);
      withNote = await verifyChain({ ...record.deps, db: trx }, workspaceId, noted);
    });

    expect(withoutNote).toEqual({ kind: 'whole', workspaceId, rows: 30 });
    expect(withNote).toEqual(missing(31));
  });

  test('a record rewritten by somebody without the key is found at its first row', async () => {
    const verdict = await verifyChain(
      { db: record.pg.db, chain: createChain(Buffer.alloc(32)) },
      workspaceId,
    );

    expect(verdict).toEqual(altered(1));
  });
});
