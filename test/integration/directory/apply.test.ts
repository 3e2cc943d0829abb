import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { recheckChannels, setPlace } from '../../../src/directory/follow-channel.ts';
import {
  applyDirectory,
  careTeamsOf,
  createDirectoryReader,
  leadsOfTeams,
  loadDirectory,
  peopleWith,
  rolesOf,
  teamsLedBy,
} from '../../../src/directory/index.ts';
import { stampOf } from '../../../src/directory/store.ts';
import { channelId, EXAMPLE, openRoom, person, workspaceId } from './room.ts';

const changed = (from: string, to: string): string => {
  if (!EXAMPLE.includes(from)) throw new Error(`The example has no ${from}`);
  return EXAMPLE.replace(from, to);
};

describe('applying a directory', () => {
  test('puts the example in force: every channel is found, everybody has their team and role', async () => {
    await using room = await openRoom();
    const { db } = room.pg;

    const outcome = await applyDirectory(room.deps, EXAMPLE, 'a test');

    expect(outcome).toMatchObject({ kind: 'applied', version: 1, remarks: [] });
    const live = await loadDirectory(db, workspaceId);
    expect(live?.place('experts-claims-florida')).toEqual({
      name: 'experts-claims-florida',
      id: channelId('experts-claims-florida'),
      status: 'ok',
    });
    expect(await careTeamsOf(db, workspaceId, person('maya'))).toEqual(['keystone']);
    expect(await careTeamsOf(db, workspaceId, person('jordan'))).toEqual(['keystone', 'lonestar']);
    expect(await careTeamsOf(db, workspaceId, person('sam'))).toEqual(['sunshine']);
    expect(await careTeamsOf(db, workspaceId, person('wei'))).toEqual(['pacific']);
    expect(await careTeamsOf(db, workspaceId, person('theo'))).toEqual([]);
    expect(await teamsLedBy(db, workspaceId, person('theo'))).toEqual(['keystone']);
    expect(await teamsLedBy(db, workspaceId, person('maya'))).toEqual([]);
    expect(await leadsOfTeams(db, workspaceId)).toEqual(new Map([['keystone', [person('theo')]]]));
    expect(await rolesOf(db, workspaceId, person('rosa'))).toEqual(new Set(['supervisor']));
    expect(await rolesOf(db, workspaceId, person('alex'))).toEqual(new Set(['admin']));
    expect(await peopleWith(db, workspaceId, 'comms')).toEqual([person('carmen')]);
  });

  test('queues a reading of all rosters in the same transaction', async () => {
    await using room = await openRoom();

    await applyDirectory(room.deps, EXAMPLE, 'a test');

    expect(room.queued).toEqual([expect.objectContaining({ job: 'directory.refresh-rosters', payload: {} })]);
  });

  test('a file with mistakes changes nothing', async () => {
    await using room = await openRoom();
    const wrong = changed('channel: experts-billing', 'chanel: experts-billing');

    const outcome = await applyDirectory(room.deps, wrong, 'a test');

    expect(outcome.kind).toBe('invalid');
    expect(await loadDirectory(room.pg.db, workspaceId)).toBeUndefined();
    expect(room.queued).toEqual([]);
  });

  test('the same file again makes no version, but looks its names up again', async () => {
    await using room = await openRoom();
    await applyDirectory(room.deps, EXAMPLE, 'a test');
    await room.slack.admin.archive('#experts-billing');

    const again = await applyDirectory(room.deps, EXAMPLE, 'a test');

    expect(again).toEqual({
      kind: 'unchanged',
      version: 1,
      changes: [],
      remarks: ['#experts-billing is archived. It is the channel of topic Billing.'],
    });
  });

  test('versions are kept with who and when, and can be neither changed nor removed', async () => {
    await using room = await openRoom();
    const { db } = room.pg;
    await applyDirectory(room.deps, EXAMPLE, 'alex');

    const second = await applyDirectory(room.deps, changed('name: Billing', 'name: Bills'), 'ingrid');

    expect(second).toMatchObject({ version: 2, changes: ['Topic Billing is renamed Bills.'] });
    const kept = await db
      .selectFrom('directoryVersions')
      .select(['version', 'appliedBy', 'source'])
      .orderBy('version')
      .execute();
    expect(kept.map(({ version, appliedBy }) => [version, appliedBy])).toEqual([
      [1, 'alex'],
      [2, 'ingrid'],
    ]);
    expect(kept[0]?.source).toBe(EXAMPLE);
    await expect(db.updateTable('directoryVersions').set({ appliedBy: 'eve' }).execute()).rejects.toThrow(
      'are kept as they are',
    );
    await expect(db.deleteFrom('directoryVersions').execute()).rejects.toThrow('are kept as they are');
    await expect(sql`truncate directory_versions`.execute(db)).rejects.toThrow('are kept as they are');
  });

  test('two people applying at once get one version after the other, and the later one is in force', async () => {
    await using room = await openRoom();
    const files = [changed('name: Billing', 'name: Bills'), changed('name: Billing', 'name: Invoices')];

    const outcomes = await Promise.all(
      files.map(async (file) => await applyDirectory(room.deps, file, 'a test')),
    );

    expect(
      outcomes.map((each) => (each.kind === 'applied' ? `${each.version}` : each.kind)).toSorted(),
    ).toEqual(['1', '2']);
    const last = files[outcomes.findIndex((each) => each.kind === 'applied' && each.version === 2)];
    const live = await loadDirectory(room.pg.db, workspaceId);
    expect(live?.version).toBe(2);
    expect(last).toContain(`name: ${live?.directory.topics.find(({ key }) => key === 'billing')?.name}`);
  });

  test('names that Slack does not know are told, and hold nothing up', async () => {
    await using room = await openRoom();
    const file = changed('channel: experts-billing', 'channel: experts-bills')
      .replace('{ group: comms }', '{ group: press }')
      .replace('wei@practice.example', 'nobody@practice.example');
    const absences = 'absences: [{ person: gone@practice.example, from: 2026-12-21, until: 2027-01-02 }]\n';

    const outcome = await applyDirectory(room.deps, `${file}${absences}`, 'a test');

    expect(outcome).toMatchObject({
      kind: 'applied',
      remarks: [
        "#experts-bills doesn't exist, or is private and has not invited the app. It is the channel of topic Billing.",
        'There is no user group @press.',
        'Nobody at nobody@practice.example is found in this workspace.',
        'Nobody at gone@practice.example is found in this workspace.',
      ],
    });
    const live = await loadDirectory(room.pg.db, workspaceId);
    expect(live?.place('experts-bills')).toEqual({ name: 'experts-bills', id: null, status: 'missing' });
  });

  test('a channel shared with another company is refused', async () => {
    await using room = await openRoom();

    await applyDirectory(room.deps, changed('channel: experts-billing', 'channel: partner-acme'), 'a test');

    const live = await loadDirectory(room.pg.db, workspaceId);
    expect(live?.place('partner-acme').status).toBe('external');
  });

  test('a reader sees a version that another instance applied', async () => {
    await using room = await openRoom();
    const reader = createDirectoryReader(room.pg.db);
    await applyDirectory(room.deps, EXAMPLE, 'a test');
    expect((await reader.load(workspaceId))?.version).toBe(1);

    await applyDirectory(room.deps, changed('name: Billing', 'name: Bills'), 'a test');

    const live = await reader.load(workspaceId);
    expect(live?.version).toBe(2);
    expect(live?.directory.topics.map(({ name }) => name)).toContain('Bills');
  });

  test('a reader remembers nothing that a transaction has taken back', async () => {
    await using room = await openRoom();
    const { db } = room.pg;
    await applyDirectory(room.deps, EXAMPLE, 'a test');
    const reader = createDirectoryReader(db);
    const statusOf = async (within = db) =>
      (await reader.load(workspaceId, within))?.place('experts-billing').status;
    const trx = await db.startTransaction().execute();
    await trx
      .updateTable('directoryChannels')
      .set({ status: 'archived' })
      .where('name', '=', 'experts-billing')
      .execute();
    const within = await statusOf(trx);
    await trx.rollback().execute();

    expect([within, await statusOf()]).toEqual(['archived', 'ok']);
  });

  test('a look that finds every channel as it was gives readers nothing to read anew', async () => {
    await using room = await openRoom();
    const { db } = room.pg;
    await applyDirectory(room.deps, EXAMPLE, 'a test');
    const before = await stampOf(db, workspaceId);

    await recheckChannels(room.deps);
    const unchanged = await stampOf(db, workspaceId);
    await setPlace(room.deps, channelId('experts-billing'), 'external');

    expect(before).toBeDefined();
    expect(unchanged).toBe(before);
    expect(await stampOf(db, workspaceId)).not.toBe(before);
  });

  test('people who left or belong to another company hold no role, even when they are named', async () => {
    await using room = await openRoom();
    const file = changed('people: [alex@practice.example]', 'people: [alex@practice.example, U0NICO, U0PAT]');

    await applyDirectory(room.deps, file, 'a test');

    expect(await peopleWith(room.pg.db, workspaceId, 'admin')).toEqual([person('alex')]);
    expect(await rolesOf(room.pg.db, workspaceId, person('pat'))).toEqual(new Set());
  });
});

describe('the audit record', () => {
  test('has each version that was put in force, and nothing of a file that changed nothing', async () => {
    await using room = await openRoom();
    await applyDirectory(room.deps, EXAMPLE, 'a test');
    await applyDirectory(room.deps, EXAMPLE, 'a test');
    await applyDirectory(room.deps, changed('name: Billing', 'name: Bills'), 'a test');

    const rows = await room.pg.db
      .selectFrom('auditEntries')
      .select(['action', 'facts'])
      .orderBy('seq')
      .execute();

    expect(rows).toEqual([
      { action: 'directory.applied', facts: '{"version":1}' },
      { action: 'directory.applied', facts: '{"version":2}' },
    ]);
  });
});
