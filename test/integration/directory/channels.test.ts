import { beforeEach, describe, expect, test } from '@jest/globals';
import { type LiveDirectory, loadDirectory, markPlace } from '../../../src/directory/index.ts';
import { workers } from '../../../src/directory/workers.ts';
import { ChannelId } from '../../../src/shared/ids.ts';
import { applyExample, channelId, openRoom, type Room, workspaceId } from './room.ts';

let events = 0;
beforeEach(() => {
  events = 1_800_000_000;
});
const at = (): string => `${(events += 1)}.000100`;

async function placeOf(room: Room, name: string) {
  const live: LiveDirectory | undefined = await loadDirectory(room.pg.db, workspaceId);
  return live?.place(name);
}

async function work(room: Room, job: string, payload: object = {}): Promise<void> {
  const found = workers(room.deps).find(({ name }) => name === job);
  await found?.work(payload, { retries: 0, isLastTry: false, signal: new AbortController().signal });
}

describe('channels of the directory', () => {
  test('a renamed channel stays the same channel, also when another takes its old name', async () => {
    await using room = await openRoom();
    await applyExample(room);
    await room.slack.admin.rename('#experts-billing', 'experts-money');
    await room.slack.admin.createChannel('experts-billing');

    await room.tell({
      type: 'channel_rename',
      event_ts: at(),
      channel: { id: channelId('experts-billing'), name: 'experts-money' },
    });
    const outcome = await applyExample(room);

    expect(await placeOf(room, 'experts-billing')).toEqual({
      name: 'experts-money',
      id: channelId('experts-billing'),
      status: 'ok',
    });
    expect(outcome).toMatchObject({
      remarks: ['#experts-billing is called #experts-money in Slack now; it is the same channel.'],
    });
  });

  test('archiving and unarchiving end in what Slack says, in whatever order the events come', async () => {
    await using room = await openRoom();
    await applyExample(room);
    const channel = channelId('experts-billing');
    await room.slack.admin.archive('#experts-billing');
    await room.tell({ type: 'channel_archive', event_ts: at(), channel });
    const archived = await placeOf(room, 'experts-billing');

    await room.slack.admin.unarchive('#experts-billing');
    await room.tell({ type: 'channel_unarchive', event_ts: at(), channel });
    await room.tell({ type: 'channel_archive', event_ts: at(), channel });

    expect(archived?.status).toBe('archived');
    expect((await placeOf(room, 'experts-billing'))?.status).toBe('ok');
  });

  test('a channel is out of use as soon as it is shared, even before Slack can be asked', async () => {
    await using room = await openRoom();
    await applyExample(room);
    await room.slack.faults.add({ method: 'conversations.info', kind: '500' });

    const told = room.tell({ type: 'channel_shared', event_ts: at(), channel: channelId('experts-billing') });

    await expect(told).rejects.toThrow('500');
    expect((await placeOf(room, 'experts-billing'))?.status).toBe('external');
  });

  test('a channel that is no longer shared is in use again', async () => {
    await using room = await openRoom();
    await applyExample(room);
    const channel = channelId('experts-billing');
    await room.slack.admin.shareExternally('#experts-billing');
    await room.tell({ type: 'channel_shared', event_ts: at(), channel });
    const shared = await placeOf(room, 'experts-billing');

    await room.slack.admin.unshare('#experts-billing');
    await room.tell({ type: 'channel_unshared', event_ts: at(), channel });

    expect(shared?.status).toBe('external');
    expect((await placeOf(room, 'experts-billing'))?.status).toBe('ok');
  });

  test('a channel goes on under a new id, with the people in it', async () => {
    await using room = await openRoom();
    await applyExample(room);
    const to = ChannelId.parse('G0NEWSUNSHINE');
    await room.slack.admin.changeChannelId('#care-sunshine', to);

    const changed = {
      type: 'channel_id_changed',
      event_ts: at(),
      old_channel_id: channelId('care-sunshine'),
      new_channel_id: to,
    };
    await room.tell(changed);
    // A worker that died before it could say that it was done.
    await room.tell(changed);

    expect(await placeOf(room, 'care-sunshine')).toEqual({ name: 'care-sunshine', id: to, status: 'ok' });
    const moved = await room.pg.db
      .selectFrom('rosterMembers')
      .select('userId')
      .where('sourceId', '=', to)
      .execute();
    expect(moved.map(({ userId }) => userId)).toContain('U0SAM');
    expect(room.queued).toContainEqual(
      expect.objectContaining({
        job: 'directory.channel-moved',
        payload: { from: channelId('care-sunshine'), to },
      }),
    );
  });

  test('when the app is taken out of a channel nothing is posted there, and its return is noticed', async () => {
    await using room = await openRoom();
    await applyExample(room);
    const bot = { user: 'U0CONCIERGE', channel: channelId('experts-billing') };
    await room.slack.admin.removeBot('#experts-billing');
    await room.tell({ type: 'member_left_channel', event_ts: at(), ...bot });
    const without = await placeOf(room, 'experts-billing');

    await room.slack.admin.addBot('#experts-billing');
    await room.tell({ type: 'member_joined_channel', event_ts: at(), ...bot });

    expect(without?.status).toBe('not_member');
    expect((await placeOf(room, 'experts-billing'))?.status).toBe('ok');
    expect(room.queued).toContainEqual(
      expect.objectContaining({ job: 'directory.refresh-roster', payload: { source: bot.channel } }),
    );
  });

  test('a private channel that the app was taken out of says so', async () => {
    await using room = await openRoom();
    await room.slack.admin.makePrivate('#experts-billing');
    await applyExample(room);
    const before = await placeOf(room, 'experts-billing');
    await room.slack.admin.removeBot('#experts-billing');

    await work(room, 'directory.refresh-channels');

    expect(before?.status).toBe('ok');
    expect((await placeOf(room, 'experts-billing'))?.status).toBe('not_member');
  });

  test('the hourly look finds what no event told, and channels that were missing', async () => {
    await using room = await openRoom();
    await applyExample(room, (file) => file.replace('channel: experts-billing', 'channel: experts-bills'));
    await room.slack.admin.archive('#experts-claims');
    await room.slack.admin.createChannel('experts-bills');
    await room.slack.admin.addBot('#experts-bills');

    await work(room, 'directory.refresh-channels');

    expect((await placeOf(room, 'experts-claims'))?.status).toBe('archived');
    expect((await placeOf(room, 'experts-bills'))?.status).toBe('ok');
  });

  test("a refused post marks the channel; a refusal that isn't about the channel doesn't", async () => {
    await using room = await openRoom();
    await applyExample(room);
    const channel = channelId('experts-billing');
    const mark = async (errorCode: string) =>
      await room.pg.db
        .transaction()
        .execute(async (trx) => await markPlace(trx, workspaceId, { channel, errorCode, at: new Date() }));

    expect(await mark('invalid_blocks')).toBeUndefined();
    expect((await placeOf(room, 'experts-billing'))?.status).toBe('ok');
    expect(await mark('is_archived')).toBe('archived');
    expect((await placeOf(room, 'experts-billing'))?.status).toBe('archived');
  });
});
