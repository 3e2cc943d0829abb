import { randomInt } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { MemberRef } from '../shared/ids.ts';
import type { EnrolDeps } from './enrol.ts';
import { type Candidate, type Enrolling, enrolling } from './enrol-store.ts';
import { normalMemberId } from './member-id.ts';
import { fingerprintOf, sealMemberId } from './seal.ts';
import { drawToken } from './token.ts';

/** Many members at once, for a statement of the room that stores what they sent. */
export type Enrolment = {
  /** How the statement finds each of them, in the order of the IDs. */
  readonly fingerprints: readonly string[];
  readonly parts: Enrolling;
};

export function enrolmentOf(
  { vault, workspace, random = (below) => randomInt(below) }: EnrolDeps,
  typedIds: readonly string[],
): Enrolment {
  const candidates = new Map<string, Candidate>();
  const fingerprints = typedIds.map((typed) => {
    const memberId = normalMemberId(typed);
    const fingerprint = bytes(fingerprintOf(vault, memberId));
    if (!candidates.has(fingerprint)) {
      const memberRef = MemberRef.parse(uuidv7());
      const sealed = bytes(sealMemberId(vault, memberRef, memberId));
      candidates.set(fingerprint, { memberRef, token: drawToken(random), sealed, fingerprint });
    }
    return fingerprint;
  });
  return { fingerprints, parts: enrolling(workspace.id, [...candidates.values()]) };
}

const bytes = (value: Buffer): string => `\\x${value.toString('hex')}`;
