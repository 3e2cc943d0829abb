import type { ColumnType } from 'kysely';
import type { MemberToken, QuestionId, SlackUserId, WorkspaceId } from '../../shared/ids.ts';

export type AuditTables = {
  readonly auditEntries: AuditEntriesTable;
  readonly auditHeads: AuditHeadsTable;
};

/** Append-only: triggers refuse anything else, for every role. */
type AuditEntriesTable = {
  workspaceId: WorkspaceId;
  /** From 1 in each workspace, without gaps. */
  seq: ColumnType<string, number, number>;
  at: Date;
  action: string;
  outcome: 'done' | 'denied';
  by: SlackUserId | null;
  questionId: QuestionId | null;
  member: MemberToken | null;
  /** JSON as text: `jsonb` would forget how it was written, and the hash covers every character. */
  facts: string;
  hash: Buffer;
};

/** Where each record ends, so that rows missing at the end are noticed. */
type AuditHeadsTable = { workspaceId: WorkspaceId; seq: ColumnType<string, number, number>; hash: Buffer };
