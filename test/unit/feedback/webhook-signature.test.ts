import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { Sender } from '../../../src/feedback/feedback.ts';
import { signerOf, signWebhook } from '../../../src/feedback/webhook-signature.ts';

const website = Sender.parse('website');
const app = Sender.parse('app');
const [first, second, third] = [randomBytes(32), randomBytes(24), randomBytes(64)];
const keyOf = (sender: Sender, key: Buffer) => ({ sender, key: createSecretKey(key) });
const keys = [keyOf(website, first), keyOf(website, second), keyOf(app, third)];
const now = new Date();
const seconds = Math.floor(now.getTime() / 1000);
const body = Buffer.from('{"id":"c-1"}');

function signed(key: Buffer, timestamp = seconds, id = 'msg_1') {
  return {
    id,
    timestamp: String(timestamp),
    signature: signWebhook(key, { id, timestamp, body }),
    body,
  };
}

describe('Who signed a request', () => {
  test('is told by the key, and during a rotation either key of a sender will do', () => {
    expect(signerOf(keys, signed(first), now)).toBe(website);
    expect(signerOf(keys, signed(second), now)).toBe(website);
    expect(signerOf(keys, signed(third), now)).toBe(app);
    expect(signerOf(keys, signed(randomBytes(32)), now)).toBeUndefined();
    expect(signerOf([], signed(first), now)).toBeUndefined();
  });

  test('is one of up to five signatures, among others of other kinds', () => {
    const { signature, ...rest } = signed(first);
    const wrong = signed(randomBytes(32)).signature;
    const among = (...all: string[]) => signerOf(keys, { ...rest, signature: all.join(' ') }, now);

    expect(among(wrong, 'v1a,aGVsbG8=', signature)).toBe(website);
    expect(among(wrong, wrong, wrong, wrong, signature)).toBe(website);
    expect(among(wrong, wrong, wrong, wrong, wrong, signature)).toBeUndefined();
    expect(among(signature.replace('v1,', 'v2,'))).toBeUndefined();
  });

  test.each([
    [-301, undefined],
    [-299, website],
    [299, website],
    [302, undefined],
  ])('at a time that is %i seconds off is %s', (offset, signer) => {
    expect(signerOf(keys, signed(first, seconds + offset), now)).toBe(signer);
  });

  test('is nobody when the border between id and time could have been shifted', () => {
    const shifted = signed(first, 5, `msg_1.${seconds}`);

    expect(signerOf(keys, shifted, now)).toBeUndefined();
    expect(signerOf(keys, { ...signed(first), id: '' }, now)).toBeUndefined();
    expect(signerOf(keys, { ...signed(first), id: 'x'.repeat(129) }, now)).toBeUndefined();
  });

  test('is nobody when anything was changed, left out, or sent twice', () => {
    const request = signed(first);

    expect(signerOf(keys, { ...request, body: Buffer.from('{"id":"c-2"}') }, now)).toBeUndefined();
    expect(signerOf(keys, { ...request, timestamp: String(seconds - 1) }, now)).toBeUndefined();
    expect(signerOf(keys, { ...request, id: 'msg_2' }, now)).toBeUndefined();
    for (const name of ['id', 'timestamp', 'signature']) {
      expect(signerOf(keys, { ...request, [name]: undefined }, now)).toBeUndefined();
      expect(signerOf(keys, { ...request, [name]: ['a', 'b'] }, now)).toBeUndefined();
    }
  });

  test('is what the library of the specification says, whatever the id, the body and the signature', () => {
    const oracle = new Webhook(first.toString('base64'));
    const theirs = (headers: Record<string, string>, payload: Buffer): boolean => {
      try {
        oracle.verify(payload, headers, { jsonParse: false });
        return true;
      } catch {
        return false;
      }
    };
    const only = [keyOf(website, first)];

    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/),
        fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => Buffer.from(text)),
        fc.constantFrom('right', 'theirs', 'cut', 'other key', 'other body'),
        (id, payload, how) => {
          const ours = signWebhook(how === 'other key' ? second : first, {
            id,
            timestamp: seconds,
            body: payload,
          });
          const signature =
            how === 'theirs'
              ? oracle.sign(id, new Date(seconds * 1000), payload)
              : how === 'cut'
                ? ours.slice(0, -2)
                : ours;
          const sent = how === 'other body' ? Buffer.concat([payload, Buffer.from(' ')]) : payload;
          const headers = {
            'webhook-id': id,
            'webhook-timestamp': String(seconds),
            'webhook-signature': signature,
          };
          const request = { id, timestamp: String(seconds), signature, body: sent };
          expect(signerOf(only, request, now) === website).toBe(theirs(headers, sent));
        },
      ),
    );
  });
});
