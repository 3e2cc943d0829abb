import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { Sender } from './feedback.ts';

/** A key that a sender signs with. During a rotation one sender has several. */
export type SenderKey = { readonly sender: Sender; readonly key: KeyObject };

export type SignedRequest = {
  readonly id: unknown;
  readonly timestamp: unknown;
  readonly signature: unknown;
  readonly body: Buffer;
};

const WINDOW_SECONDS = 300;
/** An id with a dot in it would shift the border between what is signed as id and as time. */
const ID = /^[A-Za-z0-9_-]{1,128}$/;
const TIMESTAMP = /^\d{1,12}$/;
const SIGNATURE = /^v1,([A-Za-z0-9+/]{43}=)$/;
const MOST_SIGNATURES = 5;

/**
 * Who signed a request as the Standard Webhooks specification says: HMAC-SHA256 over `id.timestamp.body`, in base64
 * after `v1,`. Every key meets every signature, so the time it takes tells nothing. Undefined when nobody did, or when
 * it was more than five minutes ago or ahead.
 */
export function signerOf(
  keys: readonly SenderKey[],
  { id, timestamp, signature, body }: SignedRequest,
  now: Date,
): Sender | undefined {
  if (typeof id !== 'string' || !ID.test(id)) return undefined;
  if (typeof timestamp !== 'string' || !TIMESTAMP.test(timestamp)) return undefined;
  if (typeof signature !== 'string') return undefined;
  const given = signature.split(' ', MOST_SIGNATURES + 1);
  if (given.length > MOST_SIGNATURES) return undefined;
  const digests = given.flatMap((each) => digestIn(each) ?? []);

  let signer: Sender | undefined;
  for (const { sender, key } of keys) {
    const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
    for (const digest of digests) {
      if (timingSafeEqual(digest, expected)) signer = sender;
    }
  }
  const age = now.getTime() / 1000 - Number(timestamp);
  return Math.abs(age) <= WINDOW_SECONDS ? signer : undefined;
}

/** Signatures of other kinds than `v1` may stand beside ours. */
function digestIn(signature: string): Buffer | undefined {
  const [, encoded] = SIGNATURE.exec(signature) ?? [];
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64');
}

/** For senders: our example client, and tests. */
export function signWebhook(
  key: Buffer,
  {
    id,
    timestamp,
    body,
  }: { readonly id: string; readonly timestamp: number; readonly body: string | Buffer },
): string {
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')}`;
}
