import { describe, expect, test } from '@jest/globals';
import { secretTroubles } from '../../../src/key-check.ts';
import { createChain } from '../../../src/platform/chain.ts';
import { createVault, type VaultKey } from '../../../src/platform/vault.ts';
import { store } from '../../../src/slack/inbox/store.ts';
import { run } from '../../support/processes.ts';
import { aKey, enrolMany, type Members, openMembers, secret, workspaceId } from './room.ts';

const [older, newer] = [aKey('older'), aKey('newer')];

async function keys({ pg }: Members, given: readonly VaultKey[], ...args: readonly string[]) {
  const command = run('src/cli/keys.ts', args, {
    DATABASE_URL: pg.url,
    ENCRYPTION_KEYS: given.map(({ id, key }) => `${id}:${key.toString('base64')}`).join(','),
    FINGERPRINT_SECRET: secret.toString('base64'),
  });
  return { code: await command.ended, said: command.output() };
}

describe('npm run keys', () => {
  test('rotate seals all with the first key, and status shows it', async () => {
    await using members = await openMembers({ keys: [older] });
    await enrolMany(members, 7);
    expect(await keys(members, [newer, older], 'status')).toEqual({ code: 0, said: 'older: 7' });

    const { code, said } = await keys(members, [newer, older], 'rotate');

    expect({ code, said }).toEqual({ code: 0, said: expect.any(String) });
    expect(said).toContain('7 sealed anew');
    expect(await keys(members, [newer], 'status')).toEqual({ code: 0, said: 'newer (current): 7' });
  });

  test('rotate changes nothing when a key is missing, and says which', async () => {
    await using members = await openMembers({ keys: [older] });
    await enrolMany(members, 1);

    const { code, said } = await keys(members, [newer], 'rotate');

    expect(code).toBe(1);
    expect(said).toContain('ENCRYPTION_KEYS lacks the key "older"');
    expect((await keys(members, [older], 'status')).said).toBe('older (current): 1');
  });

  test('anything else is answered with how it is used', async () => {
    await using members = await openMembers();

    expect(await keys(members, [older], 'sing')).toEqual({ code: 1, said: expect.stringMatching(/rotate/) });
  });

  test('no secret is echoed when the settings are wrong', async () => {
    await using members = await openMembers();

    const { code, said } = await keys(members, [{ id: 'short', key: Buffer.from('real-secret') }], 'status');

    expect(code).toBe(1);
    expect(said).toMatch(/ENCRYPTION_KEYS must be/);
    expect(said).not.toContain(Buffer.from('real-secret').toString('base64'));
  });
});

describe('secrets that do not fit what is stored', () => {
  test('an event that waits under a missing key counts too, and each trouble is told once', async () => {
    await using members = await openMembers({ keys: [older] });
    await enrolMany(members, 2);
    const { db } = members.pg;
    await db.transaction().execute(async (trx) => {
      for (const eventId of ['Ev1', 'Ev2']) {
        await store(trx, { workspaceId, eventId }, members.deps.vault.seal('{}', `inbox.body/${eventId}`));
      }
    });
    const chain = createChain(secret);

    expect(await secretTroubles({ db, chain, vault: members.deps.vault })).toEqual([]);
    expect(await secretTroubles({ db, chain, vault: createVault([newer], secret) })).toEqual([
      expect.stringContaining('lacks the key "older"'),
    ]);
  });
});
