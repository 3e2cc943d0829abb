import { describe, expect, test } from '@jest/globals';
import { addTeamEmoji } from '../../../src/announcements/add-emoji.ts';
import { type Announce, announce } from '../../../src/announcements/announce.ts';
import type { Announcement } from '../../../src/announcements/announcement.ts';
import {
  approveAnnouncement,
  editAnnouncement,
  handInAnnouncement,
  withdrawAnnouncement,
} from '../../../src/announcements/change.ts';
import type { Typed } from '../../../src/announcements/content.ts';
import { historyOf } from '../../../src/announcements/history-store.ts';
import { FormId } from '../../../src/announcements/ids.ts';
import { postsOf } from '../../../src/announcements/post-store.ts';
import { publishAnnouncement } from '../../../src/announcements/publish.ts';
import { findAnnouncement } from '../../../src/announcements/store.ts';
import { sweep } from '../../../src/announcements/sweep.ts';
import { trackMessage } from '../../../src/announcements/track.ts';
import { NotYet } from '../../../src/platform/jobs.ts';
import { createRedactor } from '../../../src/redaction/index.ts';
import { AnnouncementId, CareTeamKey, ChannelId, MessageTs, TopicKey } from '../../../src/shared/ids.ts';
import { addressees, openRoom, person, type Room, workspaceId } from './report-room.ts';

const redact = createRedactor();

function depsOf({ deps }: Room, { approval = false } = {}) {
  return { ...deps, redact, settings: { announcementApproval: approval, ownEmojiOnly: false } };
}

const TYPED: Typed = {
  title: 'New rules',
  text: 'Please read this, R123456.',
  links: [],
  audience: { kind: 'everyone' },
  placement: 'both',
  importance: 'acknowledge',
  checkQuestion: null,
  reminders: 'none',
  deadline: null,
  scheduledFor: null,
  topics: [],
  states: [],
};

function input(
  changes: Partial<Omit<Announce, 'typed'>> & { readonly typed?: Partial<Typed> } = {},
): Announce {
  return {
    by: person('carmen'),
    formId: FormId.parse('V0FORM'),
    noPhi: [],
    asDraft: false,
    ...changes,
    typed: { ...TYPED, ...changes.typed },
  };
}

async function announced(room: Room, given: Announce = input(), options = {}): Promise<Announcement> {
  const outcome = await announce(depsOf(room, options), given);
  if (outcome.kind !== 'announced') throw new Error('It was refused');
  return outcome.announcement;
}

async function now({ pg }: Room, { id }: Pick<Announcement, 'id'>): Promise<Announcement> {
  const found = await findAnnouncement(pg.db, workspaceId, id);
  if (!found) throw new Error('It is gone');
  return found;
}

async function postings({ pg }: Room) {
  const rows = await pg.db
    .selectFrom('outbox')
    .select('channelId')
    .where('view', '=', 'announcements.announcement')
    .where('kind', '=', 'post')
    .orderBy('id')
    .execute();
  return rows.map(({ channelId }) => channelId);
}

describe('Announcing', () => {
  test('a form that is sent twice makes one announcement, and no PHI is kept', async () => {
    await using room = await openRoom();
    const [one, other] = await Promise.all([announced(room), announced(room)]);

    expect(one.id).toBe(other.id);
    expect((await now(room, one)).text).toBe('Please read this, [member id].');
    expect(await addressees(room, 'announcements.desk')).toEqual(['U0CARMEN']);
    expect(await room.pg.db.selectFrom('announcementVersions').select('version').execute()).toHaveLength(1);
  });

  test('is refused to whoever is not of the comms team, and of another company', async () => {
    await using room = await openRoom();

    expect(await announce(depsOf(room), input({ by: person('maya') }))).toMatchObject({
      refusal: { reason: 'notComms' },
    });
    expect(
      await announce(depsOf(room), input({ by: { ...person('carmen'), isExternal: true } })),
    ).toMatchObject({ refusal: { reason: 'external' } });
    expect(await room.pg.db.selectFrom('announcements').select('id').execute()).toEqual([]);
  });
});

