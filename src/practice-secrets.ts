import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { SecretsConfig } from './config.ts';

const Kept = z.object({
  key: z.base64(),
  fingerprint: z.base64(),
  /** Of the feedback webhook; missing in a folder of an earlier release. */
  webhook: z.base64().optional(),
});

export type PracticeSecrets = SecretsConfig & { readonly webhookKey: Buffer };

/** Kept beside the database, so that what is sealed today can be opened after a restart. Made at the first start. */
export async function practiceSecrets(folder: string): Promise<PracticeSecrets> {
  const kept = (await readKept(folder)) ?? { key: newKey(), fingerprint: newKey() };
  const webhook = kept.webhook ?? newKey();
  await writeFile(fileIn(folder), JSON.stringify({ ...kept, webhook }), { mode: 0o600 });
  return { ...read(kept), webhookKey: Buffer.from(webhook, 'base64') };
}

/** Undefined where practice mode has never run. */
export async function keptSecrets(folder: string): Promise<SecretsConfig | undefined> {
  const kept = await readKept(folder);
  return kept && read(kept);
}

const newKey = (): string => randomBytes(32).toString('base64');
const fileIn = (folder: string): string => path.join(folder, 'practice-secrets.json');

async function readKept(folder: string) {
  return Kept.safeParse(await readFile(fileIn(folder), 'utf8').then(JSON.parse, () => undefined)).data;
}

function read({ key, fingerprint }: Pick<z.infer<typeof Kept>, 'key' | 'fingerprint'>): SecretsConfig {
  return {
    encryptionKeys: [{ id: 'practice', key: Buffer.from(key, 'base64') }],
    fingerprintSecret: Buffer.from(fingerprint, 'base64'),
  };
}
