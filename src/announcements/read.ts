import type { Database } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { AnnouncementId, ChannelId, SlackUserId, WorkspaceId } from '../shared/ids.ts';
import { patiently } from './add-emoji.ts';
import { type Announcement, publicationOf } from './announcement.ts';
import { addSigns, signsOf } from './history-store.ts';
import { aliasesJob, catchUpJob, readJob } from './jobs.ts';
import { type Moment, momentOf } from './moment.ts';
import { postsOf } from './post-store.ts';
import { settleSoon } from './record.ts';
import { differences, type Sign } from './signs.ts';
import { type FoundReaction, type ReactionsReader, readReactions } from './slack-reactions.ts';
import { countingAnnouncements, findAnnouncement, saveExactAsOf } from './store.ts';

export type ReadDeps = {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly now: () => Date;
  readonly workspace: { readonly id: WorkspaceId; readonly botUserId: SlackUserId };
  readonly slack: { readonly reads: ReactionsReader };
};

/**
 * Slack's clock and ours differ, and what happens while Slack is asked may be in its answer or not: an event of the last
 * minute counts more than the answer, which says how it was a minute ago.
 */
const CLOCKS_DIFFER_MS = 60_000;

/**
 * Compares what is known of an announcement's reactions with Slack, message by message, and puts the differences into
 * the ledger. Answers with the moment up to which everything is known; undefined where a message couldn't be read.
 */
export async function readExactly(deps: ReadDeps, announcement: Announcement): Promise<Moment | undefined> {
  const { db, now } = deps;
  const asOf = asOfReading(announcement, now());
  const posts = (await postsOf(db, announcement)).filter(({ isLost }) => !isLost);
  let isWhole = true;
  for (const { channel, key, ts } of posts) {
    const found = ts === null ? undefined : await readReactions(deps.slack.reads, { channel, ts });
    if (found) await keepDifferences(deps, announcement, { channel: key, found, asOf });
    else isWhole = false;
  }
  if (!isWhole) return undefined;
  await saveExactAsOf(db, announcement.id, asOf);
  return asOf;
}

/** Nobody reacted to a message of ours before it was posted. */
function asOfReading(announcement: Announcement, now: Date): Moment {
  const published = announcement.kind === 'written' ? publicationOf(announcement)?.at.getTime() : undefined;
  return momentOf(new Date(Math.max(now.getTime() - CLOCKS_DIFFER_MS, published ?? 0)));
}

type Reading = {
  readonly channel: ChannelId;
  readonly found: readonly FoundReaction[];
  readonly asOf: Moment;
};

async function keepDifferences(
  { db, jobs, workspace }: ReadDeps,
  announcement: Announcement,
  { channel, found, asOf }: Reading,
): Promise<void> {
  const ofPeople = found.filter(({ user }) => user !== workspace.botUserId);
  await db.transaction().execute(async (trx) => {
    const known = await signsOf(trx, announcement, { channel });
    const missing = differences(known, ofPeople, { channel, asOf });
    const signs = missing.map((sign: Sign) => ({ ...sign, seen: 'reading' as const }));
    if ((await addSigns(trx, announcement, signs)) > 0) await settleSoon(trx, { jobs }, announcement);
  });
}

/** For jobs: Slack may ask us to slow down. */
export async function readAgain(deps: ReadDeps, id: AnnouncementId): Promise<void> {
  const announcement = await findAnnouncement(deps.db, deps.workspace.id, id);
  if (announcement) await patiently(readExactly(deps, announcement));
}

/** 40 a minute: Slack lets an app read the reactions of 50 messages in one, and something must be left for others. */
const EVERY_MS = 1_500;
/** What happened before its deadline may have been missed until after it. */
const DAY_MS = 86_400_000;

/** After a start, and whenever Slack says that it held events back. */
export async function requestCatchUp({ db, jobs }: Pick<ReadDeps, 'db' | 'jobs'>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await jobs.enqueue(trx, aliasesJob, {});
    await jobs.enqueue(trx, catchUpJob, {});
  });
}

/** Queues a reading of each announcement that still counts, at a pace that Slack allows. */
export async function catchUp({ db, jobs, now, workspace }: ReadDeps): Promise<void> {
  const at = now();
  const counting = await countingAnnouncements(db, workspace.id, new Date(at.getTime() - DAY_MS));
  await db.transaction().execute(async (trx) => {
    for (const [index, { id }] of counting.entries()) {
      const startAfter = new Date(at.getTime() + index * EVERY_MS);
      await jobs.enqueue(trx, readJob, { announcementId: id }, { startAfter });
    }
  });
}
