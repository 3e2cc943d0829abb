import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { recordAudit } from '../../../src/audit/index.ts';
import { ConfigTrouble } from '../../../src/config.ts';
import { tokenFor } from '../../../src/members/index.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { aKey } from './room.ts';

const OTHER_KEY = [aKey('other')] as const;
const SAME_NAME = [aKey('test')] as const;
const anotherSecret = randomBytes(32);

async function enrolSomebody({ app }: Desk): Promise<void> {
  await app.rooms.db.transaction().execute(async (trx) => void (await tokenFor(trx, app.rooms, 'R111111')));
}

async function recordSomething({ app }: Desk): Promise<void> {
  const workspaceId = app.rooms.workspace.id;
  await app.rooms.db
    .transaction()
    .execute(
      async (trx) => await recordAudit(trx, app.rooms, { workspaceId, action: 'questions.asked', by: null }),
    );
}

describe('starting with secrets that are not those of the database', () => {
  test('with a key missing, or another one of its name, the app does not start and says what to do', async () => {
    await using desk = await openDesk();
    await enrolSomebody(desk);
    const startWith = async (encryptionKeys: typeof OTHER_KEY) =>
      await desk.startAnother({ secrets: { ...desk.secrets, encryptionKeys } });

    const lacking = startWith(OTHER_KEY);
    await expect(lacking).rejects.toThrow(ConfigTrouble);
    await expect(lacking).rejects.toThrow('ENCRYPTION_KEYS lacks the key "test"');
    await expect(startWith(SAME_NAME)).rejects.toThrow('has another key under the name "test"');
  });

  test.each([
    ['a member is stored', enrolSomebody],
    ['something is on record', recordSomething],
  ])('with another fingerprint secret it does not start once %s', async (_, store) => {
    await using desk = await openDesk();
    await store(desk);

    const start = desk.startAnother({ secrets: { ...desk.secrets, fingerprintSecret: anotherSecret } });

    await expect(start).rejects.toThrow('FINGERPRINT_SECRET is another one than before');
  });
});
