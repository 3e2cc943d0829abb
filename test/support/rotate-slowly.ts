import { z } from 'zod';
import { rotateKeys } from '../../src/members/index.ts';
import { connect } from '../../src/platform/database.ts';
import { createVault } from '../../src/platform/vault.ts';

/**
 * Run as a process of its own, so that it can be killed in the middle: rotates keys in small batches. Arguments: the
 * database, and the keys and secret as JSON in base64.
 */
const Secrets = z.object({
  keys: z.tuple(
    [z.object({ id: z.string(), key: z.base64() })],
    z.object({ id: z.string(), key: z.base64() }),
  ),
  secret: z.base64(),
});

const [, , url = '', secrets = ''] = process.argv;
const { keys, secret } = Secrets.parse(JSON.parse(secrets));
const [first, ...others] = keys;
const decode = ({ id, key }: { id: string; key: string }) => ({ id, key: Buffer.from(key, 'base64') });
const db = connect(url, { max: 1 });
const vault = createVault([decode(first), ...others.map(decode)], Buffer.from(secret, 'base64'));
process.stdout.write('rotating\n');
await rotateKeys({ db, vault }, { batch: 10 });
await db.destroy();
