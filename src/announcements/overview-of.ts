import type { SlackUserId } from '../shared/ids.ts';
import { type LinkReader, permalinkOf } from '../slack/permalink.ts';
import type { OverviewFilter } from './overview.ts';
import { countOverviews, type Overview, overviews } from './overview-store.ts';
import { postsOf } from './post-store.ts';
import { type ReportDeps, scopeOf } from './report-of.ts';

type Deps = ReportDeps & { readonly slack: { readonly reads: LinkReader } };

export type OverviewPage = {
  readonly shown: readonly (Overview & { readonly link: string | null })[];
  readonly page: number;
  readonly total: number;
  /** Leads look, comms announce. */
  readonly mayAnnounce: boolean;
};

type Asked = { readonly filter: OverviewFilter; readonly page: number; readonly pageSize: number };

/** What somebody sees of announcements on their App Home. Null for those who neither announce nor lead a team. */
export async function overviewPage(
  deps: Deps,
  user: SlackUserId,
  { filter, page, pageSize }: Asked,
): Promise<OverviewPage | null> {
  const { db, now, workspace } = deps;
  const scope = await scopeOf(deps, { user, isExternal: false });
  if (scope === undefined) return null;
  const wanted = { user, scope, filter, now: now() };
  const total = await countOverviews(db, workspace.id, wanted);
  const last = Math.max(0, Math.ceil(total / pageSize) - 1);
  const at = Math.min(page, last);
  const found = await overviews(db, workspace.id, { ...wanted, limit: pageSize, offset: at * pageSize });
  const shown = await Promise.all(found.map(async (each) => ({ ...each, link: await linkTo(deps, each) })));
  return { shown, page: at, total, mayAnnounce: scope === 'all' };
}

async function linkTo({ db, slack }: Deps, { announcement }: Overview): Promise<string | null> {
  const posted = (await postsOf(db, announcement)).find(({ ts }) => ts !== null);
  return posted?.ts == null
    ? null
    : await permalinkOf(slack.reads, { channel: posted.channel, ts: posted.ts });
}
