import { sql } from 'kysely';
import type { Database, Trx } from '../platform/database.ts';
import type { MemberToken, QuestionId, SlackUserId, WorkspaceId } from '../shared/ids.ts';
import { AuditHash, type AuditOutcome, type AuditRow, type Head } from './entry.ts';

export type Link = { readonly seq: number; readonly hash: Buffer };

/** Waits until nobody else is writing to this chain, and keeps others waiting until the transaction ends. */
export async function lockHead(trx: Trx, workspaceId: WorkspaceId): Promise<Link | undefined> {
  const { rows } = await sql<{ seq: string; hash: Buffer }>`
    select seq, hash from lock_audit_head(${workspaceId})`.execute(trx);
  return rows[0] && { seq: Number(rows[0].seq), hash: rows[0].hash };
}

export type NewRow = {
  readonly workspaceId: WorkspaceId;
  readonly seq: number;
  readonly at: Date;
  readonly action: string;
  readonly outcome: AuditOutcome;
  readonly by: SlackUserId | null;
  readonly questionId: QuestionId | null;
  readonly member: MemberToken | null;
  readonly facts: string;
  readonly hash: Buffer;
};

/** One statement: others wait for the lock meanwhile. */
export async function append(trx: Trx, rows: readonly NewRow[], { seq, hash }: Link): Promise<void> {
  const [first] = rows;
  if (!first) return;
  await trx
    .with('appended', (db) => db.insertInto('auditEntries').values([...rows]))
    .insertInto('auditHeads')
    .values({ workspaceId: first.workspaceId, seq, hash })
    .onConflict((conflict) => conflict.column('workspaceId').doUpdateSet({ seq, hash }))
    .execute();
}

/** Where the chain should end and where its rows do, seen at one moment. */
export async function endsOf(
  db: Database,
  workspaceId: WorkspaceId,
): Promise<{ readonly head: Link | null; readonly lastSeq: number }> {
  const { rows } = await sql<{ seq: string | null; hash: Buffer | null; last: string | null }>`
    select head.seq, head.hash,
      (select max(seq) from audit_entries where workspace_id = ${workspaceId}) as last
    from (select) as nothing left join audit_heads head on head.workspace_id = ${workspaceId}`.execute(db);
  const [row] = rows;
  const head = row?.seq && row.hash ? { seq: Number(row.seq), hash: row.hash } : null;
  return { head, lastSeq: Number(row?.last ?? 0) };
}

/** Every workspace that has a record, or a place where one should end. */
export async function chains(db: Database): Promise<readonly WorkspaceId[]> {
  const rows = await db
    .selectFrom('auditEntries')
    .select('workspaceId')
    .union(db.selectFrom('auditHeads').select('workspaceId'))
    .orderBy('workspaceId')
    .execute();
  return rows.map(({ workspaceId }) => workspaceId);
}

export async function heads(db: Database): Promise<readonly (Head & { workspaceId: WorkspaceId })[]> {
  const rows = await db.selectFrom('auditHeads').selectAll().orderBy('workspaceId').execute();
  return rows.map(({ workspaceId, seq, hash }) => ({
    workspaceId,
    seq: Number(seq),
    hash: AuditHash.parse(hash.toString('hex')),
  }));
}

export type StoredRow = AuditRow & { readonly hash: Buffer };

/** Every column as it stands there: the microseconds too, which a JavaScript date would lose. */
const COLUMNS = sql`workspace_id as "workspaceId", seq::float8 as "seq",
  to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "at",
  action, outcome, "by", question_id::text as "questionId", member, facts, hash`;

/** In the order of the chain. */
export async function rowsAfter(
  db: Database,
  workspaceId: WorkspaceId,
  { after, upTo, limit }: { readonly after: number; readonly upTo: number; readonly limit: number },
): Promise<readonly StoredRow[]> {
  const { rows } = await sql<StoredRow>`
    select ${COLUMNS} from audit_entries
    where workspace_id = ${workspaceId} and seq > ${after} and seq <= ${upTo}
    order by audit_entries.seq limit ${limit}`.execute(db.withoutPlugins());
  return rows;
}

export type Period = { readonly from: Date | null; readonly to: Date | null };
/** The last row of the page before. */
export type Place = { readonly at: string; readonly seq: number };

/** In the order of time. `from` belongs to the period, `to` doesn't. */
export async function rowsBetween(
  db: Database,
  { workspaceId, from, to, member }: Period & { workspaceId: WorkspaceId; member: MemberToken | null },
  { after, limit }: { readonly after: Place | null; readonly limit: number },
): Promise<readonly StoredRow[]> {
  const { rows } = await sql<StoredRow>`
    select ${COLUMNS} from audit_entries
    where workspace_id = ${workspaceId}
      ${member === null ? sql`` : sql`and member = ${member}`}
      ${from === null ? sql`` : sql`and at >= ${from}`}
      ${to === null ? sql`` : sql`and at < ${to}`}
      ${after === null ? sql`` : sql`and (at, seq) > (${after.at}::timestamptz, ${after.seq})`}
    order by audit_entries.at, audit_entries.seq limit ${limit}`.execute(db.withoutPlugins());
  return rows;
}
