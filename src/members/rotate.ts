import type { Database } from '../platform/database.ts';
import { type Vault, VaultTrouble } from '../platform/vault.ts';
import type { MemberRef } from '../shared/ids.ts';
import { openSealed, sealMemberId } from './seal.ts';
import { countOlderSeals, lockOlderSeals, type Sealed, saveSeals } from './store.ts';

export type RotateDeps = { readonly db: Database; readonly vault: Vault };

export type Rotation = {
  readonly resealed: number;
  /** Members whose ID none of the keys opens. They stay as they are. */
  readonly unreadable: readonly MemberRef[];
};

type Options = {
  /** Told after each batch how many have been sealed anew so far. */
  readonly onBatch?: (resealed: number) => void;
  readonly batch?: number;
};

const BATCH = 500;
const PAUSE_MS = 100;

/**
 * Seals every member ID with the current key. Each batch is a transaction: whoever is killed leaves each ID readable
 * with the old key or the new one, and the next run goes on with those that still have the old one.
 */
export async function rotateKeys(
  deps: RotateDeps,
  { batch = BATCH, onBatch }: Options = {},
): Promise<Rotation> {
  let resealed = 0;
  for (;;) {
    const pass = await rotateOnce(deps, batch, (count) => onBatch?.(resealed + count));
    resealed += pass.resealed;
    const left = await countOlderSeals(deps.db, deps.vault.keys.current);
    if (left <= pass.unreadable.length) return { resealed, unreadable: pass.unreadable };
    // The others were locked, by another rotation.
    if (pass.resealed === 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** Once through all of them, by their ids. */
async function rotateOnce(
  deps: RotateDeps,
  limit: number,
  onBatch: (resealed: number) => void,
): Promise<Rotation> {
  let resealed = 0;
  const unreadable: MemberRef[] = [];
  let after: MemberRef | null = null;
  for (;;) {
    const batch = await rotateBatch(deps, after, limit);
    if (!batch) return { resealed, unreadable };
    resealed += batch.resealed;
    unreadable.push(...batch.unreadable);
    after = batch.last;
    onBatch(resealed);
  }
}

type Batch = Rotation & { readonly last: MemberRef };

async function rotateBatch(
  { db, vault }: RotateDeps,
  after: MemberRef | null,
  limit: number,
): Promise<Batch | undefined> {
  return await db.transaction().execute(async (trx) => {
    const older = await lockOlderSeals(trx, { current: vault.keys.current, after, limit });
    const last = older.at(-1)?.id;
    if (last === undefined) return undefined;
    const outcomes = older.map((each) => reseal(vault, each));
    const seals = outcomes.filter((each) => 'sealed' in each);
    await saveSeals(trx, seals);
    const unreadable = outcomes.filter((each) => !('sealed' in each)).map(({ id }) => id);
    return { resealed: seals.length, unreadable, last };
  });
}

function reseal(vault: Vault, { id, sealed }: Sealed): Sealed | { readonly id: MemberRef } {
  try {
    return { id, sealed: sealMemberId(vault, id, openSealed(vault, id, sealed)) };
  } catch (error) {
    if (error instanceof VaultTrouble) return { id };
    throw error;
  }
}
