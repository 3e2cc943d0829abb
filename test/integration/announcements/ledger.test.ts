import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { acknowledge, answerCheck, personIn } from '../../../src/announcements/acknowledge.ts';
import type { Announcement } from '../../../src/announcements/announcement.ts';
import { currentReceipts } from '../../../src/announcements/current-receipts.ts';
import { emojiAliases, replaceAliases } from '../../../src/announcements/emoji-store.ts';
import { compareAudiences, followRoster } from '../../../src/announcements/follow-audience.ts';
import { historyOf, historyOfPerson, signsOf } from '../../../src/announcements/history-store.ts';
import { type Moment, momentFrom, momentOf } from '../../../src/announcements/moment.ts';
import { postAt, postsOf } from '../../../src/announcements/post-store.ts';
import { recordReaction } from '../../../src/announcements/react.ts';
import { catchUp, readExactly, requestCatchUp } from '../../../src/announcements/read.ts';
import { settle } from '../../../src/announcements/settle.ts';
import { findAnnouncement, saveExactAsOf } from '../../../src/announcements/store.ts';
import { refreshAliases } from '../../../src/announcements/sweep.ts';
import { followChannelId } from '../../../src/platform/outbox.ts';
import { ChannelId, MessageTs, OutboxId, UserGroupId } from '../../../src/shared/ids.ts';
import { redacted } from '../../support/view-samples.ts';
import { addressees, openRoom, person, published, type Room, userId, workspaceId } from './report-room.ts';

const TEAMS = { keystone: ['maya', 'jordan'], lonestar: ['priya'] };

async function place({ deps }: Room, announcement: Announcement) {
  const [post] = await postsOf(deps.db, announcement);
  if (!post?.ts) throw new Error('It stands nowhere');
  return { channel: post.channel, ts: post.ts };
}

/** So many seconds after the clock's own time. */
function at({ clock }: Room, seconds: number): Moment {
  return momentOf(new Date(clock.now.getTime() + seconds * 1_000));
}

async function reacts(room: Room, announcement: Announcement, changes: object = {}) {
  await recordReaction(room.deps, {
    kind: 'added',
    user: userId('maya'),
    reaction: 'keystone',
    at: at(room, 1),
    ...(await place(room, announcement)),
    ...changes,
  });
}

async function standing({ deps }: Room, announcement: Announcement) {
  const found = await currentReceipts({ ...deps, now: () => new Date('2026-11-19T12:00:00Z') }, announcement);
  return found && { total: found.total, acknowledged: found.acknowledged };
}

const audited = async ({ pg }: Room, action: string) =>
  await pg.db.selectFrom('auditEntries').select('by').where('action', '=', action).orderBy('seq').execute();

describe('The ledger', () => {
  test('keeps each event once, however many come at one moment', async () => {
    await using room = await openRoom();
    const announcement = await published(room, TEAMS);

    await Promise.all(Array.from({ length: 8 }, async () => await reacts(room, announcement)));

    expect(await signsOf(room.pg.db, announcement)).toHaveLength(1);
    expect(await room.jobs.recorded('announcements.settle')).toHaveLength(1);
    expect(await standing(room, announcement)).toEqual({ total: 3, acknowledged: 1 });
  });

  test('takes no part in reactions of the app itself, and to other messages', async () => {
    await using room = await openRoom();
    const announcement = await published(room, TEAMS);

    await reacts(room, announcement, { user: room.deps.workspace.botUserId });
    await reacts(room, announcement, { ts: MessageTs.parse('1700000000.000001') });

    expect(await signsOf(room.pg.db, announcement)).toEqual([]);
  });

  test('is changed by nobody', async () => {
    await using room = await openRoom();
    const announcement = await published(room, TEAMS);
    await reacts(room, announcement);

    for (const statement of [
      sql`update announcement_events set user_id = 'U0OMAR'`,
      sql`delete from announcement_events`,
      sql`delete from announcement_memberships`,
      sql`truncate announcement_events`,
    ]) {
      await expect(statement.execute(room.pg.db)).rejects.toThrow('never changed or removed');
    }
  });

  test('keeps what one person did apart, for an answer to them', async () => {
    await using room = await openRoom();
    const announcement = await published(room, TEAMS);
    await reacts(room, announcement);
    const own = await historyOfPerson(room.pg.db, announcement, userId('maya'));
    const all = await historyOf(room.pg.db, announcement);

    expect(own.roster.map(({ user }) => user)).toEqual([userId('maya')]);
    expect([own.groups.length, all.roster.length, own.signs.length]).toEqual([2, 3, 1]);
    expect(await personIn(room.deps, announcement, { user: userId('omar') })).toBeUndefined();
  });
});

