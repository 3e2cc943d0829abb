import { leadsOfTeams } from '../directory/index.ts';
import { viewsOf } from '../platform/database.ts';
import { type LinkReader, permalinkOf } from '../slack/permalink.ts';
import { type Rendered, type Renderer, renderer } from '../slack/renderer.ts';
import { personIn } from './acknowledge.ts';
import { type Announcement, publicationOf } from './announcement.ts';
import { rulesOf } from './current-receipts.ts';
import { effectOf, windowsOf } from './effect.ts';
import { questionsAsked } from './effect-store.ts';
import { effectMessage } from './effect-views.ts';
import { emojiAliases } from './emoji-store.ts';
import { findFile } from './file-store.ts';
import { fileTroubleMessage } from './file-views.ts';
import { historyOf } from './history-store.ts';
import type { GroupKey } from './ids.ts';
import { leadsOf } from './lead-lists.ts';
import { postsOf } from './post-store.ts';
import { receipts } from './receipts.ts';
import { type Held, isPosted } from './reminder-store.ts';
import { listMessage, pastReminder, reminderMessage } from './reminder-views.ts';
import { effectView, fileTroubleView, listView, reminderView } from './report-jobs.ts';
import { fullReport, type ReportDeps } from './report-of.ts';
import { findAnnouncement } from './store.ts';

export type ReportRenderDeps = ReportDeps & { readonly slack: { readonly reads: LinkReader } };

/** One for each view in `report-jobs.ts`. All of them draw the state of the moment. */
export function reportRenderers(deps: ReportRenderDeps): readonly Renderer[] {
  const { db, workspace } = deps;
  return [
    renderer(reminderView, async ({ announcementId, ...held }) => {
      const announcement = await findAnnouncement(db, workspace.id, announcementId);
      return announcement && (await drawReminder(deps, announcement, held));
    }),
    renderer(listView, async ({ announcementId, group }) => {
      const announcement = await findAnnouncement(db, workspace.id, announcementId);
      return announcement && (await drawList(deps, announcement, group));
    }),
    renderer(effectView, async ({ announcementId }) => {
      const announcement = await findAnnouncement(db, workspace.id, announcementId);
      return announcement && (await drawEffect(deps, announcement));
    }),
    renderer(fileTroubleView, async ({ fileId }) => {
      const file = await findFile(db, workspace.id, fileId);
      return file && fileTroubleMessage(file, file.errorCode ?? 'unknown');
    }),
  ];
}

/** Nobody is reminded of what they have acknowledged meanwhile; a message that is out already says thank you. */
async function drawReminder(
  deps: ReportRenderDeps,
  announcement: Announcement,
  held: Held,
): Promise<Rendered | undefined> {
  const person = await personIn(deps, announcement, held);
  const isWanted = person?.receipt === null && announcement.status.name === 'published';
  if (!isWanted && !(await isPosted(deps.db, announcement.id, held))) return undefined;
  const link = await linkTo(deps, announcement);
  if (!person || announcement.status.name !== 'published') return pastReminder(announcement, link);
  return reminderMessage({ announcement, person, link, now: deps.now() });
}

async function drawList(
  deps: ReportRenderDeps,
  announcement: Announcement,
  group: GroupKey | null,
): Promise<Rendered | undefined> {
  if (announcement.status.name !== 'published') return undefined;
  const leads = await leadsOfTeams(deps.db, deps.workspace.id);
  const all = await fullReport(deps, announcement, 'all');
  const keys = (all?.report.teams ?? [])
    .map((team) => team.group.key)
    .filter((key) => (group === null ? leadsOf(leads, key).length === 0 : key === group));
  const full = await fullReport(deps, announcement, keys);
  if (!full) return undefined;
  const team = group === null ? null : (full.report.teams[0]?.group.name ?? '');
  const link = await linkTo(deps, announcement);
  return listMessage({ announcement, report: full.report, team, link });
}

/** By what was known when the time was over: who acknowledged later doesn't change what is told. */
async function drawEffect(deps: ReportRenderDeps, announcement: Announcement): Promise<Rendered | undefined> {
  const { db, workspace, directory } = deps;
  const publication = publicationOf(announcement);
  if (!publication) return undefined;
  const windows = windowsOf(publication.at);
  const rules = rulesOf(announcement, await emojiAliases(db, workspace.id), windows.after.to);
  if (!rules) return undefined;
  const about = { topics: announcement.topics, states: announcement.states };
  const asked = await questionsAsked(viewsOf(db), workspace.id, { about, windows });
  const effect = effectOf(receipts(rules, await historyOf(db, announcement)), asked);
  const live = await directory.load(workspace.id);
  const topics = announcement.topics.map(
    (key) => live?.directory.topics.find((each) => each.key === key)?.name ?? key,
  );
  return effectMessage({ announcement, effect, topics });
}

async function linkTo(deps: ReportRenderDeps, announcement: Announcement): Promise<string | null> {
  const [first] = await postsOf(deps.db, announcement);
  return first?.ts == null
    ? null
    : await permalinkOf(deps.slack.reads, { channel: first.channel, ts: first.ts });
}
