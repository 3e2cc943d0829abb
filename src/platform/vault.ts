import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto';

/** Encrypts what may rest in the database only for a while or only unread. Keys rotate: the sealed form names its key. */
export type Vault = {
  /** `context` names table, column and row; the same one must be given to open it, so a value can't be moved about. */
  readonly seal: (plaintext: string, context: string) => Buffer;
  readonly open: (sealed: Buffer, context: string) => string;
  /** The key that seals, and all that open. */
  readonly keys: { readonly current: string; readonly known: ReadonlySet<string> };
  /** A keyed hash: the same text gives the same bytes, and nobody without the key can try texts out. */
  readonly fingerprint: (text: string) => Buffer;
};

export type VaultKey = { readonly id: string; readonly key: Buffer };

const FORMAT = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM; sealed form: format (1 byte), length of the key's id (1 byte), key id, IV (12), tag (16), ciphertext.
 * The first key seals; all of them open.
 */
export function createVault(keys: readonly [VaultKey, ...VaultKey[]], fingerprintSecret: Buffer): Vault {
  const [current] = keys;
  // Made once: sealing with bytes makes such an object each time, and takes five times as long.
  const byId = new Map(keys.map(({ id, key }) => [id, createSecretKey(key)]));
  const currentKey = createSecretKey(current.key);
  const fingerprintKey = createSecretKey(
    Buffer.from(hkdfSync('sha256', fingerprintSecret, '', 'concierge-desk fingerprint', 32)),
  );

  return {
    keys: { current: current.id, known: new Set(byId.keys()) },
    seal: (plaintext, context) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', currentKey, iv).setAAD(Buffer.from(context));
      const sealed = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
      const id = Buffer.from(current.id);
      return Buffer.concat([Buffer.from([FORMAT, id.length]), id, iv, cipher.getAuthTag(), sealed]);
    },
    open: (sealed, context) => {
      const { id, iv, tag, ciphertext } = dissect(sealed);
      const key = byId.get(id);
      if (!key) throw new VaultTrouble('unknown_encryption_key');
      const decipher = createDecipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context)).setAuthTag(tag);
      try {
        return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8');
      } catch {
        throw new VaultTrouble('sealed_value_altered');
      }
    },
    fingerprint: (text) => createHmac('sha256', fingerprintKey).update(text, 'utf8').digest(),
  };
}

/** A sealed value whose key is missing from the settings, or that isn't what was sealed. */
export class VaultTrouble extends Error {
  readonly code: 'unknown_encryption_key' | 'sealed_value_altered';
  constructor(code: 'unknown_encryption_key' | 'sealed_value_altered') {
    super(code);
    this.code = code;
  }
}

function dissect(sealed: Buffer) {
  const idLength = sealed[1] ?? 0;
  const ivAt = 2 + idLength;
  const tagAt = ivAt + IV_BYTES;
  const textAt = tagAt + TAG_BYTES;
  if (sealed[0] !== FORMAT || sealed.length < textAt) throw new VaultTrouble('sealed_value_altered');
  return {
    id: sealed.subarray(2, ivAt).toString('utf8'),
    iv: sealed.subarray(ivAt, tagAt),
    tag: sealed.subarray(tagAt, textAt),
    ciphertext: sealed.subarray(textAt),
  };
}