describe('The button and the check question', () => {
  test('the same click that comes twice is one, and two clicks are one receipt', async () => {
    await using room = await openRoom();
    const announcement = await published(room, TEAMS);
    const press = { id: announcement.id, by: person('maya'), at: at(room, 2) };

    await Promise.all([acknowledge(room.deps, press), acknowledge(room.deps, press)]);
    await acknowledge(room.deps, { ...press, at: at(room, 5) });

    expect(await signsOf(room.pg.db, announcement)).toHaveLength(2);
    expect(await standing(room, announcement)).toEqual({ total: 3, acknowledged: 1 });
  });

  test('somebody of another company, and what was withdrawn, leave no sign', async () => {
    await using room = await openRoom();
    const announcement = await published(room, TEAMS);
    const gone = await published(room, TEAMS, {
      status: { name: 'withdrawn', by: userId('carmen'), withdrawnAt: room.clock.now, published: null },
    });
    const by = { user: userId('pat'), isExternal: true };

    expect(await acknowledge(room.deps, { id: announcement.id, by, at: at(room, 1) })).toEqual({
      kind: 'external',
    });
    expect(await acknowledge(room.deps, { id: gone.id, by: person('maya'), at: at(room, 1) })).toEqual({
      kind: 'withdrawn',
    });
    expect(await signsOf(room.pg.db, announcement)).toEqual([]);
  });

  test('an answer to a question that has been changed since is none', async () => {
    await using room = await openRoom();
    const checkQuestion = {
      text: redacted('Which?'),
      options: [redacted('a'), redacted('b')],
      right: 1,
      explanation: null,
    };
    const announcement = await published(room, TEAMS, { importance: 'check', checkQuestion, version: 2 });
    const answer = { id: announcement.id, by: person('maya'), option: 1, version: 2 };

    expect((await answerCheck(room.deps, { ...answer, version: 1 })).kind).toBe('changed');
    expect((await answerCheck(room.deps, { ...answer, option: 7 })).kind).toBe('changed');
    expect((await answerCheck(room.deps, { ...answer, option: 0 })).kind).toBe('wrong');
    expect((await answerCheck(room.deps, answer)).kind).toBe('noted');
    expect(await signsOf(room.pg.db, announcement)).toMatchObject([
      { kind: 'answered', option: 0, isRight: false },
      { kind: 'answered', option: 1, isRight: true },
    ]);
  });
});

describe('What came in', () => {
  test('goes on record once, however often it is looked at, and again when it is gone', async () => {
    await using room = await openRoom();
    const announcement = await published(room, TEAMS);
    await reacts(room, announcement);
    room.clock.now = new Date(room.clock.now.getTime() + 60_000);

    await Promise.all([settle(room.deps, announcement.id), settle(room.deps, announcement.id)]);
    await settle(room.deps, announcement.id);
    expect(await audited(room, 'announcements.acknowledged')).toEqual([{ by: userId('maya') }]);

    await reacts(room, announcement, { kind: 'removed', at: at(room, -1) });
    await settle(room.deps, announcement.id);
    await settle(room.deps, announcement.id);
    expect(await audited(room, 'announcements.receipt_gone')).toEqual([{ by: userId('maya') }]);
  });

  test('after it was taken up, further signs ask for another look', async () => {
    await using room = await openRoom();
    const announcement = await published(room, TEAMS);
    await reacts(room, announcement);
    await settle(room.deps, announcement.id);
    await reacts(room, announcement, { user: userId('jordan') });

    expect(await room.jobs.recorded('announcements.settle')).toHaveLength(2);
  });
});

