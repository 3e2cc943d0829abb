import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { addWords } from '../../../src/announcements/history-store.ts';
import { GroupKey } from '../../../src/announcements/ids.ts';
import { momentOf } from '../../../src/announcements/moment.ts';
import { reportFor } from '../../../src/announcements/report-of.ts';
import { remindOfAll, remindOfOne } from '../../../src/announcements/report-workers.ts';
import { saveAnnouncement } from '../../../src/announcements/store.ts';
import { PUBLISHED } from '../../support/receipts.ts';
import {
  acknowledged,
  addressees,
  drawn,
  isAwayNow,
  isListedAway,
  openRoom,
  person,
  published,
  type Room,
  userId,
} from './report-room.ts';

const REMINDER = 'announcements.reminder';
const LIST = 'announcements.list';
/** In New York, Chicago, Denver and Los Angeles. */
const FOUR_ZONES = { keystone: ['maya', 'priya', 'omar', 'wei'] };

type Reminded = { readonly id: Parameters<typeof remindOfOne>[1] };

async function at({ deps, clock }: Room, { id }: Reminded, now: string): Promise<void> {
  clock.now = new Date(now);
  await remindOfOne(deps, id);
}

/** He is on no roster, so nobody has asked Slack about him. */
async function omarIsInDenver({ pg }: Room): Promise<void> {
  await sql`
    insert into people (workspace_id, user_id, is_deactivated, is_external, is_guest, is_bot, as_of, time_zone)
    values ('T0PRACTICE', 'U0OMAR', false, false, false, false, 0, 'America/Denver')`.execute(pg.db);
}

