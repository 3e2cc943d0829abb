import { type DirectoryReader, rolesOf, teamsLedBy, whereaboutsOf } from '../directory/index.ts';
import type { Database } from '../platform/database.ts';
import type { AnnouncementId, SlackUserId, WorkspaceId } from '../shared/ids.ts';
import type { StateCode } from '../shared/states.ts';
import type { Person } from './announce.ts';
import { type Announcement, publicationOf } from './announcement.ts';
import { rulesOf } from './current-receipts.ts';
import { emojiAliases } from './emoji-store.ts';
import { historyOf } from './history-store.ts';
import type { GroupKey } from './ids.ts';
import { type Receipts, receipts } from './receipts.ts';
import { type Report, type ReportScope, reportOf, scopeFor } from './report.ts';
import type { Sign } from './signs.ts';
import { findAnnouncement } from './store.ts';
import { teamKey, topicKey } from './targets.ts';

export type ReportDeps = {
  readonly db: Database;
  readonly now: () => Date;
  readonly directory: DirectoryReader;
  readonly workspace: { readonly id: WorkspaceId };
};

export type FullReport = {
  readonly announcement: Announcement;
  readonly publishedAt: Date;
  readonly receipts: Receipts;
  readonly report: Report;
  readonly signs: readonly Sign[];
  readonly scope: ReportScope;
};

export type ReportOutcome =
  | ({ readonly kind: 'report' } & FullReport)
  | { readonly kind: 'external' | 'notEntitled' | 'notPublished' };

/** Everything about who has acknowledged an announcement that somebody may see. */
export async function reportFor(
  deps: ReportDeps,
  { id, by }: { readonly id: AnnouncementId; readonly by: Person },
): Promise<ReportOutcome> {
  const scope = await scopeOf(deps, by);
  if (by.isExternal) return { kind: 'external' };
  const announcement = await findAnnouncement(deps.db, deps.workspace.id, id);
  if (scope === undefined || !announcement) return { kind: 'notEntitled' };
  const full = await fullReport(deps, announcement, scope);
  if (full === undefined) return { kind: 'notPublished' };
  const isTheirs = scope === 'all' || full.report.teams.length > 0;
  return isTheirs ? { kind: 'report', ...full } : { kind: 'notEntitled' };
}

/** Whose people somebody may see. Undefined: nobody's. */
export async function scopeOf(
  { db, workspace }: Pick<ReportDeps, 'db' | 'workspace'>,
  { user, isExternal }: Person,
): Promise<ReportScope | undefined> {
  if (isExternal) return undefined;
  const [roles, led] = await Promise.all([
    rolesOf(db, workspace.id, user),
    teamsLedBy(db, workspace.id, user),
  ]);
  return scopeFor(roles, led.map(teamKey));
}

/** Undefined for what was never published. */
export async function fullReport(
  deps: ReportDeps,
  announcement: Announcement,
  scope: ReportScope,
): Promise<FullReport | undefined> {
  const { db, now, workspace } = deps;
  const publication = publicationOf(announcement);
  const rules = rulesOf(announcement, await emojiAliases(db, workspace.id), now());
  if (!publication || !rules) return undefined;
  const history = await historyOf(db, announcement);
  const found = receipts(rules, history);
  const known = { away: await awayAmong(deps, found), states: await statesOf(deps) };
  const report = reportOf(found, known, scope);
  return { announcement, publishedAt: publication.at, receipts: found, report, signs: history.signs, scope };
}

async function awayAmong(deps: ReportDeps, { people }: Receipts): Promise<ReadonlySet<SlackUserId>> {
  const missing = people.filter(({ left, receipt }) => left === null && receipt === null);
  const where = await whereaboutsOf(
    deps,
    missing.map(({ user }) => user),
  );
  return new Set([...where].flatMap(([user, { isAway }]) => (isAway ? [user] : [])));
}

/** By the directory in force: teams serve states, and some topics have experts for theirs. */
async function statesOf({
  directory,
  workspace,
}: ReportDeps): Promise<ReadonlyMap<GroupKey, readonly StateCode[]>> {
  const live = await directory.load(workspace.id);
  const { careTeams = [], topics = [] } = live?.directory ?? {};
  return new Map<GroupKey, readonly StateCode[]>([
    ...careTeams.map(({ key, states }) => [teamKey(key), states] as const),
    ...topics.map(({ key }) => [topicKey(key), []] as const),
  ]);
}