describe('A comparison with Slack', () => {
  test('finds what no event told of, and says as of when it is exact', async () => {
    await using room = await openRoom();
    const announcement = await published(room, TEAMS);
    const on = await place(room, announcement);
    await room.slack.as('priya').react(on, 'lonestar');
    await reacts(room, announcement, { at: at(room, -3_600) });
    room.clock.now = new Date(room.clock.now.getTime() + 600_000);

    const asOf = await readExactly(room.deps, announcement);

    expect(asOf).toBe(momentOf(new Date(room.clock.now.getTime() - 60_000)));
    expect((await findAnnouncement(room.pg.db, workspaceId, announcement.id))?.exactAsOf).toBe(asOf);
    expect(await standing(room, announcement)).toEqual({ total: 3, acknowledged: 1 });
    expect(
      (await signsOf(room.pg.db, announcement, { user: userId('maya') })).map(({ kind }) => kind).toSorted(),
    ).toEqual(['added', 'removed']);
    const before = await signsOf(room.pg.db, announcement);
    await readExactly(room.deps, announcement);
    expect(await signsOf(room.pg.db, announcement)).toEqual(before);
  });

  test('of a message that is gone is not exact', async () => {
    await using room = await openRoom();
    const announcement = await published(room, TEAMS);
    await room.web.chat.delete({ channel: 'C0OHHTIMESROOM', ts: (await place(room, announcement)).ts });

    expect(await readExactly(room.deps, announcement)).toBeUndefined();
  });

  test('never goes back to an earlier moment', async () => {
    await using room = await openRoom();
    const announcement = await published(room, TEAMS);
    await saveExactAsOf(room.pg.db, announcement.id, momentFrom('1800000000'));
    await saveExactAsOf(room.pg.db, announcement.id, momentFrom('1700000000'));

    expect((await findAnnouncement(room.pg.db, workspaceId, announcement.id))?.exactAsOf).toBe(
      '1800000000.000000',
    );
  });

  test('is asked for at the start for everything that still counts', async () => {
    await using room = await openRoom();
    const announcement = await published(room, TEAMS);
    await published(room, TEAMS, {
      status: { name: 'published', at: new Date('2026-01-01'), countsUntil: new Date('2026-01-03') },
    });
    await requestCatchUp(room.deps);
    await catchUp(room.deps);

    expect(await room.jobs.recorded('announcements.catch-up')).toHaveLength(1);
    expect(await room.jobs.recorded('announcements.aliases')).toHaveLength(1);
    expect(await room.jobs.recorded('announcements.read')).toMatchObject([
      { payload: { announcementId: announcement.id } },
    ]);
  });

  test('of custom emoji finds those that are other names', async () => {
    await using room = await openRoom();
    await room.pg.db
      .transaction()
      .execute(async (trx) => await replaceAliases(trx, workspaceId, new Map([['old', 'older']])));
    await refreshAliases(room.deps);

    expect([...(await emojiAliases(room.pg.db, workspaceId))]).toEqual([]);
  });
});

