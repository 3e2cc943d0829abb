import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createVault, type Vault, VaultTrouble } from '../../../src/platform/vault.ts';

const older = { id: 'older', key: randomBytes(32) };
const newer = { id: 'newer', key: randomBytes(32) };
const secret = randomBytes(32);
const vault = createVault([newer, older], secret);

describe('a vault', () => {
  test('gives back what was sealed, and the sealed form shows nothing of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), fc.string(), (text, context) => {
        expect(vault.open(vault.seal(text, context), context)).toBe(text);
      }),
    );
    expect(vault.seal('Maria Lopez R123456', 'x').toString('latin1')).not.toMatch(/Lopez|R123456/);
  });

  test('seals the same text differently each time', () => {
    const forms = new Set(Array.from({ length: 200 }, () => vault.seal('R123456', 'x').toString('hex')));

    expect(forms.size).toBe(200);
  });

  test('finds each altered byte, wherever it is', () => {
    const sealed = vault.seal('Maria Lopez', 'inbox.body/Ev1');

    for (let at = 0; at < sealed.length; at += 1) {
      for (const change of [1, 0x80, 0xff]) {
        const altered = Buffer.from(sealed);
        altered[at] = (altered[at] ?? 0) ^ change;
        expect(() => vault.open(altered, 'inbox.body/Ev1')).toThrow(VaultTrouble);
      }
    }
  });

  test('finds what was cut off, put on or made up', () => {
    const sealed = vault.seal('Maria Lopez', 'x');

    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => vault.open(sealed.subarray(0, length), 'x')).toThrow(VaultTrouble);
    }
    expect(() => vault.open(Buffer.concat([sealed, Buffer.from([0])]), 'x')).toThrow(VaultTrouble);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => vault.open(Buffer.from(bytes), 'x')).toThrow(VaultTrouble);
      }),
    );
  });

  test('does not open what was sealed for another place', () => {
    const sealed = vault.seal('Maria Lopez', 'inbox.body/Ev1');

    expect(() => vault.open(sealed, 'inbox.body/Ev2')).toThrow('sealed_value_altered');
  });

  test('opens what an older key sealed, and seals with the newest', () => {
    const before = createVault([older], secret);
    const after = createVault([newer], secret);

    expect(vault.open(before.seal('Maria', 'x'), 'x')).toBe('Maria');
    expect(after.open(vault.seal('Maria', 'x'), 'x')).toBe('Maria');
    expect(() => before.open(vault.seal('Maria', 'x'), 'x')).toThrow('unknown_encryption_key');
  });

  test('names a missing key by a code, and says nothing else', () => {
    const error = troubleOf(createVault([older], secret), vault.seal('Maria Lopez', 'x'));

    expect(error).toMatchObject({ code: 'unknown_encryption_key', message: 'unknown_encryption_key' });
  });

  test('does not open with another key of the same name', () => {
    const namesake = createVault([{ id: 'newer', key: randomBytes(32) }], secret);

    expect(() => namesake.open(vault.seal('Maria', 'x'), 'x')).toThrow('sealed_value_altered');
  });

  test('gives the same fingerprint for the same text under the same secret only, also after the keys rotate', () => {
    const rotated = createVault([{ id: 'third', key: randomBytes(32) }], secret);
    const other = createVault([newer], randomBytes(32));

    expect(rotated.fingerprint('R123456')).toEqual(vault.fingerprint('R123456'));
    expect(vault.fingerprint('R123457')).not.toEqual(vault.fingerprint('R123456'));
    expect(other.fingerprint('R123456')).not.toEqual(vault.fingerprint('R123456'));
    expect(vault.fingerprint('R123456')).toHaveLength(32);
  });
});

function troubleOf(which: Vault, sealed: Buffer): unknown {
  try {
    return which.open(sealed, 'x');
  } catch (error) {
    return error;
  }
}
