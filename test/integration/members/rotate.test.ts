import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { keyTroubles, openMemberId, rotateKeys, tokenFor } from '../../../src/members/index.ts';
import { openSealed } from '../../../src/members/seal.ts';
import { createVault, type VaultKey } from '../../../src/platform/vault.ts';
import type { MemberRef } from '../../../src/shared/ids.ts';
import { endOf, firstLine, startChild } from '../../support/child.ts';
import { rotationArguments } from '../../support/rotate-slowly.ts';
import { aKey, enrolMany, type Members, memberId, openMembers, secret, workspaceId } from './room.ts';

const [older, newer] = [aKey('older'), aKey('newer')];
const workspace = { id: workspaceId };

/** Read in one statement: all of them as they are at one moment. */
async function everyId({ pg }: Members, refs: readonly MemberRef[], keys: [VaultKey, ...VaultKey[]]) {
  const vault = createVault(keys, secret);
  const rows = await pg.db.selectFrom('members').select(['id', 'memberIdSealed']).execute();
  const opened = new Map(rows.map(({ id, memberIdSealed }) => [id, openSealed(vault, id, memberIdSealed)]));
  return refs.map((ref) => opened.get(ref));
}

async function keyCounts({ pg }: Members): Promise<Record<string, number>> {
  const { rows } = await sql<{ keyId: string; count: number }>`
    select key_id, count(*)::int as count from members group by key_id order by key_id`.execute(pg.db);
  return Object.fromEntries(rows.map(({ keyId, count }) => [keyId, count]));
}

describe('rotating keys', () => {
  test('every ID is sealed with the current key, and the older one is needed no more', async () => {
    await using members = await openMembers({ keys: [older] });
    const refs = await enrolMany(members, 120);
    const vault = createVault([newer, older], secret);

    expect(await rotateKeys({ db: members.pg.db, vault }, { batch: 50 })).toEqual({
      resealed: 120,
      unreadable: [],
    });

    expect(await keyCounts(members)).toEqual({ newer: 120 });
    expect(await everyId(members, refs, [newer])).toEqual(refs.map((_, number) => memberId(number)));
  });

  test('a second run finds nothing to do', async () => {
    await using members = await openMembers({ keys: [older] });
    await enrolMany(members, 3);
    const vault = createVault([newer, older], secret);

    await rotateKeys({ db: members.pg.db, vault });

    expect(await rotateKeys({ db: members.pg.db, vault })).toEqual({ resealed: 0, unreadable: [] });
  });

  test('an ID that no key opens is named and left as it is, and the others are sealed anew', async () => {
    await using members = await openMembers({ keys: [older] });
    const refs = await enrolMany(members, 5);
    const broken = refs[2];
    await sql`update members set member_id_sealed = member_id_sealed || '\\x00' where id = ${broken}`.execute(
      members.pg.db,
    );
    const vault = createVault([newer, older], secret);

    const rotation = await rotateKeys({ db: members.pg.db, vault }, { batch: 2 });

    expect(rotation).toEqual({ resealed: 4, unreadable: [broken] });
    expect(await keyCounts(members)).toEqual({ newer: 4, older: 1 });
  });

  test('two rotations at once share the work', async () => {
    await using members = await openMembers({ keys: [older] });
    const refs = await enrolMany(members, 300);
    const vault = createVault([newer, older], secret);
    const rotate = async () => await rotateKeys({ db: members.pg.db, vault }, { batch: 10 });

    const [one, other] = await Promise.all([rotate(), rotate()]);

    expect(one.resealed + other.resealed).toBe(300);
    expect(await everyId(members, refs, [newer])).toEqual(refs.map((_, number) => memberId(number)));
  });

  test('killed ten times at random moments, while the app goes on, every ID ends readable under the new key', async () => {
    await using members = await openMembers({ keys: [older] });
    const { db } = members.pg;
    const refs = await enrolMany(members, 3_000);
    const both = createVault([newer, older], secret);
    const start = () =>
      startChild('rotate-slowly.ts', rotationArguments(members.pg.url, [newer, older], secret));
    const progress: number[] = [];
    const app = useTheApp(members, both, refs);

    for (let kill = 0; kill < 10; kill += 1) {
      const child = start();
      await firstLine(child);
      await new Promise((resolve) => setTimeout(resolve, 15 + Math.random() * 35));
      child.kill('SIGKILL');
      expect(await endOf(child)).toBe('SIGKILL');
      progress.push((await keyCounts(members))['newer'] ?? 0);
      expect(await everyId(members, refs, [newer, older])).toEqual(refs.map((_, number) => memberId(number)));
    }
    const seenByTheApp = await app.stop();

    // Killed in the middle of it, again and again.
    expect(progress.filter((count) => count > 0 && count < 3_000).length).toBeGreaterThan(0);
    expect(seenByTheApp.wrong).toEqual([]);
    expect(await endOf(start())).toBe('exit 0');
    expect(await keyCounts(members)).toEqual({ newer: 3_000 + seenByTheApp.enrolled });
    expect(await everyId(members, refs, [newer])).toEqual(refs.map((_, number) => memberId(number)));
    expect(await keyTroubles({ db, vault: createVault([newer], secret) })).toEqual([]);
  });
});

