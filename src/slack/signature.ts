import { createHmac, timingSafeEqual } from 'node:crypto';

/** Slack's window, here in both directions: a timestamp from the future could be replayed until its time has come. */
const WINDOW_SECONDS = 300;

export type SignatureVerdict = 'genuine' | 'stale' | 'forged';

/**
 * Checks `v0=HMAC-SHA256(secret, "v0:" + timestamp + ":" + raw body)`
 * (docs.slack.dev/authentication/verifying-requests-from-slack).
 */
export function verifySignature(
  secret: string,
  request: { readonly timestamp: unknown; readonly signature: unknown; readonly body: Buffer },
  now: Date,
): SignatureVerdict {
  const { timestamp, signature, body } = request;
  if (typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) return 'forged';
  if (typeof signature !== 'string') return 'forged';
  const expected = Buffer.from(
    `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`,
  );
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'forged';
  const age = now.getTime() / 1000 - Number(timestamp);
  return Math.abs(age) <= WINDOW_SECONDS ? 'genuine' : 'stale';
}
