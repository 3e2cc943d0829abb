import type { Database } from '../platform/database.ts';
import type { Vault } from '../platform/vault.ts';
import type { QuestionId, WorkspaceId } from '../shared/ids.ts';
import { type SealedMember, sealedMemberId } from './store.ts';

/** The same ID typed in small letters or with spaces around is the same member. */
export function normalMemberId(typed: string): string {
  return typed.trim().toUpperCase();
}

export function sealMemberId(vault: Vault, id: QuestionId, memberId: string): SealedMember {
  return { sealed: vault.seal(memberId, contextOf(id)), fingerprint: vault.fingerprint(memberId) };
}

/** In the clear, for a view that masks it. Nothing when none was given. */
export async function memberIdOf(
  { db, vault, workspace }: MemberDeps,
  id: QuestionId,
): Promise<string | undefined> {
  const sealed = await sealedMemberId(db, workspace.id, id);
  return sealed && vault.open(sealed, contextOf(id));
}

export type MemberDeps = {
  readonly db: Database;
  readonly vault: Vault;
  readonly workspace: { readonly id: WorkspaceId };
};

function contextOf(id: QuestionId): string {
  return `questions.member_id/${id}`;
}
