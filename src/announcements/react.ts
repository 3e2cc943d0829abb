import type { Database } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { ChannelId, MessageTs, SlackUserId, WorkspaceId } from '../shared/ids.ts';
import { addSigns } from './history-store.ts';
import type { Moment } from './moment.ts';
import { postAt } from './post-store.ts';
import { settleSoon } from './record.ts';
import { findAnnouncement } from './store.ts';

export type ReactDeps = {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly workspace: { readonly id: WorkspaceId; readonly botUserId: SlackUserId };
};

export type Reacted = {
  readonly kind: 'added' | 'removed';
  readonly user: SlackUserId;
  readonly reaction: string;
  readonly channel: ChannelId;
  readonly ts: MessageTs;
  /** Slack's own time of it. */
  readonly at: Moment;
};

/**
 * Somebody reacted to a message, or took a reaction back. Events come twice and in any order: the ledger keeps each
 * once, with its time. Reactions to other messages are nobody's business here.
 */
export async function recordReaction(
  { db, jobs, workspace }: ReactDeps,
  { kind, user, reaction, channel, ts, at }: Reacted,
): Promise<void> {
  if (user === workspace.botUserId) return;
  const post = await postAt(db, workspace.id, { channel, ts });
  const announcement = post && (await findAnnouncement(db, workspace.id, post.announcementId));
  if (!announcement) return;
  await db.transaction().execute(async (trx) => {
    const sign = { kind, user, reaction, at, channel: post.key, seen: 'event' as const };
    if ((await addSigns(trx, announcement, [sign])) > 0) await settleSoon(trx, { jobs }, announcement);
  });
}
