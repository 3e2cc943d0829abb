import { recordAudit } from '../audit/index.ts';
import { type LiveDirectory, refreshOneRoster } from '../directory/index.ts';
import type { Trx } from '../platform/database.ts';
import { post } from '../platform/outbox.ts';
import type { AnnouncementId, ChannelId } from '../shared/ids.ts';
import { type AnnounceDeps, liveDirectory } from './announce.ts';
import { type Announcement, asksForReceipts } from './announcement.ts';
import { addWords, saveGroups } from './history-store.ts';
import { announcementView, emojiJob, summaryView } from './jobs.ts';
import { publish } from './moves.ts';
import { type NewPost, savePosts } from './post-store.ts';
import { redraw, settleSoon } from './record.ts';
import { remindOneJob } from './report-jobs.ts';
import { AS_A_PERSON } from './roster.ts';
import { wordsOnGroups, wordsOnPeople } from './roster-news.ts';
import { findAnnouncement, lockAnnouncement, saveAnnouncement, saveSummary } from './store.ts';
import { type Post, postsFor, targetsOf } from './targets.ts';

export type PublishDeps = AnnounceDeps & Parameters<typeof refreshOneRoster>[0];

/** Puts an announcement out, once its time has come; before that, and when it is out, there is nothing to do. */
export async function publishAnnouncement(deps: PublishDeps, id: AnnouncementId): Promise<void> {
  const { db, workspace, now } = deps;
  const announcement = await findAnnouncement(db, workspace.id, id);
  if (announcement?.status.name !== 'scheduled') return;
  if (announcement.scheduledFor !== null && announcement.scheduledFor > now()) return;
  const live = await liveDirectory(deps);
  await readExperts(deps, live, announcement);
  await db.transaction().execute(async (trx) => await putOut(trx, deps, { id, live }));
}

/** Who the experts of a topic are is read once a day; here it must be true now. */
async function readExperts(
  deps: PublishDeps,
  live: LiveDirectory,
  { audience }: Announcement,
): Promise<void> {
  if (audience.kind !== 'topics') return;
  const channels = live.directory.topics
    .filter(({ key }) => audience.topics.includes(key))
    .flatMap(({ channel }) => live.place(channel).id ?? []);
  for (const channel of channels) await refreshOneRoster(deps, channel);
}

type Out = { readonly id: AnnouncementId; readonly live: LiveDirectory };

async function putOut(trx: Trx, deps: PublishDeps, { id, live }: Out): Promise<void> {
  const before = await lockAnnouncement(trx, deps.workspace.id, id);
  const posts = before ? postsFor(live, before) : [];
  if (!before || posts.length === 0) return;
  const at = deps.now();
  const outcome = publish(before, { ownEmojiOnly: deps.settings.ownEmojiOnly, at });
  if (outcome.kind !== 'done') return;
  const { announcement } = outcome;
  await saveAnnouncement(trx, announcement);
  await takeAudience(trx, { live, announcement, at });
  await postAll(trx, deps, announcement, posts);
  await redraw(trx, deps, announcement);
  await settleSoon(trx, deps, announcement);
  await planReminder(trx, deps, announcement, at);
  await recordAudit(trx, deps, {
    workspaceId: announcement.workspaceId,
    action: 'announcements.published',
    by: announcement.author,
    facts: {
      announcementId: id,
      channels: posts.length,
      approvedBy: announcement.approval?.by ?? null,
    },
  });
}

type Taken = { readonly live: LiveDirectory; readonly announcement: Announcement; readonly at: Date };

/** Who it is for, as the rosters are at this moment. */
export async function takeAudience(trx: Trx, { live, announcement, at }: Taken): Promise<void> {
  const { workspaceId, audience } = announcement;
  const targets = targetsOf(live.directory, audience);
  await saveGroups(trx, announcement, targets);
  const groups = targets.filter(({ inAudience }) => inAudience).map(({ key }) => key);
  const words = await wordsOnGroups(trx, { workspaceId, live }, { groups, at });
  const users = [...new Set(words.map(({ user }) => user))];
  const people = await wordsOnPeople(trx, workspaceId, users);
  await addWords(trx, announcement, {
    words: [...words, ...people.filter(({ group, isMember }) => group === AS_A_PERSON && !isMember)],
    seen: 'posting',
  });
}

/** Each minute everything is looked at; where the time is short, half of it may be over before that. */
async function planReminder(
  trx: Trx,
  { jobs }: PublishDeps,
  { id: announcementId, deadline, reminders }: Announcement,
  at: Date,
): Promise<void> {
  if (deadline === null || reminders === 'none') return;
  const startAfter = new Date((at.getTime() + deadline.getTime()) / 2);
  await jobs.enqueue(trx, remindOneJob, { announcementId }, { startAfter });
}

async function postAll(
  trx: Trx,
  deps: PublishDeps,
  announcement: Announcement,
  posts: readonly Post[],
): Promise<void> {
  const { id: announcementId, workspaceId, importance } = announcement;
  const payload = { announcementId };
  const saved: NewPost[] = [];
  for (const { place, emoji } of posts) {
    const channel = idOf(place.id);
    const message = { workspaceId, to: { channel }, view: announcementView, payload };
    const outboxId = await post(trx, deps.jobs, message);
    saved.push({ channel, outboxId, ts: null, emoji: importance === 'acknowledge' ? emoji : [] });
  }
  await savePosts(trx, announcement, saved);
  for (const { channel } of saved) await deps.jobs.enqueue(trx, emojiJob, { announcementId, channel });
  const [first] = saved;
  if (!first?.outboxId || !asksForReceipts(announcement)) return;
  const thread = { to: { channel: first.channel }, threadOf: first.outboxId };
  const summary = await post(trx, deps.jobs, { workspaceId, view: summaryView, payload, ...thread });
  await saveSummary(trx, announcementId, summary);
}

/** Places without a channel were left out before. */
function idOf(id: ChannelId | null): ChannelId {
  if (id === null) throw new Error('A place that is to be posted to has no channel');
  return id;
}