describe('Publishing', () => {
  test('happens once, however many jobs there are', async () => {
    await using room = await openRoom();
    const announcement = await announced(room);

    await Promise.all(
      Array.from({ length: 5 }, async () => await publishAnnouncement(depsOf(room), announcement.id)),
    );

    expect(await postings(room)).toEqual(['C0OHHTIMESROOM']);
    expect((await now(room, announcement)).status.name).toBe('published');
    expect(await room.jobs.recorded('announcements.emoji')).toHaveLength(1);
  });

  test('takes everybody on the teams as they are at this moment, and nobody who doesn’t count', async () => {
    await using room = await openRoom();
    const announcement = await announced(room);
    room.clock.now = new Date();
    await publishAnnouncement(depsOf(room), announcement.id);

    const { groups, roster } = await historyOf(room.pg.db, await now(room, announcement));
    expect(groups.map(({ key, inAudience }) => [key, inAudience])).toEqual([
      ['team:keystone', true],
      ['team:lonestar', true],
      ['team:sunshine', true],
      ['team:pacific', true],
    ]);
    const members = roster.filter(({ group, isMember }) => group !== 'person' && isMember);
    const strangers = roster.filter(({ group }) => group === 'person').map(({ user }) => user);
    const counting = new Set(members.map(({ user }) => user).filter((user) => !strangers.includes(user)));
    expect([...counting].toSorted()).toEqual(['U0JORDAN', 'U0MAYA', 'U0PRIYA', 'U0ROSA', 'U0SAM', 'U0WEI']);
  });

  test('of a narrower audience goes where it was meant to, and skips channels that can’t be posted to', async () => {
    await using room = await openRoom();
    const teams = ['keystone', 'pacific'].map((key) => CareTeamKey.parse(key));
    const typed = { audience: { kind: 'teams' as const, teams }, placement: 'both' as const };
    await room.pg.db
      .updateTable('directoryChannels')
      .set({ status: 'external' })
      .where('name', '=', 'care-pacific')
      .execute();
    const announcement = await announced(room, input({ typed }));
    await publishAnnouncement(depsOf(room), announcement.id);

    expect(await postings(room)).toEqual(['C0OHHTIMESROOM', 'C0CAREKEYSTONE']);
    const emoji = (await postsOf(room.pg.db, announcement)).map((post) => post.emoji);
    expect(emoji).toEqual([['keystone', 'pacific'], ['keystone']]);
  });

  test('for experts reads who they are at that moment', async () => {
    await using room = await openRoom();
    const topics = [TopicKey.parse('pharmacy')];
    const typed = { audience: { kind: 'topics' as const, topics }, placement: 'teams' as const };
    const announcement = await announced(room, input({ typed }));
    await room.slack.as('wei').join('experts-pharmacy');
    room.clock.now = new Date();
    await publishAnnouncement(depsOf(room), announcement.id);

    const { roster } = await historyOf(room.pg.db, announcement);
    expect(roster.filter(({ isMember }) => isMember).map(({ user }) => user)).toContain('U0WEI');
  });

  test('waits while none of its channels can be posted to, and is tried again', async () => {
    await using room = await openRoom();
    const announcement = await announced(room);
    await room.pg.db.updateTable('directoryChannels').set({ status: 'archived' }).execute();
    await publishAnnouncement(depsOf(room), announcement.id);
    expect((await now(room, announcement)).status.name).toBe('scheduled');

    await room.pg.db.updateTable('directoryChannels').set({ status: 'ok' }).execute();
    await sweep(depsOf(room));
    expect(await room.jobs.recorded('announcements.publish')).toHaveLength(2);
    await publishAnnouncement(depsOf(room), announcement.id);
    expect(await postings(room)).toHaveLength(1);
  });

  test('comes at its time, not before', async () => {
    await using room = await openRoom();
    const scheduledFor = new Date(room.clock.now.getTime() + 3_600_000);
    const announcement = await announced(room, input({ typed: { scheduledFor } }));
    await publishAnnouncement(depsOf(room), announcement.id);
    await sweep(depsOf(room));
    expect(await postings(room)).toEqual([]);

    room.clock.now = scheduledFor;
    await sweep(depsOf(room));
    await publishAnnouncement(depsOf(room), announcement.id);
    expect(await postings(room)).toHaveLength(1);
  });
});

