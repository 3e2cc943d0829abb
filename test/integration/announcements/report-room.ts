import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { type Announcement, publicationOf } from '../../../src/announcements/announcement.ts';
import { addSigns, addWords, saveGroups } from '../../../src/announcements/history-store.ts';
import { GroupKey } from '../../../src/announcements/ids.ts';
import { momentOf } from '../../../src/announcements/moment.ts';
import { savePosts } from '../../../src/announcements/post-store.ts';
import { reportRenderers } from '../../../src/announcements/report-renderers.ts';
import { insertAnnouncement } from '../../../src/announcements/store.ts';
import { applyDirectory } from '../../../src/directory/index.ts';
import { createLog, createLogger } from '../../../src/platform/log.ts';
import { AnnouncementId, ChannelId, MessageTs } from '../../../src/shared/ids.ts';
import { createUpload } from '../../../src/slack/upload.ts';
import { EXAMPLE, openPracticeRoom, person, userId, workspaceId } from '../../support/practice-room.ts';
import { aGroup, PUBLISHED, someAnnouncement } from '../../support/receipts.ts';

export { person, userId, workspaceId };

/** What reports and reminders need: a database, a practice workspace, jobs that are only written down, and a clock. */
export async function openRoom() {
  const room = await openPracticeRoom({ now: PUBLISHED });
  const slack = { ...room.deps.slack, upload: createUpload(room.apiUrl) };
  return { ...room, deps: { ...room.deps, slack, log: createLog(createLogger('silent')) } };
}

export type Room = Awaited<ReturnType<typeof openRoom>>;

/** On which teams people are, by their names. */
export type Teams = Readonly<Record<string, readonly string[]>>;

/** An announcement that stands in the channel, for these people. */
export async function published(
  { deps, web }: Room,
  teams: Teams,
  changes: Partial<Announcement> = {},
): Promise<Announcement> {
  const { ts } = await web.chat.postMessage({ channel: 'C0OHHTIMESROOM', text: 'News' });
  const announcement = someAnnouncement({ id: AnnouncementId.parse(uuidv7()), exactAsOf: null, ...changes });
  const words = Object.entries(teams).flatMap(([team, people]) =>
    people.map((name) => ({
      user: userId(name),
      group: GroupKey.parse(`team:${team}`),
      isMember: true,
      asOf: momentOf(publicationOf(announcement)?.at ?? PUBLISHED),
    })),
  );
  await deps.db.transaction().execute(async (trx) => {
    await insertAnnouncement(trx, announcement, null);
    await saveGroups(
      trx,
      announcement,
      Object.keys(teams).map((team) => aGroup(`team:${team}`, { name: team, emoji: team })),
    );
    await addWords(trx, announcement, { words, seen: 'posting' });
    await savePosts(trx, announcement, [
      {
        channel: ChannelId.parse('C0OHHTIMESROOM'),
        emoji: [],
        outboxId: null,
        ts: MessageTs.parse(ts),
      },
    ]);
  });
  return announcement;
}

/** Somebody presses the button. */
export async function acknowledged({ deps, clock }: Room, announcement: Announcement, name: string) {
  await deps.db.transaction().execute(async (trx) => {
    const sign = {
      kind: 'pressed' as const,
      user: userId(name),
      at: momentOf(clock.now),
      seen: 'event' as const,
    };
    await addSigns(trx, announcement, [sign]);
  });
}

/** Whom the outbox has messages of a kind for, in the order in which they were queued. */
export async function addressees({ pg }: Room, view: string): Promise<readonly string[]> {
  const { rows } = await sql<{ userId: string }>`
    select user_id from outbox where view = ${view} order by user_id`.execute(pg.db);
  return rows.map((row) => row.userId);
}

/** What a message of the outbox would read like if it were sent now; undefined where it would not be. */
export async function drawn({ deps, pg }: Room, view: string, to: string): Promise<string | undefined> {
  const { rows } = await sql<{ payload: unknown }>`
    select payload from outbox where view = ${view} and user_id = ${userId(to)} order by created_at, id`.execute(
    pg.db,
  );
  const renderer = reportRenderers(deps).find(({ name }) => name === view);
  const rendered = await renderer?.draw(rows.at(-1)?.payload);
  return rendered && JSON.stringify(rendered.blocks);
}

/** The directory in force lists an absence. */
export async function isListedAway(
  { deps }: Room,
  name: string,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<void> {
  const absence = `  - { person: ${name}@practice.example, from: ${from}, until: ${until} }`;
  const source = `${EXAMPLE}absences:\n${absence}\n`;
  const outcome = await applyDirectory({ ...deps, now: () => new Date() }, source, 'a test');
  if (outcome.kind !== 'applied') throw new Error(JSON.stringify(outcome));
}

export async function isAwayNow({ pg }: Room, name: string, isAway: boolean): Promise<void> {
  await sql`update people set is_away = ${isAway} where user_id = ${userId(name)}`.execute(pg.db);
}
