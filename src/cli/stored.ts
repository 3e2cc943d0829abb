import { type Chain, createChain } from '../platform/chain.ts';
import { connect, type Database } from '../platform/database.ts';
import { createVault, type Vault } from '../platform/vault.ts';
import { runCommand } from './command.ts';
import { connectionFrom } from './connection.ts';
import { secretsFrom } from './secrets.ts';

type Stored = { readonly db: Database; readonly vault: Vault; readonly chain: Chain };

/** For commands that open or check what is stored. Answers with the exit code. */
export async function withStored(work: (stored: Stored) => Promise<0 | 1>): Promise<0 | 1> {
  return await runCommand(async () => {
    const { encryptionKeys, fingerprintSecret } = await secretsFrom(process.env);
    const db = connect(connectionFrom(process.env).databaseUrl, { max: 4 });
    try {
      return await work({
        db,
        vault: createVault(encryptionKeys, fingerprintSecret),
        chain: createChain(fingerprintSecret),
      });
    } finally {
      await db.destroy();
    }
  });
}