describe('Reminders', () => {
  test('come in the morning of each of four time zones, to each person once', async () => {
    await using room = await openRoom();
    await omarIsInDenver(room);
    const deadline = new Date('2026-11-18T05:00:00Z');
    const announcement = await published(room, FOUR_ZONES, { reminders: 'once', deadline });
    const reminded: (readonly string[])[] = [];

    for (const hour of ['10:00', '13:00', '14:00', '15:00', '16:00', '16:30']) {
      await at(room, announcement, `2026-11-17T${hour}:00Z`);
      reminded.push(await addressees(room, REMINDER));
    }

    expect(reminded.map((users) => users.map((user) => user.slice(2)))).toEqual([
      [],
      ['MAYA'],
      ['MAYA', 'PRIYA'],
      ['MAYA', 'OMAR', 'PRIYA'],
      ['MAYA', 'OMAR', 'PRIYA', 'WEI'],
      ['MAYA', 'OMAR', 'PRIYA', 'WEI'],
    ]);
  });

  test('stay at eight in the morning when the clocks change', async () => {
    await using room = await openRoom();
    await omarIsInDenver(room);
    const announcement = await published(room, FOUR_ZONES, {
      status: {
        name: 'published',
        at: new Date('2026-10-29T18:00:00Z'),
        countsUntil: new Date('2026-11-03T12:00:00Z'),
      },
      reminders: 'daily',
      deadline: new Date('2026-11-03T12:00:00Z'),
    });

    await at(room, announcement, '2026-10-30T11:59:00Z');
    const before = (await addressees(room, REMINDER)).length;
    await at(room, announcement, '2026-10-30T12:00:00Z');
    const friday = await addressees(room, REMINDER);
    await at(room, announcement, '2026-11-02T12:59:00Z');
    const early = await addressees(room, REMINDER);
    await at(room, announcement, '2026-11-02T13:00:00Z');
    const monday = await addressees(room, REMINDER);

    expect([before, friday, early, monday]).toEqual([0, ['U0MAYA'], ['U0MAYA'], ['U0MAYA', 'U0MAYA']]);
  });

  test('never reach somebody who has acknowledged it, even after they were queued', async () => {
    await using room = await openRoom();
    const announcement = await published(room, { keystone: ['maya', 'jordan'] });
    await acknowledged(room, announcement, 'jordan');
    await at(room, announcement, '2026-11-18T18:00:00Z');

    expect(await addressees(room, REMINDER)).toEqual(['U0MAYA']);
    expect(await drawn(room, REMINDER, 'maya')).toContain('You have not acknowledged');
    await acknowledged(room, announcement, 'maya');
    expect(await drawn(room, REMINDER, 'maya')).toBeUndefined();
  });

  test('say thank you where they were posted before', async () => {
    await using room = await openRoom();
    const announcement = await published(room, { keystone: ['maya'] });
    await at(room, announcement, '2026-11-18T18:00:00Z');
    await sql`
      update outbox set ts = '1794841200.000100', channel_id = 'D0MAYA', state = 'done', settled_at = now()`.execute(
      room.pg.db,
    );
    await acknowledged(room, announcement, 'maya');

    expect(await drawn(room, REMINDER, 'maya')).toContain('Thank you');
  });

  test('are not a thank-you either, for somebody who answered an earlier one', async () => {
    await using room = await openRoom();
    const announcement = await published(room, { keystone: ['maya'] });
    await at(room, announcement, '2026-11-18T18:00:00Z');
    await sql`
      update outbox set ts = '1794841200.000100', channel_id = 'D0MAYA', state = 'done', settled_at = now()`.execute(
      room.pg.db,
    );
    await at(room, announcement, '2026-11-20T15:00:00Z');
    await acknowledged(room, announcement, 'maya');

    expect(await addressees(room, REMINDER)).toHaveLength(2);
    expect(await drawn(room, REMINDER, 'maya')).toBeUndefined();
  });

  test('look at Slack before, so that a lost event reminds nobody', async () => {
    await using room = await openRoom();
    const announcement = await published(room, { keystone: ['maya', 'jordan'] });
    const [message] = await room.slack.messages('ohh-timesroom');
    await room.slack.as('maya').react({ channel: 'ohh-timesroom', ts: message?.ts ?? '' }, 'keystone');

    await at(room, announcement, '2026-11-18T18:00:00Z');

    expect(await addressees(room, REMINDER)).toEqual(['U0JORDAN']);
  });

  test('of two instances at one moment are one for each person', async () => {
    await using room = await openRoom();
    const announcement = await published(room, FOUR_ZONES);
    room.clock.now = new Date('2026-11-18T18:00:00Z');

    await Promise.all([1, 2, 3].map(async () => await remindOfOne(room.deps, announcement.id)));

    expect(await addressees(room, REMINDER)).toEqual(['U0MAYA', 'U0OMAR', 'U0PRIYA', 'U0WEI']);
  });

  test('reach whoever was away when they are back at work, also after the deadline', async () => {
    await using room = await openRoom();
    const announcement = await published(room, { keystone: ['maya', 'jordan'] });
    await isAwayNow(room, 'maya', true);

    await at(room, announcement, '2026-11-18T18:00:00Z');
    await at(room, announcement, '2026-11-20T15:00:00Z');
    expect(await addressees(room, REMINDER)).toEqual(['U0JORDAN', 'U0JORDAN']);

    await isAwayNow(room, 'maya', false);
    await at(room, announcement, '2026-11-24T03:00:00Z');
    expect(await addressees(room, REMINDER)).toHaveLength(2);
    await at(room, announcement, '2026-11-24T15:00:00Z');
    await at(room, announcement, '2026-11-24T15:01:00Z');
    expect(await addressees(room, REMINDER)).toEqual(['U0JORDAN', 'U0JORDAN', 'U0MAYA']);
  });

  test('wait for the end of an absence that the directory lists, which the report shows, and come once', async () => {
    await using room = await openRoom();
    const announcement = await published(room, { keystone: ['maya', 'jordan'] });
    const away = async () => {
      const found = await reportFor(room.deps, { id: announcement.id, by: person('carmen') });
      return found.kind === 'report' ? found.report.people.filter(({ isAway }) => isAway) : found.kind;
    };
    await isListedAway(room, 'maya', { from: '2026-11-17', until: '2026-11-23' });
    expect(await away()).toEqual([]);

    await at(room, announcement, '2026-11-18T18:00:00Z');
    await at(room, announcement, '2026-11-20T15:00:00Z');
    expect(await away()).toEqual([expect.objectContaining({ user: 'U0MAYA', standing: 'away' })]);
    expect(await addressees(room, REMINDER)).toEqual(['U0JORDAN', 'U0JORDAN']);

    await at(room, announcement, '2026-11-23T15:00:00Z');
    expect(await addressees(room, REMINDER)).toHaveLength(2);
    await at(room, announcement, '2026-11-24T15:00:00Z');
    await at(room, announcement, '2026-11-24T15:01:00Z');
    expect(await away()).toEqual([]);
    expect(await addressees(room, REMINDER)).toEqual(['U0JORDAN', 'U0JORDAN', 'U0MAYA']);
  });

  test('do not reach whoever acknowledged it while they were away', async () => {
    await using room = await openRoom();
    const announcement = await published(room, { keystone: ['maya'] });
    await isAwayNow(room, 'maya', true);
    await at(room, announcement, '2026-11-18T18:00:00Z');
    await acknowledged(room, announcement, 'maya');
    await isAwayNow(room, 'maya', false);

    await at(room, announcement, '2026-11-18T18:05:00Z');
    await at(room, announcement, '2026-11-18T18:06:00Z');

    expect(await addressees(room, REMINDER)).toEqual([]);
  });

  test('do not come to somebody who joined only after they went out', async () => {
    await using room = await openRoom();
    const announcement = await published(room, { keystone: ['maya'] });
    const joined = {
      user: userId('jordan'),
      group: GroupKey.parse('team:keystone'),
      isMember: true,
      asOf: momentOf(new Date('2026-11-18T17:30:00Z')),
    };
    await room.deps.db
      .transaction()
      .execute(async (trx) => await addWords(trx, announcement, { words: [joined], seen: 'event' }));

    await at(room, announcement, '2026-11-18T18:00:00Z');
    expect(await addressees(room, REMINDER)).toEqual(['U0MAYA']);
    await at(room, announcement, '2026-11-20T15:00:00Z');
    expect(await addressees(room, REMINDER)).toEqual(['U0JORDAN', 'U0MAYA', 'U0MAYA']);
  });

  test('begin anew when a change asks for new receipts', async () => {
    await using room = await openRoom();
    const announcement = await published(room, { keystone: ['maya'] }, { reminders: 'once' });
    await at(room, announcement, '2026-11-18T18:00:00Z');
    const receiptsSince = new Date('2026-11-18T19:00:00Z');
    await room.deps.db
      .transaction()
      .execute(async (trx) => await saveAnnouncement(trx, { ...announcement, version: 2, receiptsSince }));

    await at(room, announcement, '2026-11-19T15:00:00Z');
    expect(await addressees(room, REMINDER)).toHaveLength(1);
    await at(room, announcement, '2026-11-19T18:30:00Z');
    expect(await addressees(room, REMINDER)).toHaveLength(2);
  });

  test('are queued for what has a deadline ahead, and for nothing else', async () => {
    await using room = await openRoom();
    const due = await published(room, { keystone: ['maya'] });
    await published(room, { keystone: ['maya'] }, { deadline: null, reminders: 'none' });
    const informing = await published(room, { keystone: ['maya'] }, { importance: 'information' });
    await published(room, { keystone: ['maya'] }, { deadline: new Date('2026-11-17T12:00:00Z') });
    room.clock.now = new Date('2026-11-18T18:00:00Z');

    await remindOfAll(room.deps);

    const queued = await room.jobs.recorded('announcements.remind-one');
    expect(queued.map(({ payload }) => payload)).toEqual([{ announcementId: due.id }]);
    await remindOfOne(room.deps, informing.id);
    expect(await addressees(room, REMINDER)).toEqual([]);
  });

  test('go out to a thousand people at a pace that Slack allows', async () => {
    await using room = await openRoom();
    const names = Array.from({ length: 1_000 }, (_, index) => `p${index}`);
    await sql`
      insert into people (workspace_id, user_id, is_deactivated, is_external, is_guest, is_bot, as_of, time_zone)
      select 'T0PRACTICE', 'U0P' || number, false, false, false, false, 0,
        (array['America/Chicago', 'America/Los_Angeles', null])[number % 3 + 1] from generate_series(0, 999) as number`.execute(
      room.pg.db,
    );
    const announcement = await published(room, { keystone: names });

    const reminded: number[] = [];
    for (const minute of ['00', '01', '02', '03', '04', '05', '06']) {
      await at(room, announcement, `2026-11-18T18:${minute}:00Z`);
      reminded.push(new Set(await addressees(room, REMINDER)).size);
    }

    const eachMinute = reminded.map((count, index) => count - (reminded[index - 1] ?? 0));
    expect(eachMinute.every((count) => count <= 250)).toBe(true);
    expect(reminded.slice(-2)).toEqual([1_000, 1_000]);
    expect(await room.jobs.recorded('slack.deliver')).toHaveLength(1_000);
  });
});

