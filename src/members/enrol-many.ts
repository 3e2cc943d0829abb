import { randomInt } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Trx } from '../platform/database.ts';
import { MemberRef } from '../shared/ids.ts';
import type { EnrolDeps } from './enrol.ts';
import { normalMemberId } from './member-id.ts';
import { fingerprintOf, sealMemberId } from './seal.ts';
import { insertMembers, membersByFingerprint, type NewMember } from './store.ts';
import { drawToken } from './token.ts';

/** Each draw that hits a taken token is one of twenty million: more than a few in a row don't happen. */
const MOST_ROUNDS = 20;

/** Who these IDs belong to, in their order: known members, and new ones enrolled in as few statements. */
export async function membersFor(
  trx: Trx,
  { vault, workspace, random = (below) => randomInt(below) }: EnrolDeps,
  typedIds: readonly string[],
): Promise<readonly MemberRef[]> {
  const ids = typedIds.map(normalMemberId);
  const prints = new Map(ids.map((id) => [id, fingerprintOf(vault, id)]));
  const refs = new Map<string, MemberRef>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    // Also after an insertion: it may have met the same members, stored by somebody else in between.
    const unknown = [...prints].filter(([id]) => !refs.has(id));
    const found = await membersByFingerprint(
      trx,
      workspace.id,
      unknown.map(([, print]) => print),
    );
    for (const [id, print] of unknown) {
      const ref = found.get(print.toString('hex'));
      if (ref) refs.set(id, ref);
    }
    const missing = unknown.filter(([id]) => !refs.has(id));
    if (missing.length === 0) return ids.map((id) => refOf(refs, id));
    const fresh = missing.map(([id, fingerprint]): NewMember => {
      const memberRef = MemberRef.parse(uuidv7());
      return {
        memberRef,
        fingerprint,
        token: drawToken(random),
        sealed: sealMemberId(vault, memberRef, id),
      };
    });
    await insertMembers(trx, workspace.id, fresh);
  }
  throw new Error('Every token that was drawn is taken');
}

function refOf(refs: ReadonlyMap<string, MemberRef>, id: string): MemberRef {
  const ref = refs.get(id);
  if (!ref) throw new Error('A member was looked for and not found');
  return ref;
}
