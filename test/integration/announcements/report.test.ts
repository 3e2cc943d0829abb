import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { answerCheck } from '../../../src/announcements/acknowledge.ts';
import { askForFile } from '../../../src/announcements/ask-file.ts';
import { sendFile } from '../../../src/announcements/file-workers.ts';
import { AnnouncementFileId } from '../../../src/announcements/ids.ts';
import { reachMilestones } from '../../../src/announcements/milestones.ts';
import { postsOf } from '../../../src/announcements/post-store.ts';
import { repliersTo } from '../../../src/announcements/read-replies.ts';
import { reportFor } from '../../../src/announcements/report-of.ts';
import { TopicKey } from '../../../src/shared/ids.ts';
import { StateCode } from '../../../src/shared/states.ts';
import { DEADLINE, PUBLISHED } from '../../support/receipts.ts';
import { redacted } from '../../support/view-samples.ts';
import {
  acknowledged,
  addressees,
  drawn,
  isAwayNow,
  openRoom,
  person,
  published,
  type Room,
  userId,
  workspaceId,
} from './report-room.ts';

const TEAMS = { keystone: ['maya', 'jordan'], lonestar: ['jordan', 'priya'] };

describe('The report', () => {
  test('is everybody’s for comms, and the own team’s for its lead', async () => {
    await using room = await openRoom();
    const announcement = await published(room, TEAMS);
    await isAwayNow(room, 'maya', true);
    await acknowledged(room, announcement, 'priya');

    const all = await reportFor(room.deps, { id: announcement.id, by: person('carmen') });
    const own = await reportFor(room.deps, { id: announcement.id, by: person('theo') });

    expect(all).toMatchObject({
      kind: 'report',
      scope: 'all',
      report: { everybody: { total: 3, acknowledged: 1, away: 1 } },
    });
    expect(all).toMatchObject({
      report: { states: expect.arrayContaining([expect.objectContaining({ state: 'PA' })]) },
    });
    expect(own).toMatchObject({ kind: 'report', report: { everybody: { total: 2, acknowledged: 0 } } });
  });

  test('counts first tries at the check question by team, whoever was right later', async () => {
    await using room = await openRoom();
    const checkQuestion = {
      text: redacted('When?'),
      options: [redacted('Monday'), redacted('Tuesday')],
      right: 1,
      explanation: null,
    };
    const announcement = await published(room, TEAMS, { importance: 'check', checkQuestion });
    for (const [name, option] of [
      ['maya', 0],
      ['maya', 1],
      ['priya', 1],
    ] as const) {
      room.clock.now = new Date(room.clock.now.getTime() + 60_000);
      await answerCheck(room.deps, { id: announcement.id, by: person(name), option, version: 1 });
    }

    const found = await reportFor(room.deps, { id: announcement.id, by: person('carmen') });

    expect(found).toMatchObject({
      report: {
        everybody: { acknowledged: 2, answered: 2, rightAtFirst: 1 },
        teams: [
          { group: { key: 'team:keystone' }, answered: 1, rightAtFirst: 0 },
          { group: { key: 'team:lonestar' }, answered: 1, rightAtFirst: 1 },
        ],
      },
    });
  });

  test('is refused to everybody else, people of other companies first of all', async () => {
    await using room = await openRoom();
    const announcement = await published(room, { lonestar: ['priya'] });
    const kind = async (name: string, isExternal = false) =>
      (await reportFor(room.deps, { id: announcement.id, by: { user: userId(name), isExternal } })).kind;

    expect(await kind('maya')).toBe('notEntitled');
    expect(await kind('theo')).toBe('notEntitled');
    expect(await kind('carmen', true)).toBe('external');
  });

  test('counts the replies of people, not ours', async () => {
    await using room = await openRoom();
    const announcement = await published(room, TEAMS);
    const posts = await postsOf(room.deps.db, announcement);
    const threadTs = posts[0]?.ts ?? '';
    await room.slack.as('maya').say('ohh-timesroom', 'Since when?', { threadTs });
    await room.slack.as('maya').say('ohh-timesroom', 'Ah, I see.', { threadTs });
    await room.web.chat.postMessage({
      channel: 'C0OHHTIMESROOM',
      text: 'How it stands',
      thread_ts: threadTs,
    });

    expect(await repliersTo(room.deps, posts)).toEqual([userId('maya'), userId('maya')]);
    await room.slack.faults.add({ kind: '500', method: 'conversations.replies' });
    expect(await repliersTo(room.deps, posts)).toBeNull();
  });
});

