import { sql } from 'kysely';
import type { Database, Trx } from '../platform/database.ts';
import type { MemberRef, MemberToken, WorkspaceId } from '../shared/ids.ts';

export type Member = { readonly memberRef: MemberRef; readonly token: MemberToken };
export type SealedMember = Member & { readonly sealed: Buffer };

export async function memberByFingerprint(
  db: Database,
  workspaceId: WorkspaceId,
  fingerprint: Buffer,
): Promise<Member | undefined> {
  return await db
    .selectFrom('members')
    .select(['id as memberRef', 'token'])
    .where('workspaceId', '=', workspaceId)
    .where('memberIdFingerprint', '=', fingerprint)
    .executeTakeFirst();
}

/** False when the member or the token is there already, also when somebody else is storing it at this moment. */
export async function insertMember(
  trx: Trx,
  workspaceId: WorkspaceId,
  { memberRef, token, sealed, fingerprint }: SealedMember & { readonly fingerprint: Buffer },
): Promise<boolean> {
  const row = await trx
    .insertInto('members')
    .values({
      id: memberRef,
      workspaceId,
      token,
      memberIdSealed: sealed,
      memberIdFingerprint: fingerprint,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function findMember(
  db: Database,
  workspaceId: WorkspaceId,
  ref: MemberRef,
): Promise<SealedMember | undefined> {
  return await db
    .selectFrom('members')
    .select(['id as memberRef', 'token', 'memberIdSealed as sealed'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', ref)
    .executeTakeFirst();
}

/** What stands for each of these members. */
export async function tokensOf(
  db: Database,
  workspaceId: WorkspaceId,
  refs: readonly MemberRef[],
): Promise<ReadonlyMap<MemberRef, MemberToken>> {
  if (refs.length === 0) return new Map();
  const rows = await db
    .selectFrom('members')
    .select(['id', 'token'])
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', refs)
    .execute();
  return new Map(rows.map(({ id, token }) => [id, token]));
}

export type Sealed = { readonly id: MemberRef; readonly sealed: Buffer };

/**
 * Locks the next few that are sealed with another key, passing by those that somebody else has locked: several
 * rotations may run at once, and none holds up the app.
 */
export async function lockOlderSeals(
  trx: Trx,
  { current, after, limit }: { current: string; after: MemberRef | null; limit: number },
): Promise<readonly Sealed[]> {
  return await trx
    .selectFrom('members')
    .select(['id', 'memberIdSealed as sealed'])
    .where('keyId', '<>', current)
    .$if(after !== null, (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

export async function saveSeals(trx: Trx, seals: readonly Sealed[]): Promise<void> {
  await sql`
    update members set member_id_sealed = resealed.sealed
    from unnest(${seals.map(({ id }) => id)}::uuid[], ${seals.map(({ sealed }) => sealed)}::bytea[])
      as resealed (id, sealed)
    where members.id = resealed.id`.execute(trx);
}

export async function countOlderSeals(db: Database, current: string): Promise<number> {
  const { count } = await db
    .selectFrom('members')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('keyId', '<>', current)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export type Sample = Sealed & { readonly keyId: string; readonly fingerprint: Buffer };

/** One member for each key that anything is sealed with. */
export async function oneOfEachKey(db: Database): Promise<readonly Sample[]> {
  return await db
    .selectFrom('members')
    .distinctOn('keyId')
    .select(['keyId', 'id', 'memberIdSealed as sealed', 'memberIdFingerprint as fingerprint'])
    .orderBy('keyId')
    .orderBy('id')
    .execute();
}

/** How many member IDs each key has sealed. */
export async function sealedByKey(db: Database): Promise<readonly { keyId: string; count: number }[]> {
  const rows = await db
    .selectFrom('members')
    .select((eb) => ['keyId', eb.fn.countAll<string>().as('count')])
    .groupBy('keyId')
    .orderBy('keyId')
    .execute();
  return rows.map(({ keyId, count }) => ({ keyId, count: Number(count) }));
}
