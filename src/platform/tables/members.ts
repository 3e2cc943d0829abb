import type { Generated } from 'kysely';
import type { MemberRef, MemberToken, WorkspaceId } from '../../shared/ids.ts';

export type MemberTables = { readonly members: MembersTable };

type MembersTable = {
  id: MemberRef;
  workspaceId: WorkspaceId;
  token: MemberToken;
  memberIdSealed: Buffer;
  /** A keyed hash, to find the member by. */
  memberIdFingerprint: Buffer;
  /** Which key it is sealed with: read out of the sealed value by the database. */
  keyId: Generated<string>;
};
