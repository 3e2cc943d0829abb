import { sql } from 'kysely';
import type { Database, Trx } from '../platform/database.ts';
import type { AnnouncementId, ChannelId, MessageTs, OutboxId, WorkspaceId } from '../shared/ids.ts';

type Of = { readonly workspaceId: WorkspaceId; readonly id: AnnouncementId };

/** Where an announcement stands. `ts` is null until Slack has the message. */
export type AnnouncementPost = {
  readonly announcementId: AnnouncementId;
  /** The channel that it was posted to, by which the ledger tells its messages apart. */
  readonly key: ChannelId;
  /** The same channel as Slack calls it now. */
  readonly channel: ChannelId;
  readonly outboxId: OutboxId | null;
  readonly ts: MessageTs | null;
  /** Those that we add to it, without colons. */
  readonly emoji: readonly string[];
  readonly emojiDoneAt: Date | null;
  /** Slack refused it for good. */
  readonly isLost: boolean;
};

export type NewPost = Pick<AnnouncementPost, 'channel' | 'emoji'> &
  ({ readonly outboxId: OutboxId; readonly ts: null } | { readonly outboxId: null; readonly ts: MessageTs });

export async function savePosts(trx: Trx, { workspaceId, id }: Of, posts: readonly NewPost[]): Promise<void> {
  if (posts.length === 0) return;
  await trx
    .insertInto('announcementPosts')
    .values(
      posts.map(({ channel, outboxId, ts, emoji }, position) => ({
        announcementId: id,
        workspaceId,
        channelId: channel,
        position,
        outboxId,
        ts,
        emoji: [...emoji],
        emojiDoneAt: null,
      })),
    )
    .execute();
}

/** The announcement channel's first. */
export async function postsOf(db: Database, { workspaceId, id }: Of): Promise<readonly AnnouncementPost[]> {
  const rows = await select(db, workspaceId)
    .where('post.announcementId', '=', id)
    .orderBy('position')
    .execute();
  return rows.map(toPost);
}

/** Until the transaction ends: two people who track one message at one moment are decided one after the other. */
export async function lockMessage(
  trx: Trx,
  workspaceId: WorkspaceId,
  { channel, ts }: { readonly channel: ChannelId; readonly ts: MessageTs },
): Promise<void> {
  const key = `announcement ${workspaceId} ${channel} ${ts}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(trx);
}

/** Which announcement a message of Slack is. */
export async function postAt(
  db: Database,
  workspaceId: WorkspaceId,
  { channel, ts }: { readonly channel: ChannelId; readonly ts: MessageTs },
): Promise<AnnouncementPost | undefined> {
  const ours = await select(db, workspaceId)
    .where('outbox.channelId', '=', channel)
    .where('outbox.ts', '=', ts)
    .executeTakeFirst();
  if (ours) return toPost(ours);
  const tracked = (await select(db, workspaceId).where('post.ts', '=', ts).execute()).map(toPost);
  return tracked.find((post) => post.channel === channel);
}

export async function markEmojiDone(
  db: Database,
  { announcementId, key }: Pick<AnnouncementPost, 'announcementId' | 'key'>,
  at: Date,
): Promise<void> {
  await db
    .updateTable('announcementPosts')
    .set({ emojiDoneAt: at })
    .where('announcementId', '=', announcementId)
    .where('channelId', '=', key)
    .execute();
}

/** A channel that gets another id takes the outbox along: the summary of a tracked message says where it is now. */
function select(db: Database, workspaceId: WorkspaceId) {
  return db
    .selectFrom('announcementPosts as post')
    .innerJoin('announcements', 'announcements.id', 'post.announcementId')
    .leftJoin('outbox', 'outbox.id', 'post.outboxId')
    .leftJoin('outbox as summary', (join) =>
      join.onRef('summary.id', '=', 'announcements.summary').on('announcements.kind', '=', 'tracked'),
    )
    .select((eb) => [
      'post.announcementId',
      'post.channelId as key',
      eb.fn.coalesce('outbox.channelId', 'summary.channelId', 'post.channelId').as('channel'),
      'post.outboxId',
      'post.emoji',
      'post.emojiDoneAt',
      eb.fn.coalesce('post.ts', 'outbox.ts').as('ts'),
      'outbox.state',
    ])
    .where('post.workspaceId', '=', workspaceId);
}

type PostRow = Omit<AnnouncementPost, 'isLost'> & { readonly state: string | null };

function toPost({ state, ...post }: PostRow): AnnouncementPost {
  return { ...post, isLost: state === 'rejected' || state === 'dropped' };
}
