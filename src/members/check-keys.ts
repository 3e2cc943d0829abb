import type { Database } from '../platform/database.ts';
import { type Vault, VaultTrouble } from '../platform/vault.ts';
import { fingerprintOf, openSealed } from './seal.ts';
import { oneOfEachKey, type Sample } from './store.ts';

export type KeyTrouble =
  /** Stored member IDs name a key that the settings don't have. */
  | { readonly kind: 'missing'; readonly keyId: string }
  /** The settings have another key under this name. */
  | { readonly kind: 'wrong'; readonly keyId: string }
  /** Members would no longer be recognised: each would get a second token. */
  | { readonly kind: 'wrongFingerprintSecret' };

/** Tries every key on something that is stored: better at the start than when somebody needs an ID. */
export async function keyTroubles({
  db,
  vault,
}: {
  readonly db: Database;
  readonly vault: Vault;
}): Promise<readonly KeyTrouble[]> {
  const troubles = (await oneOfEachKey(db)).flatMap((sample) => troubleWith(vault, sample) ?? []);
  const first = troubles.findIndex(({ kind }) => kind === 'wrongFingerprintSecret');
  return troubles.filter(({ kind }, index) => kind !== 'wrongFingerprintSecret' || index === first);
}

function troubleWith(vault: Vault, { id, keyId, sealed, fingerprint }: Sample): KeyTrouble | undefined {
  if (!vault.keys.known.has(keyId)) return { kind: 'missing', keyId };
  try {
    const memberId = openSealed(vault, id, sealed);
    return fingerprintOf(vault, memberId).equals(fingerprint)
      ? undefined
      : { kind: 'wrongFingerprintSecret' };
  } catch (error) {
    if (error instanceof VaultTrouble) return { kind: 'wrong', keyId };
    throw error;
  }
}