describe('A file', () => {
  test('goes to whoever asked for it: everybody, by name, who misses it first', async () => {
    await using room = await openRoom();
    const announcement = await published(room, TEAMS);
    await acknowledged(room, announcement, 'priya');

    const outcome = await askForFile(room.deps, { id: announcement.id, by: person('carmen'), what: 'table' });
    await sendFile(room.deps, await lastFile(room));

    expect(outcome).toEqual({ kind: 'coming' });
    const [message] = await room.slack.directMessages('carmen');
    expect(message?.text).toContain('*1 of 3* have acknowledged');
    expect(message?.text).toContain('Exact as of');
    const rows = (await content(room)).split('\r\n');
    expect(rows[1]).toMatch(/^Jordan Ellis,U0JORDAN,"keystone; lonestar",missing,,,,,,$/);
    expect(rows[3]).toMatch(/^Priya Nair,U0PRIYA,lonestar,acknowledged,2026-11-16 15:00:00,button,,,,$/);
    expect(rows).toHaveLength(5);
  });

  test('shows the lead of a team nothing but the team', async () => {
    await using room = await openRoom();
    const announcement = await published(room, TEAMS);

    await askForFile(room.deps, { id: announcement.id, by: person('theo'), what: 'table' });
    await sendFile(room.deps, await lastFile(room));

    expect(await content(room)).toContain('U0MAYA');
    expect(await content(room)).not.toContain('U0PRIYA');
    expect((await room.slack.directMessages('theo'))[0]?.files).toHaveLength(1);
  });

  test('is not made for those who may not see it, and only comms may put it in the thread', async () => {
    await using room = await openRoom();
    const { id } = await published(room, TEAMS);

    expect(await askForFile(room.deps, { id, by: person('maya'), what: 'table' })).toEqual({
      kind: 'notEntitled',
    });
    expect(await askForFile(room.deps, { id, by: person('theo'), what: 'pictureInThread' })).toEqual({
      kind: 'notEntitled',
    });
    expect(
      await askForFile(room.deps, { id, by: { ...person('carmen'), isExternal: true }, what: 'table' }),
    ).toEqual({
      kind: 'external',
    });
    expect(await room.jobs.recorded('announcements.file')).toEqual([]);
  });

  test('is on the audit record: who took it, and of what', async () => {
    await using room = await openRoom();
    const { id } = await published(room, TEAMS);

    await askForFile(room.deps, { id, by: person('carmen'), what: 'table' });

    const { rows } = await sql<{ by: string; facts: string }>`
      select by, facts from audit_entries where action = 'announcements.exported'`.execute(room.pg.db);
    expect(rows).toMatchObject([{ by: 'U0CARMEN' }]);
    expect(rows[0]?.facts).toContain(id);
  });

  test('stands once in the thread, though the answer of the last call was lost', async () => {
    await using room = await openRoom();
    const announcement = await published(room, TEAMS);
    await askForFile(room.deps, { id: announcement.id, by: person('carmen'), what: 'pictureInThread' });
    await room.slack.faults.add({ kind: 'drop-after', method: 'files.completeUploadExternal' });
    const id = await lastFile(room);

    await expect(sendFile(room.deps, id)).rejects.toThrow('no_answer');
    await sendFile(room.deps, id);
    await sendFile(room.deps, id);

    const [post] = await postsOf(room.deps.db, announcement);
    const replies = (await room.slack.thread('ohh-timesroom', post?.ts ?? '')).slice(1);
    expect(replies).toHaveLength(1);
    const [file] = await room.slack.files();
    expect((await room.slack.download(file ?? { id: '', name: '' })).subarray(1, 4).toString()).toBe('PNG');
  });

  test.each(['files.getUploadURLExternal', 'files.completeUploadExternal', 'conversations.open'])(
    'comes once when Slack asks to slow down at %s',
    async (method) => {
      await using room = await openRoom();
      const announcement = await published(room, TEAMS);
      await askForFile(room.deps, { id: announcement.id, by: person('carmen'), what: 'picture' });
      await room.slack.faults.add({ kind: '429', method });
      const id = await lastFile(room);

      await expect(sendFile(room.deps, id)).rejects.toThrow('ratelimited');
      await sendFile(room.deps, id);

      expect(await room.slack.directMessages('carmen')).toHaveLength(1);
    },
  );

  test('never goes into a channel that another company shares, and whoever asked is told why', async () => {
    await using room = await openRoom();
    const announcement = await published(room, TEAMS);
    await room.slack.admin.shareExternally('ohh-timesroom');
    await askForFile(room.deps, { id: announcement.id, by: person('carmen'), what: 'pictureInThread' });

    await sendFile(room.deps, await lastFile(room));

    expect(await room.slack.files()).toEqual([]);
    expect(await drawn(room, 'announcements.file-trouble', 'carmen')).toContain(
      'shared with another company',
    );
  });
});