describe('Two people at one moment', () => {
  test('approve it once, and publish nothing that was withdrawn', async () => {
    await using room = await openRoom();
    await room.slack.admin.setGroup('comms', ['carmen', 'quinn']);
    const deps = depsOf(room, { approval: true });
    const announcement = await announced(room, input(), { approval: true });
    expect(announcement.status.name).toBe('awaiting_approval');
    const { id } = announcement;
    expect(await approveAnnouncement(deps, { id, by: person('carmen'), version: 1 })).toMatchObject({
      refusal: { reason: 'ownApproval' },
    });

    await withdrawAnnouncement(deps, { id, by: person('carmen') });
    await publishAnnouncement(deps, id);
    expect(await postings(room)).toEqual([]);
    expect(await handInAnnouncement(deps, { id, by: person('carmen') })).toMatchObject({ kind: 'refused' });
  });

  test('edit the same version: one of them is told, and loses nothing', async () => {
    await using room = await openRoom();
    const deps = depsOf(room);
    const { id } = await announced(room, input({ asDraft: true }));
    const change = { id, by: person('carmen'), noPhi: [], asksAgain: false, handsIn: false, version: 1 };

    const outcomes = await Promise.all(
      ['One', 'Other'].map(
        async (text) => await editAnnouncement(deps, { ...change, typed: { ...TYPED, text } }),
      ),
    );

    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused']);
    expect(outcomes.find(({ kind }) => kind === 'refused')).toMatchObject({
      refusal: { reason: 'changedMeanwhile' },
    });
    expect((await now(room, { id })).version).toBe(2);
  });

  test('track the same message once', async () => {
    await using room = await openRoom();
    const ts = await room.slack.as('rosa').say('general', 'The phones are down.');
    const message = { channel: ChannelId.parse('C0GENERAL'), ts: MessageTs.parse(ts) };
    const track = (form: string) => ({
      by: person('carmen'),
      formId: FormId.parse(form),
      message,
      title: 'Phones, says R123456',
      audience: { kind: 'everyone' as const },
      deadline: null,
      reminders: 'none' as const,
    });

    const twice = [trackMessage(depsOf(room), track('V0A')), trackMessage(depsOf(room), track('V0B'))];
    const outcomes = (await Promise.all(twice)).map(({ kind }) => kind);

    expect(outcomes.toSorted()).toEqual(['announced', 'refused']);
    const rows = await room.pg.db.selectFrom('announcements').select('title').execute();
    expect(rows).toEqual([{ title: 'Phones, says [member id]' }]);
  });
});

describe('The teams’ emoji', () => {
  test('are added once Slack has the message, and twice does no harm', async () => {
    await using room = await openRoom();
    const ts = await room.slack.as('rosa').say('general', 'The phones are down.');
    const outcome = await trackMessage(depsOf(room), {
      by: person('carmen'),
      formId: FormId.parse('V0A'),
      message: { channel: ChannelId.parse('C0GENERAL'), ts: MessageTs.parse(ts) },
      title: 'Phones',
      audience: { kind: 'everyone' },
      deadline: null,
      reminders: 'none',
    });
    if (outcome.kind !== 'announced') throw new Error('It was refused');
    await room.web.reactions.add({ channel: 'C0GENERAL', timestamp: ts, name: 'sunshine' });
    const post = { announcementId: outcome.announcement.id, channel: ChannelId.parse('C0GENERAL') };

    await addTeamEmoji(room.deps, post);
    await addTeamEmoji(room.deps, post);

    const [message] = await room.slack.thread('C0GENERAL', ts);
    expect(message?.reactions.map(({ name }) => name).toSorted()).toEqual([
      'keystone',
      'lonestar',
      'pacific',
      'sunshine',
    ]);
    expect(await room.jobs.recorded('announcements.read')).toHaveLength(1);
  });

  test('wait for a message that is still on its way', async () => {
    await using room = await openRoom();
    const announcement = await announced(room);
    await publishAnnouncement(depsOf(room), announcement.id);
    const post = { announcementId: announcement.id, channel: ChannelId.parse('C0OHHTIMESROOM') };

    await expect(addTeamEmoji(room.deps, post)).rejects.toBeInstanceOf(NotYet);
    const nowhere = {
      announcementId: AnnouncementId.parse('01900000-0000-7000-8000-00000000dead'),
      channel: post.channel,
    };
    await expect(addTeamEmoji(room.deps, nowhere)).resolves.toBeUndefined();
  });
});