describe('The list of those who miss it', () => {
  test('goes to the lead of the team when four fifths of the time are over, once, and to the author for the others', async () => {
    await using room = await openRoom();
    const announcement = await published(
      room,
      { keystone: ['maya', 'jordan'], lonestar: ['priya'] },
      { reminders: 'none', deadline: new Date('2026-11-20T20:00:00Z') },
    );
    await acknowledged(room, announcement, 'jordan');
    const fourFifths = new Date(PUBLISHED.getTime() + 0.8 * (101 * 3_600_000));

    await at(room, announcement, new Date(fourFifths.getTime() - 6 * 3_600_000).toISOString());
    expect(await addressees(room, LIST)).toEqual([]);
    await at(room, announcement, '2026-11-20T13:00:00Z');
    await at(room, announcement, '2026-11-20T13:01:00Z');

    expect(await addressees(room, LIST)).toEqual(['U0CARMEN', 'U0THEO']);
    expect(await drawn(room, LIST, 'theo')).toContain('1 person of *keystone* still misses');
    expect(await drawn(room, LIST, 'theo')).toContain('<@U0MAYA>');
    expect(await drawn(room, LIST, 'theo')).not.toContain('<@U0PRIYA>');
    expect(await drawn(room, LIST, 'carmen')).toContain('• lonestar: 1 of 1');
    await acknowledged(room, announcement, 'maya');
    expect(await drawn(room, LIST, 'theo')).toBeUndefined();
  });

  test('is sent once by two instances, and not after the deadline', async () => {
    await using room = await openRoom();
    const first = await published(room, { keystone: ['maya'] }, { reminders: 'none' });
    room.clock.now = new Date('2026-11-20T15:00:00Z');

    await Promise.all([1, 2].map(async () => await remindOfOne(room.deps, first.id)));
    const second = await published(room, { keystone: ['maya'] }, { reminders: 'none' });
    await at(room, second, '2026-11-20T18:00:00Z');

    expect(await addressees(room, LIST)).toEqual(['U0THEO']);
  });
});
