import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { SecretsConfig } from './config.ts';

const Kept = z.object({ key: z.base64(), fingerprint: z.base64() });

/** Kept beside the database, so that what is sealed today can be opened after a restart. Made at the first start. */
export async function practiceSecrets(folder: string): Promise<SecretsConfig> {
  const kept = await keptSecrets(folder);
  if (kept) return kept;
  const fresh = { key: randomBytes(32).toString('base64'), fingerprint: randomBytes(32).toString('base64') };
  await writeFile(fileIn(folder), JSON.stringify(fresh), { mode: 0o600 });
  return read(fresh);
}

/** Undefined where practice mode has never run. */
export async function keptSecrets(folder: string): Promise<SecretsConfig | undefined> {
  const kept = Kept.safeParse(await readFile(fileIn(folder), 'utf8').then(JSON.parse, () => undefined));
  return kept.success ? read(kept.data) : undefined;
}

const fileIn = (folder: string): string => path.join(folder, 'practice-secrets.json');

function read({ key, fingerprint }: z.infer<typeof Kept>): SecretsConfig {
  return {
    encryptionKeys: [{ id: 'practice', key: Buffer.from(key, 'base64') }],
    fingerprintSecret: Buffer.from(fingerprint, 'base64'),
  };
}