/** How many members it has enrolled, and whose ID it read wrongly. */
type Seen = { readonly enrolled: number; readonly wrong: readonly number[] };

/** Opens known members and enrols new ones, one after the other, until it is told to stop. */
function useTheApp(
  { deps }: Members,
  vault: ReturnType<typeof createVault>,
  refs: readonly MemberRef[],
): { readonly stop: () => Promise<Seen> } {
  let going = true;
  const work = async (): Promise<Seen> => {
    const wrong: number[] = [];
    let enrolled = 0;
    while (going) {
      const number = Math.floor(Math.random() * refs.length);
      const ref = refs[number];
      if (ref && (await openMemberId({ ...deps, vault }, ref)) !== memberId(number)) wrong.push(number);
      const typed = `N${enrolled}`;
      await deps.db.transaction().execute(async (trx) => await tokenFor(trx, { vault, workspace }, typed));
      enrolled += 1;
    }
    return { enrolled, wrong };
  };
  const working = work();
  return {
    stop: async () => {
      going = false;
      return await working;
    },
  };
}

describe('checking the keys at the start', () => {
  test('finds nothing when every key is there', async () => {
    await using members = await openMembers({ keys: [older] });
    await enrolMany(members, 2);

    expect(await keyTroubles(members.deps)).toEqual([]);
    expect(await keyTroubles({ db: members.pg.db, vault: createVault([newer, older], secret) })).toEqual([]);
  });

  test('names a key that the settings lack', async () => {
    await using members = await openMembers({ keys: [older] });
    await enrolMany(members, 2);

    expect(await keyTroubles({ db: members.pg.db, vault: createVault([newer], secret) })).toEqual([
      { kind: 'missing', keyId: 'older' },
    ]);
  });

  test('names a key that is another one than before', async () => {
    await using members = await openMembers({ keys: [older] });
    await enrolMany(members, 2);

    expect(await keyTroubles({ db: members.pg.db, vault: createVault([aKey('older')], secret) })).toEqual([
      { kind: 'wrong', keyId: 'older' },
    ]);
  });

  test('says once that the fingerprint secret is another one than before', async () => {
    await using members = await openMembers({ keys: [older] });
    await enrolMany(members, 1);
    await rotateKeys({ db: members.pg.db, vault: createVault([newer, older], secret) });
    await members.deps.db
      .transaction()
      .execute(async (trx) => await tokenFor(trx, { vault: members.deps.vault, workspace }, 'R999999'));

    const vault = createVault([newer, older], Buffer.alloc(32));

    expect(await keyTroubles({ db: members.pg.db, vault })).toEqual([{ kind: 'wrongFingerprintSecret' }]);
  });
});
