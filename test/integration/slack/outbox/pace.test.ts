import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { connect, type Database } from '../../../../src/platform/database.ts';
import {
  holdBack,
  postLimit,
  takeTurn,
  updateLimit,
  waitForTurn,
} from '../../../../src/slack/outbox/pace.ts';
import { workspaceId } from '../../../support/delivery.ts';
import { freshDatabase } from '../../../support/postgres.ts';

const limits = { postsPerSecond: 1, updatesPerMinute: 50 };

test('whatever the limit, no more turns come in any stretch of time than it allows, with eight workers at once', async () => {
  await using pg = await freshDatabase();
  await recordTurns(pg.db);
  const pools = Array.from({ length: 2 }, () => connect(pg.url, { max: 4 }));
  let scope = 0;

  await fc.assert(
    fc.asyncProperty(
      fc.record({ everyMs: fc.integer({ min: 20, max: 300 }), burst: fc.integer({ min: 1, max: 10 }) }),
      async ({ everyMs, burst }) => {
        scope += 1;
        const limit = { scope: `scope ${scope}`, everyMs, burst };
        const workers = Array.from({ length: 8 }, (_, index) => pools[index % 2] ?? pg.db);
        await Promise.all(
          workers.map(async (db) => {
            for (let tries = 0; tries < 5; tries += 1) await takeTurn(db, workspaceId, limit);
          }),
        );

        const turns = await turnsOf(pg.db, limit);
        for (const [first, start] of turns.entries()) {
          for (let last = first + burst; last < turns.length; last += 1) {
            const least = (last - first - burst + 1) * everyMs;
            expect((turns[last] ?? 0) - start).toBeGreaterThan(least - 1);
          }
        }
        expect(turns.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 15 },
  );
  await Promise.all(pools.map(async (pool) => await pool.destroy()));
});

test('a channel gives one turn a second, and says no to whoever would have to wait for long', async () => {
  await using pg = await freshDatabase();
  const limit = postLimit(limits, 'C0EXPERTS');

  const waits = [];
  for (let index = 0; index < 6; index += 1) waits.push(await takeTurn(pg.db, workspaceId, limit));

  expect(waits[0]).toBe(0);
  expect(waits.slice(2).every((wait) => wait === undefined)).toBe(true);
});

test('another channel, and another workspace, have turns of their own', async () => {
  await using pg = await freshDatabase();
  await takeTurn(pg.db, workspaceId, postLimit(limits, 'C0EXPERTS'));

  expect(await takeTurn(pg.db, workspaceId, postLimit(limits, 'C0OTHER'))).toBe(0);
  expect(await takeTurn(pg.db, 'T0OTHER' as typeof workspaceId, postLimit(limits, 'C0EXPERTS'))).toBe(0);
});

test('ten updates may come at once after a quiet time, and then no more', async () => {
  await using pg = await freshDatabase();

  const waits = [];
  for (let index = 0; index < 13; index += 1) {
    waits.push(await takeTurn(pg.db, workspaceId, updateLimit(limits)));
  }

  expect(waits.slice(0, 10)).toEqual(Array(10).fill(0));
  expect(waits.slice(10).some((wait) => wait === undefined)).toBe(true);
});

test('a limit of zero is no limit', async () => {
  await using pg = await freshDatabase();
  const off = { postsPerSecond: 0, updatesPerMinute: 0 };

  for (let index = 0; index < 30; index += 1) {
    expect(await takeTurn(pg.db, workspaceId, postLimit(off, 'C0EXPERTS'))).toBe(0);
    expect(await takeTurn(pg.db, workspaceId, updateLimit(off))).toBe(0);
  }
});

test('nobody takes a turn while a scope is held back, and a shorter hold does not shorten a longer one', async () => {
  await using pg = await freshDatabase();
  const limit = postLimit({ postsPerSecond: 0, updatesPerMinute: 0 }, 'C0EXPERTS');
  await holdBack(pg.db, workspaceId, limit.scope, 60);
  await holdBack(pg.db, workspaceId, limit.scope, 1);

  expect(await takeTurn(pg.db, workspaceId, limit)).toBeUndefined();
});

test('somebody who is told to stop while waiting does not take their turn', async () => {
  await using pg = await freshDatabase();
  const limit = postLimit(limits, 'C0EXPERTS');
  await takeTurn(pg.db, workspaceId, limit);
  const stopping = new AbortController();

  const waiting = waitForTurn(pg.db, workspaceId, limit, stopping.signal);
  stopping.abort();

  expect(await waiting).toBe(false);
});

type Limit = { readonly scope: string; readonly everyMs: number; readonly burst: number };

/** Writes down each turn as it is given: the moment that was reserved, and the moment at which it was asked for. */
async function recordTurns(db: Database): Promise<void> {
  await sql`create table turn (scope text, next_at timestamptz, asked_at timestamptz)`.execute(db);
  await sql`
    create function note_turn() returns trigger language plpgsql as $$
    begin
      insert into turn values (new.scope, new.next_at, statement_timestamp());
      return null;
    end $$`.execute(db);
  await sql`
    create trigger note_turn after insert or update on slack_pace for each row execute function note_turn()`.execute(
    db,
  );
}

/**
 * The first moment at which each turn could be used, in milliseconds and in order. Counted from the asking, which is
 * at or before the clock that the turn was reckoned by, the bound is exact however slow the machine.
 */
async function turnsOf(db: Database, { scope, everyMs }: Limit): Promise<number[]> {
  const { rows } = await sql<{ at: number }>`
    select (extract(epoch from greatest(next_at - make_interval(secs => ${everyMs / 1000}), asked_at)) * 1000)::float8 as at
    from turn where scope = ${scope} order by 1`.execute(db);
  return rows.map(({ at }) => at);
}
