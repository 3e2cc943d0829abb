import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { fingerprintOf, sealMemberId } from '../../../src/members/seal.ts';
import { drawToken } from '../../../src/members/token.ts';
import { createVault, type Vault, type VaultKey } from '../../../src/platform/vault.ts';
import { MemberRef, WorkspaceId } from '../../../src/shared/ids.ts';
import { freshDatabase } from '../../support/postgres.ts';

export const workspaceId = WorkspaceId.parse('T0PRACTICE');
export const secret = randomBytes(32);
export const aKey = (id: string): VaultKey => ({ id, key: randomBytes(32) });

/** The members alone, on a database of their own. */
export async function openMembers({ keys = [aKey('k1')] as [VaultKey, ...VaultKey[]] } = {}) {
  const pg = await freshDatabase();
  const deps = { db: pg.db, vault: createVault(keys, secret), workspace: { id: workspaceId } };
  return { pg, deps, keys, [Symbol.asyncDispose]: async () => await pg[Symbol.asyncDispose]() };
}

export type Members = Awaited<ReturnType<typeof openMembers>>;

export const memberId = (number: number): string => `R${String(number).padStart(6, '0')}`;

/** Many members at once: R000000, R000001 and so on. The place of a member's reference in the answer is its number. */
export async function enrolMany({ deps }: Members, count: number, vault: Vault = deps.vault) {
  const rows = Array.from({ length: count }, (_, number) => {
    const ref = MemberRef.parse(crypto.randomUUID());
    const digits = [0, 1, 2, 3, 4].map((place) => Math.floor(number / 29 ** place) % 29);
    const token = drawToken(() => digits.shift() ?? 0);
    const sealed = sealMemberId(vault, ref, memberId(number));
    return { ref, token, sealed, fingerprint: fingerprintOf(vault, memberId(number)) };
  });
  await sql`insert into members (id, workspace_id, token, member_id_sealed, member_id_fingerprint)
    select id, ${workspaceId}, token, sealed, fingerprint from unnest(
      ${rows.map(({ ref }) => ref)}::uuid[], ${rows.map(({ token }) => token)}::text[],
      ${rows.map(({ sealed }) => sealed)}::bytea[], ${rows.map(({ fingerprint }) => fingerprint)}::bytea[]
    ) as row (id, token, sealed, fingerprint)`.execute(deps.db);
  return rows.map(({ ref }) => ref);
}
