import { describe, expect, test } from '@jest/globals';
import { loadDirectory, provisionChannels } from '../../../src/directory/index.ts';
import { applyExample, openRoom, type Room, workspaceId } from './room.ts';

const withNew = (file: string): string =>
  file.replace('states: { FL: experts-claims-florida }', 'states: { TX: experts-claims-texas }');

const sentences = async (room: Room, isDryRun = false) =>
  (await provisionChannels(room.deps, { isDryRun }))?.map(({ sentence }) => sentence) ?? [];

describe('provisioning', () => {
  test('says that there is nothing to go by before a directory is applied', async () => {
    await using room = await openRoom();

    expect(await provisionChannels(room.deps, { isDryRun: false })).toBeUndefined();
  });

  test('creates what is missing, with a topic that says what it is for, and it is in use at once', async () => {
    await using room = await openRoom();
    await applyExample(room, withNew);

    const steps = await sentences(room);

    expect(steps).toContain('Created #experts-claims-texas.');
    expect(steps).toContain(
      'Set the topic of #experts-claims-texas: Tier 3, questions to the experts: Claims in Texas.',
    );
    const live = await loadDirectory(room.pg.db, workspaceId);
    expect(live?.place('experts-claims-texas').status).toBe('ok');
  });

  test('run again it has nothing left to do', async () => {
    await using room = await openRoom();
    await applyExample(room, withNew);
    await sentences(room);

    expect(await sentences(room)).toEqual([]);
  });

  test('a dry run says what it would do and does nothing', async () => {
    await using room = await openRoom();
    await applyExample(room, withNew);
    const before = await room.slack.channels();

    const steps = await sentences(room, true);

    expect(steps).toContain('Would create #experts-claims-texas.');
    expect(await room.slack.channels()).toEqual(before);
  });

  test('joins a public channel and leaves a topic alone that people wrote', async () => {
    await using room = await openRoom();
    await applyExample(room);
    await sentences(room);
    await room.slack.admin.removeBot('#experts-billing');

    expect(await sentences(room)).toEqual(['Joined #experts-billing.']);
  });

  test('what it may not do is told in words, with who can, and the rest goes on', async () => {
    await using room = await openRoom();
    await room.slack.admin.createChannel('experts-claims-texas', { isPrivate: true, members: ['rosa'] });
    await applyExample(room, withNew);
    await room.slack.admin.archive('#experts-billing');
    await room.slack.admin.shareExternally('#experts-pharmacy');

    const steps = (await provisionChannels(room.deps, { isDryRun: false })) ?? [];

    expect(steps.filter(({ kind }) => kind === 'refused').map(({ sentence }) => sentence)).toEqual([
      '#experts-pharmacy is shared with another company: name another channel in the directory.',
      '#experts-billing is archived: unarchive it, or name another channel in the directory.',
      'Could not create #experts-claims-texas: a channel that the app cannot see has the name; ask somebody in it to invite the app.',
    ]);
    expect(steps.filter(({ kind }) => kind === 'done').length).toBeGreaterThan(10);
  });
});
