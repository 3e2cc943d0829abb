import { isKeyOfRecords } from './audit/index.ts';
import { ConfigTrouble } from './config.ts';
import { type KeyTrouble, keyTroubles } from './members/index.ts';
import type { Chain } from './platform/chain.ts';
import type { Database } from './platform/database.ts';
import type { Vault } from './platform/vault.ts';
import { unreachable } from './shared/unreachable.ts';
import { keysOfInbox } from './slack/inbox/store.ts';

type Deps = { readonly db: Database; readonly vault: Vault; readonly chain: Chain };

/** Secrets that don't fit what is stored are found at the start, not when somebody needs a member's ID. */
export async function checkSecrets(deps: Deps): Promise<void> {
  const problems = await secretTroubles(deps);
  if (problems.length === 0) return;
  throw new ConfigTrouble(
    ['The secrets are not those of this database.', ...problems.map((problem) => `  - ${problem}`)].join(
      '\n',
    ),
  );
}

/** In words, each with what to do. Names of keys are no secrets. */
export async function secretTroubles({ db, vault, chain }: Deps): Promise<readonly string[]> {
  const ofMembers = await keyTroubles({ db, vault });
  const ofEvents = (await keysOfInbox(db))
    .filter((keyId) => !vault.keys.known.has(keyId))
    .map((keyId) => ({ kind: 'missing', keyId }) as const);
  const ofRecords = (await isKeyOfRecords({ db, chain }))
    ? []
    : [{ kind: 'wrongFingerprintSecret' } as const];
  return [...new Set([...ofMembers, ...ofEvents, ...ofRecords].map(words))];
}

function words(trouble: KeyTrouble): string {
  switch (trouble.kind) {
    case 'missing':
      return `ENCRYPTION_KEYS lacks the key "${trouble.keyId}", with which stored values are sealed. Put it after the current one. It can go once \`npm run keys -- status\` counts nothing under it and a week has passed.`;
    case 'wrong':
      return `ENCRYPTION_KEYS has another key under the name "${trouble.keyId}" than the one that sealed what is stored. Put that one back, and give the new one a name of its own.`;
    case 'wrongFingerprintSecret':
      return 'FINGERPRINT_SECRET is another one than before: members would not be recognised, and the audit record could not be continued. Put the old one back.';
    default:
      return unreachable(trouble);
  }
}
