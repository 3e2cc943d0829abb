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

/** One statement, and nothing to build for it: others wait for the lock meanwhile. */
export async function append(trx: Trx, rows: readonly NewRow[], { seq, hash }: Link): Promise<void> {
  const column = <Name extends keyof NewRow>(name: Name) => rows.map((row) => row[name]);
  await sql`
    with appended as (
      insert into audit_entries
        (workspace_id, seq, at, action, outcome, "by", question_id, member, facts, hash)
      select * from unnest(
        ${column('workspaceId')}::text[], ${column('seq')}::bigint[], ${column('at')}::timestamptz[],
        ${column('action')}::text[], ${column('outcome')}::text[], ${column('by')}::text[],
        ${column('questionId')}::uuid[], ${column('member')}::text[], ${column('facts')}::text[],
        ${column('hash')}::bytea[])
    )
    insert into audit_heads (workspace_id, seq, hash) values (${rows[0]?.workspaceId}, ${seq}, ${hash})
    on conflict (workspace_id) do update set seq = excluded.seq, hash = excluded.hash`.execute(trx);
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

/**
 * In the order of the chain. Bounded by the rows' own numbers and not by a `limit`: whatever the planner thinks, it
 * reads no more than these.
 */
export async function rowsIn(
  db: Database,
  workspaceId: WorkspaceId,
  { after, upTo }: { readonly after: number; readonly upTo: number },
): Promise<readonly StoredRow[]> {
  const { rows } = await sql<StoredRow>`
    select ${COLUMNS} from audit_entries
    where workspace_id = ${workspaceId} and seq > ${after} and seq <= ${upTo}
    order by audit_entries.seq`.execute(db.withoutPlugins());
  return rows;
}

export type Period = { readonly from: Date | null; readonly to: Date | null };

export type Wanted = Period & {
  readonly workspaceId: WorkspaceId;
  /** One member's story. Null: everybody's. */
  readonly member: MemberToken | null;
};

const PAGE = 1_000;

/** In the order of time, a page at a time. `from` belongs to the period, `to` doesn't. */
export async function* rowsBetween(db: Database, wanted: Wanted): AsyncGenerator<readonly StoredRow[]> {
  const { workspaceId, from, to, member } = wanted;
  const trx = await db.withoutPlugins().startTransaction().setAccessMode('read only').execute();
  try {
    // However long the reader takes, and however much there is to sort.
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx);
    await sql`set local statement_timeout = 0`.execute(trx);
    await sql`declare wanted no scroll cursor for
      select ${COLUMNS} from audit_entries
      where workspace_id = ${workspaceId}
        ${member === null ? sql`` : sql`and member = ${member}`}
        ${from === null ? sql`` : sql`and at >= ${from}`}
        ${to === null ? sql`` : sql`and at < ${to}`}
      order by audit_entries.at, audit_entries.seq`.execute(trx);
    for (;;) {
      const { rows } = await sql<StoredRow>`fetch ${sql.lit(PAGE)} from wanted`.execute(trx);
      if (rows.length === 0) return;
      yield rows;
    }
  } finally {
    await trx.rollback().execute();
  }
}
