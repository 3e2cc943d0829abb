import type { Chain } from '../platform/chain.ts';
import type { Database } from '../platform/database.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import { canonical, type Head } from './entry.ts';
import { chains, endsOf, type Link, rowsIn, type StoredRow } from './store.ts';

export type VerifyDeps = { readonly db: Database; readonly chain: Chain };

export type Flaw =
  /** It is not what was written, or doesn't follow the row before it. */
  | 'altered'
  | 'missing'
  /** It stands after the end of the record. */
  | 'extra'
  /** It is not the row that was noted, here or elsewhere, as the last one. */
  | 'notTheHead'
  /** The note of where the record ends is gone. */
  | 'headMissing';

/** `seq`: the first row that is wrong. */
type Break = { readonly seq: number; readonly flaw: Flaw };

export type Verdict = { readonly workspaceId: WorkspaceId } & (
  | { readonly kind: 'whole'; readonly rows: number }
  | ({ readonly kind: 'broken' } & Break)
);

const PAGE = 5_000;

export async function verifyAll(deps: VerifyDeps): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const workspaceId of await chains(deps.db)) verdicts.push(await verifyChain(deps, workspaceId));
  return verdicts;
}

/**
 * Recomputes every hash, a page at a time, up to where the record ended when it began. `noted` are heads that were
 * written down elsewhere: only they tell that somebody who may change everything here has cut off the end.
 */
export async function verifyChain(
  deps: VerifyDeps,
  workspaceId: WorkspaceId,
  noted: readonly Head[] = [],
): Promise<Verdict> {
  const { head, lastSeq } = await endsOf(deps.db, workspaceId);
  const known = noted.map(({ seq, hash }) => ({ seq, hash: Buffer.from(hash, 'hex') }));
  const end = Math.max(head?.seq ?? lastSeq, ...known.map(({ seq }) => seq));
  const flaw =
    (await firstBreak(deps, workspaceId, { end, heads: head ? [head, ...known] : known })) ??
    (head || lastSeq === 0 ? undefined : { seq: lastSeq, flaw: 'headMissing' }) ??
    (lastSeq > end ? { seq: end + 1, flaw: 'extra' } : undefined);
  return flaw ? { kind: 'broken', workspaceId, ...flaw } : { kind: 'whole', workspaceId, rows: end };
}

type Expected = { readonly end: number; readonly heads: readonly Link[] };

async function firstBreak(
  { db, chain }: VerifyDeps,
  workspaceId: WorkspaceId,
  { end, heads }: Expected,
): Promise<Break | undefined> {
  let last: Link = { seq: 0, hash: chain.begin(workspaceId) };
  for await (const page of pages(db, workspaceId, end)) {
    for (const row of page) {
      const flaw = flawOf(row, last, { chain, heads });
      if (flaw) return flaw;
      last = row;
    }
  }
  return last.seq < end ? { seq: last.seq + 1, flaw: 'missing' } : undefined;
}

function flawOf(
  row: StoredRow,
  last: Link,
  { chain, heads }: { readonly chain: Chain; readonly heads: readonly Link[] },
): Break | undefined {
  if (row.seq !== last.seq + 1) return { seq: last.seq + 1, flaw: 'missing' };
  if (!row.hash.equals(chain.link(last.hash, canonical(row)))) return { seq: row.seq, flaw: 'altered' };
  const isNoted = heads.every(({ seq, hash }) => seq !== row.seq || hash.equals(row.hash));
  return isNoted ? undefined : { seq: row.seq, flaw: 'notTheHead' };
}

/** The next page is read while this one is looked at; never more than two of them are held. */
async function* pages(
  db: Database,
  workspaceId: WorkspaceId,
  end: number,
): AsyncGenerator<readonly StoredRow[]> {
  const read = async (after: number): Promise<readonly StoredRow[]> =>
    await rowsIn(db, workspaceId, { after, upTo: Math.min(after + PAGE, end) });
  let next = read(0);
  for (let after = 0; after < end; after += PAGE) {
    const page = await next;
    next = read(after + PAGE);
    // Whoever stops at a flaw doesn't wait for it.
    next.catch(() => {});
    yield page;
  }
}