describe('At its time', () => {
  test('the picture is put into the thread when the deadline is over, once for each deadline', async () => {
    await using room = await openRoom();
    await published(room, TEAMS);
    const pictures = async () => (await room.jobs.recorded('announcements.file')).length;

    await reachMilestones(room.deps);
    expect(await pictures()).toBe(0);
    room.clock.now = DEADLINE;
    await Promise.all([1, 2].map(async () => await reachMilestones(room.deps)));
    await reachMilestones(room.deps);
    expect(await pictures()).toBe(1);
    await sql`update announcements set deadline = deadline + interval '1 day'`.execute(room.pg.db);
    room.clock.now = new Date(DEADLINE.getTime() + 86_400_000);
    await reachMilestones(room.deps);
    expect(await pictures()).toBe(2);
  });

  test('those who announce are told of the questions before and after, 72 hours after it went out, once', async () => {
    await using room = await openRoom();
    const claims = TopicKey.parse('claims');
    const announcement = await published(room, TEAMS, { topics: [claims], states: [StateCode.parse('PA')] });
    await published(room, TEAMS);
    await acknowledged(room, announcement, 'maya');
    const asked: readonly (readonly [string, number, string?, string?])[] = [
      ['maya', -1],
      ['maya', -71],
      ['maya', -73],
      ['maya', 5],
      ['maya', 6, 'pharmacy'],
      ['maya', 6, 'claims', 'TX'],
      ['priya', 71],
      ['priya', 73],
      ['lee', 5],
    ];
    for (const [who, hours, topic, state] of asked) await question(room, who, { hours, topic, state });
    room.clock.now = new Date(PUBLISHED.getTime() + 71 * 3_600_000);
    await reachMilestones(room.deps);
    expect(await addressees(room, 'announcements.effect')).toEqual([]);

    room.clock.now = new Date(PUBLISHED.getTime() + 72 * 3_600_000);
    await Promise.all([1, 2].map(async () => await reachMilestones(room.deps)));
    room.clock.now = new Date(PUBLISHED.getTime() + 80 * 3_600_000);
    await acknowledged(room, announcement, 'priya');

    expect(await addressees(room, 'announcements.effect')).toEqual(['U0CARMEN']);
    const told = await drawn(room, 'announcements.effect', 'carmen');
    expect(told).toContain(
      "the 1 person who has acknowledged it asked 1 question about Claims in Pennsylvania, after 2 in the 72 hours before, and the 2 people who haven't asked 1 question, after 0 in the 72 hours before.",
    );
    expect(told).toContain("can't show is why");
  });
});

async function lastFile({ pg }: Room): Promise<AnnouncementFileId> {
  const { rows } = await sql<{
    id: string;
  }>`select id from announcement_files order by id desc limit 1`.execute(pg.db);
  return AnnouncementFileId.parse(rows[0]?.id);
}

async function content({ slack }: Room): Promise<string> {
  const file = (await slack.files()).at(-1);
  return (await slack.download(file ?? { id: '', name: '' })).toString();
}

type Asked = {
  readonly hours: number;
  readonly topic?: string | undefined;
  readonly state?: string | undefined;
};

/** Asked so many hours after the announcement went out. */
async function question(
  { pg }: Room,
  who: string,
  { hours, topic = 'claims', state = 'PA' }: Asked,
): Promise<void> {
  const at = new Date(PUBLISHED.getTime() + hours * 3_600_000);
  await sql`
    insert into questions (id, workspace_id, asked_by, asked_at, text, topic, state, irl, live, tier, place, place_name,
      channel_id, reason, move, placed_at, status)
    values (gen_random_uuid(), ${workspaceId}, ${userId(who)}, ${at}, 'x', ${topic}, ${state}, false, false, 3,
      'claims', 'Claims', 'C0CLAIMS', 'x', 0, ${at}, 'open')`.execute(pg.db);
}
