import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { verifySignature } from '../../../src/slack/signature.ts';

const secret = 'a-signing-secret-of-slack';
const now = new Date('2026-03-02T12:00:00Z');
const seconds = now.getTime() / 1000;

describe('a signature', () => {
  test('of Slack over the very body and time is genuine', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.integer({ min: -300, max: 300 }), (bytes, age) => {
        expect(verifySignature(secret, signed(Buffer.from(bytes), `${seconds - age}`), now)).toBe('genuine');
      }),
    );
  });

  test('is the one of the worked example in the documentation of Slack', () => {
    const body = Buffer.from(
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c',
    );
    const verdict = verifySignature(
      '8f742231b10e8888abcd99yyyzzz85a5',
      {
        timestamp: '1531420618',
        signature: 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
        body,
      },
      new Date(1_531_420_618_000),
    );

    expect(verdict).toBe('genuine');
  });

  test.each([
    [300, 'genuine'],
    [301, 'stale'],
    [-300, 'genuine'],
    [-301, 'stale'],
    [86_400, 'stale'],
    [-86_400, 'stale'],
  ] as const)('that is %d seconds old is %s', (age, verdict) => {
    expect(verifySignature(secret, signed(Buffer.from('x'), `${seconds - age}`), now)).toBe(verdict);
  });

  test('is worth nothing once a byte of the body is another', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (bytes, at, change) => {
          const request = signed(Buffer.from(bytes), `${seconds}`);
          const body = Buffer.from(bytes);
          body[at % body.length] = (body[at % body.length] ?? 0) ^ change;
          expect(verifySignature(secret, { ...request, body }, now)).toBe('forged');
        },
      ),
    );
  });

  test('is worth nothing once it is altered itself, or cut, or made longer', () => {
    const request = signed(Buffer.from('x'), `${seconds}`);

    fc.assert(
      fc.property(fc.nat(), fc.string({ unit: 'binary', maxLength: 3 }), (at, instead) => {
        const where = at % request.signature.length;
        const altered = request.signature.slice(0, where) + instead + request.signature.slice(where + 1);
        fc.pre(altered !== request.signature);
        expect(verifySignature(secret, { ...request, signature: altered }, now)).toBe('forged');
      }),
    );
  });

  test('belongs to its time', () => {
    const request = signed(Buffer.from('x'), `${seconds}`);

    expect(verifySignature(secret, { ...request, timestamp: `${seconds + 1}` }, now)).toBe('forged');
    expect(verifySignature(secret, { ...request, timestamp: `0${seconds}` }, now)).toBe('forged');
  });

  test('of another secret is forged, and so is none at all, whatever stands in its place', () => {
    const anything = fc.oneof(
      fc.constant(undefined),
      fc.string(),
      fc.constantFrom('v0=', 'v0', 'v1=abc', '', '\u0000'),
      fc.array(fc.string()),
      fc.integer(),
    );

    fc.assert(
      fc.property(anything, anything, (timestamp, signature) => {
        expect(verifySignature(secret, { timestamp, signature, body: Buffer.from('x') }, now)).toBe('forged');
      }),
    );
    expect(verifySignature('another-signing-secret', signed(Buffer.from('x'), `${seconds}`), now)).toBe(
      'forged',
    );
  });

  test('that is forged is called forged however old it is, so that nobody can ask for the time window', () => {
    expect(verifySignature(secret, { timestamp: '1', signature: 'v0=00', body: Buffer.from('x') }, now)).toBe(
      'forged',
    );
  });
});

function signed(body: Buffer, timestamp: string) {
  const hex = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex');
  return { timestamp, signature: `v0=${hex}`, body };
}
