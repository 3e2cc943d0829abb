import { z } from 'zod';
import { rotateKeys } from '../../src/members/index.ts';
import { connect } from '../../src/platform/database.ts';
import { createVault, type VaultKey } from '../../src/platform/vault.ts';

/** Run as a process of its own, so that it can be killed in the middle: rotates keys in small batches. */
const Key = z.object({ id: z.string(), key: z.base64() });
const Secrets = z.object({ keys: z.tuple([Key], Key), secret: z.base64() });

type Keys = readonly [VaultKey, ...VaultKey[]];

/** What it must be given. */
export function rotationArguments(url: string, keys: Keys, secret: Buffer): string[] {
  const written = keys.map(({ id, key }) => ({ id, key: key.toString('base64') }));
  return [url, JSON.stringify({ keys: written, secret: secret.toString('base64') })];
}

if (process.argv[1] === import.meta.filename) {
  const [, , url = '', secrets = ''] = process.argv;
  const { keys, secret } = Secrets.parse(JSON.parse(secrets));
  const [first, ...others] = keys;
  const read = ({ id, key }: z.infer<typeof Key>): VaultKey => ({ id, key: Buffer.from(key, 'base64') });
  const db = connect(url, { max: 1 });
  const vault = createVault([read(first), ...others.map(read)], Buffer.from(secret, 'base64'));
  process.stdout.write('rotating\n');
  await rotateKeys({ db, vault }, { batch: 10 });
  await db.destroy();
}
