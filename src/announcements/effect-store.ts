import { sql } from 'kysely';
import type { Database, Trx, Views } from '../platform/database.ts';
import type { Schema } from '../platform/schema.ts';
import type { AnnouncementId, TopicKey, WorkspaceId } from '../shared/ids.ts';
import type { StateCode } from '../shared/states.ts';
import type { Announcement } from './announcement.ts';
import { type Asked, EFFECT_HOURS, type Windows } from './effect.ts';
import { toAnnouncement } from './rows.ts';

export type About = { readonly topics: readonly TopicKey[]; readonly states: readonly StateCode[] };

/** Who asked how many questions on these topics and states. No topics: any; no states: any. */
export async function questionsAsked(
  db: Views,
  workspaceId: WorkspaceId,
  { about, windows }: { readonly about: About; readonly windows: Windows },
): Promise<readonly Asked[]> {
  const { before, after } = windows;
  const rows = await db
    .selectFrom('askedQuestions')
    .select(['askedBy as user'])
    .select((eb) => [
      eb.fn.countAll<string>().filterWhere('askedAt', '<', before.to).as('before'),
      eb.fn.countAll<string>().filterWhere('askedAt', '>=', after.from).as('after'),
    ])
    .where('workspaceId', '=', workspaceId)
    .where('askedAt', '>=', before.from)
    .where('askedAt', '<', after.to)
    .$if(about.topics.length > 0, (query) => query.where('topic', 'in', about.topics))
    .$if(about.states.length > 0, (query) => query.where('state', 'in', about.states))
    .groupBy('askedBy')
    .execute();
  return rows.map((row) => ({ user: row.user, before: Number(row.before), after: Number(row.after) }));
}

type Milestone = Schema['announcementMilestones']['what'];

/** False when it was reached before: what the app does once, it does once. */
export async function reachMilestone(
  trx: Trx,
  { workspaceId, id }: { readonly workspaceId: WorkspaceId; readonly id: AnnouncementId },
  { what, dueAt, at }: { readonly what: Milestone; readonly dueAt: Date; readonly at: Date },
): Promise<boolean> {
  const row = await trx
    .insertInto('announcementMilestones')
    .values({ workspaceId, announcementId: id, what, dueAt, at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('what')
    .executeTakeFirst();
  return row !== undefined;
}

/** A milestone that nobody could reach in time is let go after so many days. */
const LATEST_DAYS = 14;

/** Those whose deadline is over and whose picture hasn't been posted for it. */
export async function awaitingPicture(
  db: Database,
  workspaceId: WorkspaceId,
  now: Date,
): Promise<readonly Announcement[]> {
  const rows = await published(db, workspaceId)
    .where('importance', '<>', 'information')
    .where('deadline', '<=', now)
    .where('deadline', '>', daysBefore(now))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('announcementMilestones as reached')
            .select('reached.what')
            .whereRef('reached.announcementId', '=', 'announcements.id')
            .whereRef('reached.dueAt', '=', 'announcements.deadline')
            .where('reached.what', '=', 'picture'),
        ),
      ),
    )
    .execute();
  return rows.map(toAnnouncement);
}

/** Those about topics or states that have been out for so long that their effect can be looked at. */
export async function awaitingEffect(
  db: Database,
  workspaceId: WorkspaceId,
  now: Date,
): Promise<readonly Announcement[]> {
  const since = sql<Date>`${now}::timestamptz - make_interval(hours => ${EFFECT_HOURS})`;
  const rows = await published(db, workspaceId)
    .where('importance', '<>', 'information')
    .where('publishedAt', '<=', since)
    .where('publishedAt', '>', daysBefore(now))
    .where(sql<boolean>`cardinality(topics) + cardinality(states) > 0`)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('announcementMilestones as reached')
            .select('reached.what')
            .whereRef('reached.announcementId', '=', 'announcements.id')
            .where('reached.what', '=', 'effect'),
        ),
      ),
    )
    .execute();
  return rows.map(toAnnouncement);
}

function published(db: Database, workspaceId: WorkspaceId) {
  return db
    .selectFrom('announcements')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('status', '=', 'published');
}

function daysBefore(now: Date) {
  return sql<Date>`${now}::timestamptz - make_interval(days => ${LATEST_DAYS})`;
}
