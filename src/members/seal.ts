import type { Vault } from '../platform/vault.ts';
import type { MemberRef } from '../shared/ids.ts';

/** Bound to its row: copied to another one, it can't be opened. */
export function sealMemberId(vault: Vault, ref: MemberRef, memberId: string): Buffer {
  return vault.seal(memberId, contextOf(ref));
}

export function openSealed(vault: Vault, ref: MemberRef, sealed: Buffer): string {
  return vault.open(sealed, contextOf(ref));
}

/** Of the ID in its normal form. */
export function fingerprintOf(vault: Vault, memberId: string): Buffer {
  return vault.fingerprint(`members.member_id/${memberId}`);
}

const contextOf = (ref: MemberRef): string => `members.member_id/${ref}`;
