import { createHmac, createSecretKey, hkdfSync } from 'node:crypto';

/** Links rows so that none can be changed, removed or put elsewhere without the key. */
export type Chain = {
  /** What the first row of a chain follows. */
  readonly begin: (name: string) => Buffer;
  /** The hash of a row that follows the one with `previous`. */
  readonly link: (previous: Buffer, row: string) => Buffer;
};

/** HMAC-SHA256 under a key of its own, drawn from the secret that never changes. */
export function createChain(secret: Buffer): Chain {
  // As a key object: from bytes, Node makes the key anew for each hash, which takes five times as long as the hash.
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'concierge-desk audit chain', 32)));
  return {
    begin: (name) => createHmac('sha256', key).update(`begin/${name}`, 'utf8').digest(),
    link: (previous, row) => createHmac('sha256', key).update(previous).update(row, 'utf8').digest(),
  };
}
