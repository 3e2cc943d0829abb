import { describe, expect, test } from '@jest/globals';
import { careTeamsOf, isAway, isChannelMember, peopleWith, rolesOf } from '../../../src/directory/index.ts';
import { workers } from '../../../src/directory/workers.ts';
import { NotYet } from '../../../src/platform/jobs.ts';
import { applyExample, channelId, openRoom, person, type Room, workspaceId } from './room.ts';

const soon = (seconds: number): string => `${Math.floor(Date.now() / 1000) + seconds}.000100`;

const teams = async (room: Room, name: string) => await careTeamsOf(room.pg.db, workspaceId, person(name));

async function work(room: Room, job: string, payload: object = {}): Promise<void> {
  const found = workers(room.deps).find(({ name }) => name === job);
  await found?.work(payload, { retries: 0, isLastTry: false, signal: new AbortController().signal });
}

describe('rosters', () => {
  test('joining and leaving count by when they happened, however often and in whatever order they are told', async () => {
    await using room = await openRoom();
    await applyExample(room);
    const theo = { user: person('theo'), channel: channelId('care-sunshine') };
    const joined = { type: 'member_joined_channel', event_ts: soon(10), ...theo };
    const left = { type: 'member_left_channel', event_ts: soon(20), ...theo };
    const back = { type: 'member_joined_channel', event_ts: soon(30), ...theo };

    for (const event of [joined, left, back, left, joined, back, left]) await room.tell(event);

    expect(await teams(room, 'theo')).toEqual(['sunshine']);
  });

  test('who leaves a channel that the directory has named before is no member there any more', async () => {
    await using room = await openRoom();
    await applyExample(room);
    const channel = channelId('experts-billing');
    const isMember = async () => await isChannelMember(room.deps, workspaceId, channel, person('dana'));
    const before = await isMember();
    await applyExample(room, (file) => file.replace('channel: experts-billing', 'channel: experts-money'));

    await room.tell({ type: 'member_left_channel', event_ts: soon(20), user: person('dana'), channel });

    expect([before, await isMember()]).toEqual([true, false]);
    expect(room.queued).toContainEqual(
      expect.objectContaining({ job: 'directory.absence', payload: { user: person('dana') } }),
    );
  });

  test('a change to a user group is followed, with the people it adds and takes out', async () => {
    await using room = await openRoom();
    await applyExample(room);

    await room.tell({
      type: 'subteam_members_changed',
      event_ts: soon(10),
      subteam_id: 'S0CAREKEYSTONE',
      date_previous_update: 1,
      date_update: 2,
      added_users: [person('theo')],
      added_users_count: '1',
      removed_users: [person('maya')],
      removed_users_count: '1',
    });

    expect(await teams(room, 'theo')).toEqual(['keystone']);
    expect(await teams(room, 'maya')).toEqual([]);
  });

  test('a change whose people were left out, or that follows one we never saw, is read again', async () => {
    await using room = await openRoom();
    await applyExample(room);
    room.queued.length = 0;

    await room.tell({
      type: 'subteam_members_changed',
      event_ts: soon(10),
      subteam_id: 'S0CAREKEYSTONE',
      date_previous_update: 1_799_999_000,
      date_update: 1_799_999_999,
      added_users_count: 3,
    });

    expect(room.queued).toEqual([
      expect.objectContaining({ job: 'directory.refresh-roster', payload: { source: 'S0CAREKEYSTONE' } }),
    ]);
  });

  test('a user group with another handle is the same group, and nobody counts as in a disabled one', async () => {
    await using room = await openRoom();
    await applyExample(room);
    const change = (handle: string, date_update: number, date_delete = 0) => ({
      type: 'subteam_updated',
      event_ts: soon(date_update),
      subteam: {
        id: 'S0SUPERVISORS',
        handle,
        date_update: 1_900_000_000 + date_update,
        date_delete,
        users: ['U0ROSA'],
      },
    });

    await room.tell(change('leads', 1));
    const renamed = await rolesOf(room.pg.db, workspaceId, person('rosa'));
    await room.tell(change('leads', 3, 1_900_000_003));
    await room.tell(change('leads', 2));

    expect(renamed).toEqual(new Set(['supervisor']));
    expect(await rolesOf(room.pg.db, workspaceId, person('rosa'))).toEqual(new Set());
  });

  test('somebody deactivated drops out of every roster and role, and comes back when reactivated', async () => {
    await using room = await openRoom();
    await applyExample(room);
    const change = (deleted: boolean, updated: number) => ({
      type: 'user_change',
      event_ts: soon(updated),
      user: { id: person('rosa'), team_id: workspaceId, deleted, updated: 1_900_000_000 + updated },
    });

    await room.tell(change(true, 2));
    await room.tell(change(false, 1));
    const gone = await peopleWith(room.pg.db, workspaceId, 'supervisor');
    await room.tell(change(false, 3));

    expect(gone).toEqual([]);
    expect(await peopleWith(room.pg.db, workspaceId, 'supervisor')).toEqual([person('rosa')]);
  });

  test('rooms above are told of somebody who left a channel, was deactivated or went out of office, once each', async () => {
    await using room = await openRoom();
    await applyExample(room);
    room.queued.length = 0;
    const change = (updated: number, user: object) => ({
      type: 'user_change',
      event_ts: soon(updated),
      user: { id: person('rosa'), team_id: workspaceId, updated: 1_900_000_000 + updated, ...user },
    });
    const away = { profile: { status_emoji: ':palm_tree:', status_text: 'Vacationing' } };

    await room.tell(change(1, away));
    await room.tell(change(2, { ...away, real_name: 'Rosa' }));
    await room.tell(change(3, {}));
    await room.tell(change(4, { deleted: true }));
    await room.tell({
      type: 'member_left_channel',
      event_ts: soon(5),
      channel: channelId('experts-claims'),
      user: person('lee'),
    });

    const absences = room.queued.filter(({ job }) => job === 'directory.absence');
    expect(absences).toMatchObject([
      { job: 'directory.absence', payload: { user: person('rosa') } },
      { job: 'directory.absence', payload: { user: person('rosa') } },
      { job: 'directory.absence', payload: { user: person('lee') } },
    ]);
  });

  test('of two statuses set within one second the later one counts, in whatever order they are told', async () => {
    await using room = await openRoom();
    await applyExample(room);
    const second = Math.floor(Date.now() / 1000) + 10;
    const change = (fraction: string, profile: object) => ({
      type: 'user_change',
      event_ts: `${second}.${fraction}`,
      user: { id: person('rosa'), team_id: workspaceId, updated: second, profile },
    });

    await room.tell(change('600000', { status_emoji: ':palm_tree:', status_text: 'Vacationing' }));
    await room.tell(change('200000', { status_emoji: ':spiral_calendar_pad:', status_text: 'In a meeting' }));

    expect(await isAway(room.pg.db, workspaceId, person('rosa'))).toBe(true);
  });

  test('rooms above are told of every change of a roster, with Slack’s time of it, and of who counts no more', async () => {
    await using room = await openRoom();
    await applyExample(room);
    room.queued.length = 0;

    await room.tell({
      type: 'subteam_members_changed',
      event_ts: soon(1),
      subteam_id: 'S0CAREKEYSTONE',
      date_previous_update: 0,
      date_update: 1_799_999_999,
      added_users: [person('theo')],
      added_users_count: 1,
      removed_users: [person('maya')],
      removed_users_count: 1,
    });
    await room.tell({
      type: 'member_joined_channel',
      event_ts: soon(2),
      channel: channelId('care-sunshine'),
      user: person('omar'),
    });
    await room.tell({
      type: 'user_change',
      event_ts: soon(3),
      user: { id: person('sam'), team_id: workspaceId, updated: 1_900_000_003, is_restricted: true },
    });

    const told = room.queued.filter(({ job }) => /^directory\.rosters?(-read)?$/.test(job));
    expect(told.map(({ payload }) => payload)).toEqual([
      { source: 'S0CAREKEYSTONE', at: soon(1), added: [person('theo')], removed: [person('maya')] },
      { source: channelId('care-sunshine'), at: soon(2), added: [person('omar')], removed: [] },
      { source: null },
    ]);
  });

  test('the daily reading mends what events did not tell', async () => {
    await using room = await openRoom();
    await applyExample(room);
    await room.slack.admin.setGroup('care-lonestar', ['theo']);
    await room.slack.as('theo').join('#care-sunshine');
    room.queued.length = 0;

    await work(room, 'directory.refresh-rosters');
    for (const { job, payload } of room.queued.slice()) await work(room, job, Object(payload));

    expect(await teams(room, 'theo')).toEqual(['lonestar', 'sunshine']);
    expect(await teams(room, 'priya')).toEqual([]);
  });

  test('when Slack asks to slow down, the job comes back later', async () => {
    await using room = await openRoom();
    await applyExample(room);
    await room.slack.faults.add({ method: 'usergroups.list', kind: '429', retryAfter: 1 });

    await expect(work(room, 'directory.refresh-rosters')).rejects.toBeInstanceOf(NotYet);
  });
});