describe('The audience', () => {
  const KEYSTONE = UserGroupId.parse('S0CAREKEYSTONE');

  test('follows its rosters, however often and in whatever order it hears of them', async () => {
    await using room = await openRoom();
    const announcement = await published(room, TEAMS);
    const change = (seconds: number, added: string[], removed: string[]) => ({
      source: KEYSTONE,
      at: at(room, seconds),
      added: added.map(userId),
      removed: removed.map(userId),
    });
    await followRoster(room.deps, change(30, ['theo'], []));
    await followRoster(room.deps, change(20, [], ['theo']));
    await followRoster(room.deps, change(10, ['theo'], []));
    await followRoster(room.deps, change(10, ['theo'], []));
    await followRoster(room.deps, change(40, [], ['jordan']));

    const found = await currentReceipts(
      { ...room.deps, now: () => new Date('2026-11-19T12:00:00Z') },
      announcement,
    );
    expect(found?.people.map(({ user, joinedLate, left }) => [user, joinedLate, left])).toEqual([
      [userId('jordan'), null, at(room, 40)],
      [userId('maya'), null, null],
      [userId('priya'), null, null],
      [userId('theo'), at(room, 10), null],
    ]);
  });

  test('tells whoever joins, once', async () => {
    await using room = await openRoom();
    const announcement = await published(room, TEAMS);
    await followRoster(room.deps, {
      source: KEYSTONE,
      at: at(room, 10),
      added: [userId('theo')],
      removed: [],
    });
    room.clock.now = new Date(room.clock.now.getTime() + 60_000);
    await Promise.all([settle(room.deps, announcement.id), settle(room.deps, announcement.id)]);

    expect(await addressees(room, 'announcements.joined-note')).toEqual([userId('theo')]);
  });

  test('is mended by a comparison with the rosters, and by what is known of people', async () => {
    await using room = await openRoom();
    const announcement = await published(room, {
      keystone: ['maya', 'jordan', 'omar'],
      lonestar: ['priya', 'jordan'],
    });
    room.clock.now = new Date();
    await sql`update announcements set counts_until = ${new Date(Date.now() + 86_400_000)}`.execute(
      room.pg.db,
    );
    await sql`update people set is_guest = true, as_of = as_of + 1e9 where user_id = ${userId('priya')}`.execute(
      room.pg.db,
    );

    await compareAudiences(room.deps, { source: null });
    await compareAudiences(room.deps, { source: null });

    const after = await findAnnouncement(room.pg.db, workspaceId, announcement.id);
    const later = { ...room.deps, now: () => new Date(Date.now() + 80_000_000) };
    const found =
      after &&
      (await currentReceipts(
        { ...later, now: () => new Date('2096-01-01') },
        {
          ...after,
          status: {
            name: 'published',
            at: new Date('2026-11-16T15:00:00Z'),
            countsUntil: new Date('2095-01-01'),
          },
        },
      ));
    expect(found?.people.filter(({ left }) => left === null).map(({ user }) => user)).toEqual([
      userId('jordan'),
      userId('maya'),
    ]);
  });
});

test('A message goes on being counted in a channel that has got another id', async () => {
  await using room = await openRoom();
  const announcement = await published(room, TEAMS);
  const on = await place(room, announcement);
  const summary = OutboxId.parse('01900000-0000-7000-8000-0000000000f1');
  await sql`insert into outbox (id, workspace_id, kind, view, payload, channel_id) values
    (${summary}, ${workspaceId}, 'post', 'announcements.summary', '{}', ${on.channel})`.execute(room.pg.db);
  await sql`update announcements set kind = 'tracked', summary = ${summary}`.execute(room.pg.db);
  const to = ChannelId.parse('G0OHHTIMESROOM');
  await reacts(room, announcement);
  await room.pg.db
    .transaction()
    .execute(async (trx) => await followChannelId(trx, workspaceId, { from: on.channel, to }));

  expect(await postAt(room.pg.db, workspaceId, { channel: to, ts: on.ts })).toMatchObject({
    channel: to,
    key: on.channel,
  });
  expect(await postAt(room.pg.db, workspaceId, on)).toBeUndefined();
  await reacts(room, announcement, { kind: 'removed', at: at(room, 2) });
  expect(await standing(room, announcement)).toEqual({ total: 3, acknowledged: 0 });
});
