import { type RawBuilder, sql } from 'kysely';
import type { MemberRef, MemberToken, WorkspaceId } from '../shared/ids.ts';

/** A member who may be new: as who they would be stored, if nobody has them yet. Bytes are hexadecimal. */
export type Candidate = {
  readonly memberRef: MemberRef;
  readonly token: MemberToken;
  readonly sealed: string;
  readonly fingerprint: string;
};

/** Parts of a `with`, the last of which is `enrolled (fingerprint, id)`; a fingerprint in hexadecimal. */
export type Enrolling = RawBuilder<unknown>;

/**
 * For a statement that stores what members sent: who they are, enrolled by the way when they are new, so that all of it
 * takes one statement and one commit. Whoever another transaction enrols at this very moment, or whose token is taken,
 * isn't among them: the statement is to be run again for those. The subquery keeps the planner to the index.
 */
export function enrolling(workspaceId: WorkspaceId, candidates: readonly Candidate[]): Enrolling {
  return sql`
    candidate as materialized (
      select "memberRef" as id, token, sealed, fingerprint,
        (select members.id from members where members.workspace_id = ${workspaceId}
          and members.member_id_fingerprint = decode(fingerprint, 'hex')) as known
      from json_to_recordset(${JSON.stringify(candidates)}::json)
        as row ("memberRef" uuid, token text, sealed text, fingerprint text)),
    fresh as (
      insert into members (id, workspace_id, token, member_id_sealed, member_id_fingerprint)
      select id, ${workspaceId}, token, decode(sealed, 'hex'), decode(fingerprint, 'hex') from candidate
      where known is null order by fingerprint
      on conflict do nothing
      returning encode(member_id_fingerprint, 'hex') as fingerprint, id),
    enrolled as (
      select fingerprint, known as id from candidate where known is not null
      union all select fingerprint, id from fresh)`;
}
