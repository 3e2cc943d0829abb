import type { AnnouncementId, WorkspaceId } from '../shared/ids.ts';
import { permalinkOf } from '../slack/permalink.ts';
import { type Rendered, type Renderer, renderer } from '../slack/renderer.ts';
import { personIn } from './acknowledge.ts';
import type { liveDirectory } from './announce.ts';
import type { Announcement } from './announcement.ts';
import { currentReceipts } from './current-receipts.ts';
import { approvalMessage, type DeskFacts, deskMessage } from './desk-views.ts';
import { groupsOf } from './history-store.ts';
import {
  announcementView,
  answerWaitsNote,
  approvalView,
  changedNote,
  deskView,
  joinedNote,
  ownEmojiNote,
  summaryView,
} from './jobs.ts';
import { announcementMessage } from './message-views.ts';
import { answerWaitsMessage, changedMessage, joinedMessage, ownEmojiMessage } from './note-views.ts';
import { type AnnouncementPost, postsOf } from './post-store.ts';
import type { Group } from './receipts.ts';
import { type ReportRenderDeps, reportRenderers } from './report-renderers.ts';
import { findAnnouncement } from './store.ts';
import { summary } from './summary-views.ts';
import { targetsOf } from './targets.ts';

export type RenderDeps = ReportRenderDeps &
  Parameters<typeof personIn>[0] &
  Parameters<typeof liveDirectory>[0] & {
    readonly workspace: { readonly id: WorkspaceId };
    readonly slack: { readonly reads: Parameters<typeof permalinkOf>[0] };
  };

type About = { readonly announcementId: AnnouncementId };

/** One for each view in `jobs.ts`. All of them draw the state of the moment. */
export function renderers(deps: RenderDeps): readonly Renderer[] {
  const drawn =
    (draw: (announcement: Announcement) => Promise<Rendered | undefined> | Rendered | undefined) =>
    async ({ announcementId }: About): Promise<Rendered | undefined> => {
      const announcement = await findAnnouncement(deps.db, deps.workspace.id, announcementId);
      return announcement && (await draw(announcement));
    };
  const noted = (draw: (facts: { announcement: Announcement; link: string | null }) => Rendered) =>
    drawn(async (announcement) => draw({ announcement, link: await linkTo(deps, announcement) }));
  return [
    renderer(
      announcementView,
      drawn(async (announcement) =>
        announcementMessage({ announcement, groups: await groupsOf(deps.db, announcement) }),
      ),
    ),
    renderer(
      summaryView,
      drawn(async (announcement) => await drawSummary(deps, announcement)),
    ),
    renderer(
      deskView,
      drawn(async (announcement) => deskMessage(await deskFacts(deps, announcement))),
    ),
    renderer(
      approvalView,
      drawn(async (announcement) => approvalMessage(await deskFacts(deps, announcement))),
    ),
    renderer(
      changedNote,
      drawn((announcement) => changedMessage({ announcement })),
    ),
    renderer(joinedNote, noted(joinedMessage)),
    renderer(answerWaitsNote, noted(answerWaitsMessage)),
    ...reportRenderers(deps),
    renderer(
      ownEmojiNote,
      async ({ announcementId, user }) =>
        await drawn(async (announcement) => {
          const person = await personIn(deps, announcement, { user });
          const groups = await groupsOf(deps.db, announcement);
          const own = groups.filter(({ key }) => person?.groups.includes(key));
          const link = await linkTo(deps, announcement);
          return own.length === 0 ? undefined : ownEmojiMessage({ announcement, link, groups: own });
        })({ announcementId }),
    ),
  ];
}

async function drawSummary(deps: RenderDeps, announcement: Announcement): Promise<Rendered | undefined> {
  const receipts = await currentReceipts(deps, announcement);
  return receipts && summary({ announcement, receipts, now: deps.now() });
}

async function deskFacts(deps: RenderDeps, announcement: Announcement): Promise<DeskFacts> {
  const [groups, posts, receipts, link] = await Promise.all([
    shownGroups(deps, announcement),
    postsOf(deps.db, announcement),
    currentReceipts(deps, announcement),
    linkTo(deps, announcement),
  ]);
  return { announcement, groups, posts, receipts: receipts ?? null, link };
}

/** Before it is published, those that it would be for now. */
async function shownGroups(
  { db, directory, workspace }: RenderDeps,
  announcement: Announcement,
): Promise<readonly Group[]> {
  const taken = await groupsOf(db, announcement);
  if (taken.length > 0) return taken;
  const live = await directory.load(workspace.id);
  return live ? targetsOf(live.directory, announcement.audience) : [];
}

/** The address of the announcement, once Slack has it. */
export async function linkTo(
  { db, slack }: Pick<RenderDeps, 'db' | 'slack'>,
  announcement: Announcement,
): Promise<string | null> {
  const posted = (await postsOf(db, announcement)).find(
    (post): post is AnnouncementPost & { ts: NonNullable<AnnouncementPost['ts']> } => post.ts !== null,
  );
  return posted ? await permalinkOf(slack.reads, posted) : null;
}
