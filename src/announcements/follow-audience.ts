import type { z } from 'zod';
import type { LiveDirectory, rosterJob, rostersReadJob } from '../directory/index.ts';
import { sourceOfTeam } from '../directory/index.ts';
import type { Database } from '../platform/database.ts';
import type { AnnounceDeps } from './announce.ts';
import { type Announcement, isCounting } from './announcement.ts';
import { addWords, groupsOf, rosterOf } from './history-store.ts';
import type { GroupKey } from './ids.ts';
import { momentFrom, momentOf } from './moment.ts';
import { settleSoon } from './record.ts';
import type { RosterWord } from './roster.ts';
import { news, wordsOnGroups, wordsOnPeople } from './roster-news.ts';
import { countingAnnouncements, lockAnnouncement } from './store.ts';
import { teamKey, topicKey } from './targets.ts';

export type AudienceDeps = Pick<AnnounceDeps, 'db' | 'jobs' | 'now' | 'directory' | 'workspace'>;

type RosterChange = z.infer<(typeof rosterJob)['payload']>;

/** People came to a user group or channel, or left it: those of the audiences that follow it, too. */
export async function followRoster(
  deps: AudienceDeps,
  { source, at, added, removed }: RosterChange,
): Promise<void> {
  await forEachCounting(deps, async (announcement, live) => {
    const groups = await groupsFrom(deps.db, { announcement, live, source });
    if (groups.length === 0) return;
    const asOf = momentFrom(at);
    const words = groups.flatMap((group): RosterWord[] => [
      ...added.map((user) => ({ user, group, isMember: true, asOf })),
      ...removed.map((user) => ({ user, group, isMember: false, asOf })),
    ]);
    const people = await wordsOnPeople(deps.db, deps.workspace.id, added);
    const known = await rosterOf(deps.db, announcement);
    const strangers = news(known, people, { groups: [], at: asOf });
    await keep(deps, announcement, { words: [...words, ...strangers], seen: 'event' });
  });
}

/** Compares the audiences with the rosters as they are known now: for what no event told, and for who counts at all. */
export async function compareAudiences(
  deps: AudienceDeps,
  { source }: z.infer<(typeof rostersReadJob)['payload']>,
): Promise<void> {
  await forEachCounting(deps, async (announcement, live) => {
    const { db, now, workspace } = deps;
    const groups = await groupsFrom(db, { announcement, live, source });
    if (groups.length === 0 && source !== null) return;
    const at = now();
    const known = await rosterOf(db, announcement);
    const found = await wordsOnGroups(db, { workspaceId: workspace.id, live }, { groups, at });
    const users = [...new Set([...known, ...found].map(({ user }) => user))];
    const people = await wordsOnPeople(db, workspace.id, users);
    const words = news(known, [...found, ...people], { groups, at: momentOf(at) });
    await keep(deps, announcement, { words, seen: 'reading' });
  });
}

/** What happened before the audience was settled may be heard of afterwards. Its own time decides. */
const HEARD_OF_LATER_MS = 86_400_000;

function heardOfUntil(now: Date): Date {
  return new Date(now.getTime() - HEARD_OF_LATER_MS);
}

async function forEachCounting(
  deps: AudienceDeps,
  follow: (announcement: Announcement, live: LiveDirectory) => Promise<void>,
): Promise<void> {
  const { db, directory, now, workspace } = deps;
  const live = await directory.load(workspace.id);
  if (!live) return;
  for (const announcement of await countingAnnouncements(db, workspace.id, heardOfUntil(now()))) {
    await follow(announcement, live);
  }
}

type From = {
  readonly announcement: Announcement;
  readonly live: LiveDirectory;
  /** Null: from anywhere. */
  readonly source: string | null;
};

/** The groups of the audience whose people are read from there. */
async function groupsFrom(db: Database, { announcement, live, source }: From): Promise<readonly GroupKey[]> {
  const audience = (await groupsOf(db, announcement)).filter(({ inAudience }) => inAudience);
  if (source === null) return audience.map(({ key }) => key);
  const keys: GroupKey[] = [];
  for (const team of live.directory.careTeams) {
    if ((await sourceOfTeam(db, announcement.workspaceId, live, team)) === source)
      keys.push(teamKey(team.key));
  }
  for (const { key, channel } of live.directory.topics) {
    if (live.place(channel).id === source) keys.push(topicKey(key));
  }
  return keys.filter((key) => audience.some((group) => group.key === key));
}

type News = { readonly words: readonly RosterWord[]; readonly seen: 'event' | 'reading' };

async function keep(
  { db, jobs, now, workspace }: AudienceDeps,
  { id }: Announcement,
  news: News,
): Promise<void> {
  if (news.words.length === 0) return;
  await db.transaction().execute(async (trx) => {
    const announcement = await lockAnnouncement(trx, workspace.id, id);
    if (!announcement || !isCounting(announcement, heardOfUntil(now()))) return;
    if (await addWords(trx, announcement, news)) await settleSoon(trx, { jobs }, announcement);
  });
}
