import type { Database } from '../platform/database.ts';
import type { Vault } from '../platform/vault.ts';
import type { MemberRef, MemberToken, WorkspaceId } from '../shared/ids.ts';
import { unreachable } from '../shared/unreachable.ts';
import { masked } from './member-id.ts';
import { openSealed } from './seal.ts';
import { findMember, type Member } from './store.ts';

export type OpenDeps = {
  readonly db: Database;
  readonly vault: Vault;
  readonly workspace: { readonly id: WorkspaceId };
};

/** What Slack may be shown of a member ID. */
export type MemberIdInSlack = 'token' | 'masked' | 'full';

/** The ID in clear: for one entitled person, after the audit record has it. */
export async function openMemberId(
  { db, vault, workspace }: OpenDeps,
  ref: MemberRef,
): Promise<string | undefined> {
  const member = await findMember(db, workspace.id, ref);
  return member && openSealed(vault, ref, member.sealed);
}

/** What stands for the member on record. */
export async function tokenOf(
  db: Database,
  workspaceId: WorkspaceId,
  ref: MemberRef,
): Promise<MemberToken | undefined> {
  return (await findMember(db, workspaceId, ref))?.token;
}

/** What stands for the member on a card. With tokens, nothing is decrypted for it. */
export async function shownMember(
  { db, vault, workspace, settings }: OpenDeps & { readonly settings: { memberIdInSlack: MemberIdInSlack } },
  ref: MemberRef,
): Promise<(Member & { readonly shown: string }) | undefined> {
  const member = await findMember(db, workspace.id, ref);
  if (!member) return undefined;
  const { memberRef, token, sealed } = member;
  const shown = (): string => {
    switch (settings.memberIdInSlack) {
      case 'token':
        return token;
      case 'masked':
        return masked(openSealed(vault, ref, sealed));
      case 'full':
        return openSealed(vault, ref, sealed);
      default:
        return unreachable(settings.memberIdInSlack);
    }
  };
  return { memberRef, token, shown: shown() };
}
