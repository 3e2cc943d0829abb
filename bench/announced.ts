import { WebClient } from '@slack/web-api';
import { v7 as uuidv7 } from 'uuid';
import type { Announcement } from '../src/announcements/announcement.ts';
import { addSigns, addWords, saveGroups } from '../src/announcements/history-store.ts';
import { GroupKey } from '../src/announcements/ids.ts';
import { summaryView } from '../src/announcements/jobs.ts';
import { momentOf } from '../src/announcements/moment.ts';
import { savePosts } from '../src/announcements/post-store.ts';
import { insertAnnouncement, saveSummary } from '../src/announcements/store.ts';
import type { Database } from '../src/platform/database.ts';
import type { Jobs } from '../src/platform/jobs.ts';
import { post } from '../src/platform/outbox.ts';
import { AnnouncementId, ChannelId, MessageTs, SlackUserId, WorkspaceId } from '../src/shared/ids.ts';
import type { Happening } from '../test/support/receipt-model.ts';
import { aGroup, someAnnouncement } from '../test/support/receipts.ts';
import { type Staff, teamOf } from './reactions.ts';

const HOUR_MS = 3_600_000;
const CHANNEL = ChannelId.parse('C0OHHTIMESROOM');
export const workspaceId = WorkspaceId.parse('T0PRACTICE');

export type Announced = { readonly announcement: Announcement; readonly ts: MessageTs };
type Where = {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly workspace: { readonly apiUrl: string; readonly botToken: string };
};

/** An announcement to all of the staff that went out two hours ago, with its summary in the thread. */
export async function announceTo({ db, jobs, workspace }: Where, staff: Staff): Promise<Announced> {
  const slack = new WebClient(workspace.botToken, { slackApiUrl: workspace.apiUrl });
  const posted = await slack.chat.postMessage({ channel: CHANNEL, text: 'Something new' });
  const ts = MessageTs.parse(posted.ts);
  const at = new Date(Date.now() - 2 * HOUR_MS);
  const countsUntil = new Date(at.getTime() + 1_000 * HOUR_MS);
  const announcement = someAnnouncement({
    id: AnnouncementId.parse(uuidv7()),
    status: { name: 'published', at, countsUntil },
    deadline: countsUntil,
    createdAt: at,
    reminders: 'none',
    exactAsOf: null,
  });
  const words = staff.users.map((user, index) => ({
    user: SlackUserId.parse(user),
    group: GroupKey.parse(`team:${teamOf(staff, index)}`),
    isMember: true,
    asOf: momentOf(at),
  }));
  await db.transaction().execute(async (trx) => {
    await insertAnnouncement(trx, announcement, null);
    await saveGroups(
      trx,
      announcement,
      staff.teams.map((team) => aGroup(`team:${team}`, { name: team, emoji: team })),
    );
    await addWords(trx, announcement, { words, seen: 'posting' });
    await savePosts(trx, announcement, [{ channel: CHANNEL, emoji: [], outboxId: null, ts }]);
    const payload = { announcementId: announcement.id };
    const message = { workspaceId, to: { channel: CHANNEL }, threadTs: ts, view: summaryView, payload };
    await saveSummary(trx, announcement.id, await post(trx, jobs, message));
  });
  return { announcement, ts };
}

/** As if the events had arrived. */
export async function keepSigns(
  db: Database,
  announcement: Announcement,
  happenings: readonly Happening[],
): Promise<void> {
  const signs = happenings.flatMap(({ user, at, ...what }) =>
    what.kind === 'reacts' || what.kind === 'unreacts'
      ? [
          {
            kind: what.kind === 'reacts' ? ('added' as const) : ('removed' as const),
            user: SlackUserId.parse(user),
            at: momentOf(new Date(at)),
            channel: CHANNEL,
            reaction: what.emoji,
            seen: 'event' as const,
          },
        ]
      : [],
  );
  await db.transaction().execute(async (trx) => await addSigns(trx, announcement, signs));
}
