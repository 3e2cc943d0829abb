import { canonical } from './entry.ts';
import { chains, endsOf, rowsIn } from './store.ts';
import type { VerifyDeps } from './verify.ts';

/**
 * Whether the records were written with this key. Only the first and the last row of each are looked at: with another
 * key both are wrong, while a single altered row is for `verify` to tell, and no reason to stop working.
 */
export async function isKeyOfRecords({ db, chain }: VerifyDeps): Promise<boolean> {
  for (const workspaceId of await chains(db)) {
    const { lastSeq } = await endsOf(db, workspaceId);
    const [first] = await rowsIn(db, workspaceId, { after: 0, upTo: 1 });
    const [beforeLast, last] = await rowsIn(db, workspaceId, { after: lastSeq - 2, upTo: lastSeq });
    const fits = [
      first && chain.link(chain.begin(workspaceId), canonical(first)).equals(first.hash),
      beforeLast && last && chain.link(beforeLast.hash, canonical(last)).equals(last.hash),
    ].filter((each) => each !== undefined);
    if (fits.length > 0 && fits.every((each) => !each)) return false;
  }
  return true;
}
