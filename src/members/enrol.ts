import { randomInt } from 'node:crypto';
import type { Trx } from '../platform/database.ts';
import { uuidv7 } from '../platform/uuid.ts';
import type { Vault } from '../platform/vault.ts';
import { MemberRef, type WorkspaceId } from '../shared/ids.ts';
import { normalMemberId } from './member-id.ts';
import { fingerprintOf, sealMemberId } from './seal.ts';
import { insertMember, type Member, memberByFingerprint } from './store.ts';
import { drawToken } from './token.ts';

export type EnrolDeps = {
  readonly vault: Vault;
  readonly workspace: { readonly id: WorkspaceId };
  /** A whole number below the given one. */
  readonly random?: (below: number) => number;
};

/** Of 20 million tokens, a few hundred thousand are taken: twenty draws that all hit one of them don't happen. */
const MOST_DRAWS = 20;

/** The member with this ID, whose token never changes. Enrolled when seen for the first time. */
export async function tokenFor(
  trx: Trx,
  { vault, workspace, random = (below) => randomInt(below) }: EnrolDeps,
  typedId: string,
): Promise<Member> {
  const memberId = normalMemberId(typedId);
  const fingerprint = fingerprintOf(vault, memberId);
  for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
    // Also after a failed insertion: it may have met the same member, stored by somebody else in between.
    const known = await memberByFingerprint(trx, workspace.id, fingerprint);
    if (known) return known;
    const memberRef = MemberRef.parse(uuidv7());
    const member = { memberRef, token: drawToken(random) };
    const sealed = sealMemberId(vault, memberRef, memberId);
    if (await insertMember(trx, workspace.id, { ...member, sealed, fingerprint })) return member;
  }
  throw new Error('Every token that was drawn is taken');
}
