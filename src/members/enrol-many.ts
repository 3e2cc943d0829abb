import { randomInt } from 'node:crypto';
import { uuidv7 } from '../platform/uuid.ts';
import type { Vault } from '../platform/vault.ts';
import { MemberRef } from '../shared/ids.ts';
import type { EnrolDeps } from './enrol.ts';
import { type Candidate, type Enrolling, enrolling } from './enrol-store.ts';
import { normalMemberId } from './member-id.ts';
import { fingerprintOf, sealMemberId } from './seal.ts';
import { drawToken } from './token.ts';

/** Many members at once, for a statement of the room that stores what they sent. */
export type Enrolment = {
  /** Each of them, in the order of the IDs: who is known here already, or how the statement finds them. */
  readonly members: readonly { readonly memberRef: MemberRef | null; readonly fingerprint: string }[];
  /** Null when all of them are known. */
  readonly parts: Enrolling | null;
  /** To be told what the statement found, once it is committed. */
  readonly remember: (found: Readonly<Record<string, MemberRef>>) => void;
};

/** Who has which fingerprint never changes, so it may be remembered: sealing for nothing costs more than storing. */
const known = new WeakMap<Vault, Map<string, MemberRef>>();
const MOST_KNOWN = 50_000;

export function enrolmentOf(
  { vault, workspace, random = (below) => randomInt(below) }: EnrolDeps,
  typedIds: readonly string[],
): Enrolment {
  const refs = known.get(vault) ?? new Map<string, MemberRef>();
  known.set(vault, refs);
  const candidates = new Map<string, Candidate>();
  const members = typedIds.map((typed) => {
    const memberId = normalMemberId(typed);
    const fingerprint = fingerprintOf(vault, memberId).toString('hex');
    const memberRef = refs.get(`${workspace.id} ${fingerprint}`) ?? null;
    if (memberRef === null && !candidates.has(fingerprint)) {
      const fresh = MemberRef.parse(uuidv7());
      const sealed = sealMemberId(vault, fresh, memberId).toString('hex');
      candidates.set(fingerprint, { memberRef: fresh, token: drawToken(random), sealed, fingerprint });
    }
    return { memberRef, fingerprint };
  });
  return {
    members,
    parts: candidates.size === 0 ? null : enrolling(workspace.id, [...candidates.values()]),
    remember: (found) => {
      if (refs.size > MOST_KNOWN) refs.clear();
      for (const [fingerprint, ref] of Object.entries(found)) refs.set(`${workspace.id} ${fingerprint}`, ref);
    },
  };
}
