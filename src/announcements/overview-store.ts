import { type ExpressionBuilder, sql } from 'kysely';
import type { Database, Trx } from '../platform/database.ts';
import type { Schema } from '../platform/schema.ts';
import type { SlackUserId, WorkspaceId } from '../shared/ids.ts';
import { unreachable } from '../shared/unreachable.ts';
import type { Announcement } from './announcement.ts';
import type { OverviewFilter } from './overview.ts';
import type { Receipts } from './receipts.ts';
import type { ReportScope } from './report.ts';
import { toAnnouncement } from './rows.ts';

/** How it stands, so that a list of many needn't work it out for each. */
export async function saveCounts(
  trx: Trx,
  { id, workspaceId }: Pick<Announcement, 'id' | 'workspaceId'>,
  { total, acknowledged, groups }: Pick<Receipts, 'total' | 'acknowledged' | 'groups'>,
): Promise<void> {
  const counts = [
    { groupKey: 'all' as const, total, acknowledged },
    ...groups.map(({ group, ...each }) => ({
      groupKey: group.key,
      total: each.total,
      acknowledged: each.acknowledged,
    })),
  ];
  await trx
    .insertInto('announcementCounts')
    .values(counts.map((each) => ({ announcementId: id, workspaceId, ...each })))
    .onConflict((conflict) =>
      conflict.columns(['announcementId', 'groupKey']).doUpdateSet((eb) => ({
        total: eb.ref('excluded.total'),
        acknowledged: eb.ref('excluded.acknowledged'),
      })),
    )
    .execute();
}

export type Wanted = {
  readonly user: SlackUserId;
  readonly scope: ReportScope;
  readonly filter: OverviewFilter;
  readonly now: Date;
};

export type Overview = {
  readonly announcement: Announcement;
  readonly total: number;
  readonly acknowledged: number;
};

/** The newest first. Somebody else's draft is nobody's business; leads see what is out and for their teams. */
export async function overviews(
  db: Database,
  workspaceId: WorkspaceId,
  { limit, offset, ...wanted }: Wanted & { readonly limit: number; readonly offset: number },
): Promise<readonly Overview[]> {
  const rows = await matching(db, workspaceId, wanted)
    .selectAll('announcements')
    .select(['counts.total', 'counts.acknowledged'])
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(({ total, acknowledged, ...row }) => ({
    announcement: toAnnouncement(row),
    total: total ?? 0,
    acknowledged: acknowledged ?? 0,
  }));
}

export async function countOverviews(
  db: Database,
  workspaceId: WorkspaceId,
  wanted: Wanted,
): Promise<number> {
  const row = await matching(db, workspaceId, wanted)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

function matching(db: Database, workspaceId: WorkspaceId, { user, scope, filter, now }: Wanted) {
  const keys = scope === 'all' ? ['all'] : scope;
  return db
    .selectFrom('announcements')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('announcementCounts as each')
          .select([
            sql<number>`sum(each.total)::int`.as('total'),
            sql<number>`sum(each.acknowledged)::int`.as('acknowledged'),
          ])
          .whereRef('each.announcementId', '=', 'announcements.id')
          .where(sql<boolean>`each.group_key = any(${keys})`)
          .as('counts'),
      (join) => join.onTrue(),
    )
    .where('announcements.workspaceId', '=', workspaceId)
    .where((eb) => isTheirs(eb, user, scope))
    .where((eb) => fits(eb, filter, now));
}

type Builder = ExpressionBuilder<Schema, 'announcements'>;

function isTheirs(eb: Builder, user: SlackUserId, scope: ReportScope) {
  if (scope === 'all') return eb.or([eb('status', '<>', 'draft'), eb('author', '=', user)]);
  return eb.and([
    eb('status', 'in', ['published', 'withdrawn']),
    eb('publishedAt', 'is not', null),
    eb.exists(
      eb
        .selectFrom('announcementGroups as for')
        .select('for.key')
        .whereRef('for.announcementId', '=', 'announcements.id')
        .where('for.inAudience', '=', true)
        .where(sql<boolean>`"for".key = any(${scope})`),
    ),
  ]);
}

function fits(eb: Builder, filter: OverviewFilter, now: Date) {
  switch (filter) {
    case 'all':
      return sql<boolean>`true`;
    case 'open':
      return eb.and([
        eb('status', '=', 'published'),
        eb.or([eb('deadline', 'is', null), eb('deadline', '>', now)]),
      ]);
    case 'missing':
      return eb.and([
        eb('status', '=', 'published'),
        eb('importance', '<>', 'information'),
        eb('deadline', '<=', now),
        sql<boolean>`counts.acknowledged < counts.total`,
      ]);
    case 'planned':
      return eb('status', 'in', ['draft', 'awaiting_approval', 'scheduled']);
    case 'withdrawn':
      return eb('status', '=', 'withdrawn');
    default:
      return unreachable(filter);
  }
}
