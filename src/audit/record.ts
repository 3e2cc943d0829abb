import type { Chain } from '../platform/chain.ts';
import type { Trx } from '../platform/database.ts';
import { type AuditEntry, canonical, canonicalTime } from './entry.ts';
import { append, type Link, lockHead, type NewRow } from './store.ts';

export type AuditDeps = { readonly chain: Chain; readonly now: () => Date };

/**
 * Puts entries of one workspace on record, in the transaction of what they record.
 *
 * Call it last in that transaction: everybody else who writes to the record waits from here to the commit, and somebody
 * who waits for a row of ours while we wait for their turn would be a deadlock.
 */
export async function recordAudit<Action extends string, Values extends object>(
  trx: Trx,
  { chain, now }: AuditDeps,
  ...entries: readonly [AuditEntry<Action, Values>, ...AuditEntry<Action, Values>[]]
): Promise<void> {
  const { workspaceId } = entries[0];
  const head = (await lockHead(trx, workspaceId)) ?? { seq: 0, hash: chain.begin(workspaceId) };
  const rows: NewRow[] = [];
  let last: Link = head;
  for (const entry of entries) {
    if (entry.workspaceId !== workspaceId) throw new Error('Entries of several workspaces in one call');
    const row = { ...columnsOf(entry), seq: last.seq + 1, at: now() };
    const hash = chain.link(last.hash, canonical({ ...row, at: canonicalTime(row.at) }));
    rows.push({ ...row, hash });
    last = { seq: row.seq, hash };
  }
  await append(trx, rows, last);
}

function columnsOf<Action extends string, Values extends object>({
  workspaceId,
  action,
  outcome = 'done',
  by,
  questionId = null,
  member = null,
  facts,
}: AuditEntry<Action, Values>) {
  return { workspaceId, action, outcome, by, questionId, member, facts: JSON.stringify(facts ?? {}) };
}