describe('membership of a channel', () => {
  const isMember = async (room: Room, name: string, channel: string) =>
    await isChannelMember(room.deps, workspaceId, channelId(channel), person(name));
  const asked = async (room: Room) => (await room.slack.requests({ method: 'conversations.members' })).length;

  test('is asked of Slack once and then remembered, for the others in the channel too', async () => {
    await using room = await openRoom();
    await applyExample(room);
    const before = await asked(room);

    expect(await isMember(room, 'lee', 'experts-providers')).toBe(true);
    expect(await isMember(room, 'lee', 'experts-providers')).toBe(true);
    expect(await isMember(room, 'rosa', 'experts-providers')).toBe(true);

    expect((await asked(room)) - before).toBe(1);
  });

  test('a no is remembered too, until an event says otherwise', async () => {
    await using room = await openRoom();
    await applyExample(room);
    expect(await isMember(room, 'theo', 'experts-providers')).toBe(false);
    const before = await asked(room);
    expect(await isMember(room, 'theo', 'experts-providers')).toBe(false);

    await room.tell({
      type: 'member_joined_channel',
      event_ts: soon(10),
      user: person('theo'),
      channel: channelId('experts-providers'),
    });

    expect(await isMember(room, 'theo', 'experts-providers')).toBe(true);
    expect((await asked(room)) - before).toBe(0);
  });

  test('a no of some minutes ago is asked again', async () => {
    await using room = await openRoom();
    await applyExample(room);
    await isMember(room, 'theo', 'experts-providers');
    await room.slack.as('theo').join('#experts-providers');
    const later = { ...room.deps, now: () => new Date(Date.now() + 600_000) };

    expect(await isChannelMember(later, workspaceId, channelId('experts-providers'), person('theo'))).toBe(
      true,
    );
  });

  test('people of another company in a shared channel are no members', async () => {
    await using room = await openRoom();
    await applyExample(room);

    expect(await isMember(room, 'pat', 'partner-acme')).toBe(false);
    expect(await isMember(room, 'maya', 'partner-acme')).toBe(true);
  });

  test('when Slack gives no answer the person is told to try again', async () => {
    await using room = await openRoom();
    await applyExample(room);
    await room.slack.faults.add({ method: 'conversations.members', kind: '500' });

    await expect(isMember(room, 'lee', 'experts-providers')).rejects.toMatchObject({
      code: 'slack_unavailable',
    });
  });
});
