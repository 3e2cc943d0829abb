import type { Database, Trx } from '../platform/database.ts';
import type { AnnouncementId, ChannelId, MessageTs, OutboxId, WorkspaceId } from '../shared/ids.ts';

type Of = { readonly workspaceId: WorkspaceId; readonly id: AnnouncementId };

/** Where an announcement stands. `ts` is null until Slack has the message. */
export type AnnouncementPost = {
  readonly announcementId: AnnouncementId;
  readonly channel: ChannelId;
  readonly outboxId: OutboxId | null;
  readonly ts: MessageTs | null;
  readonly wantsEmoji: boolean;
  readonly emojiDoneAt: Date | null;
};

export type NewPost = Pick<AnnouncementPost, 'channel' | 'wantsEmoji'> &
  ({ readonly outboxId: OutboxId; readonly ts: null } | { readonly outboxId: null; readonly ts: MessageTs });

export async function savePosts(trx: Trx, { workspaceId, id }: Of, posts: readonly NewPost[]): Promise<void> {
  if (posts.length === 0) return;
  await trx
    .insertInto('announcementPosts')
    .values(
      posts.map(({ channel, outboxId, ts, wantsEmoji }, position) => ({
        announcementId: id,
        workspaceId,
        channelId: channel,
        position,
        outboxId,
        ts,
        wantsEmoji,
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

/** Which announcement a message of Slack is. */
export async function postAt(
  db: Database,
  workspaceId: WorkspaceId,
  { channel, ts }: { readonly channel: ChannelId; readonly ts: MessageTs },
): Promise<AnnouncementPost | undefined> {
  const row = await select(db, workspaceId)
    .where((eb) =>
      eb.or([
        eb.and([eb('outbox.channelId', '=', channel), eb('outbox.ts', '=', ts)]),
        eb.and([eb('post.channelId', '=', channel), eb('post.ts', '=', ts)]),
      ]),
    )
    .executeTakeFirst();
  return row && toPost(row);
}

export async function markEmojiDone(
  db: Database,
  { announcementId, channel }: Pick<AnnouncementPost, 'announcementId' | 'channel'>,
  at: Date,
): Promise<void> {
  await db
    .updateTable('announcementPosts')
    .set({ emojiDoneAt: at })
    .where('announcementId', '=', announcementId)
    .where('channelId', '=', channel)
    .execute();
}

function select(db: Database, workspaceId: WorkspaceId) {
  return db
    .selectFrom('announcementPosts as post')
    .leftJoin('outbox', 'outbox.id', 'post.outboxId')
    .select((eb) => [
      'post.announcementId',
      'post.channelId',
      'post.outboxId',
      'post.wantsEmoji',
      'post.emojiDoneAt',
      eb.fn.coalesce('post.ts', 'outbox.ts').as('ts'),
    ])
    .where('post.workspaceId', '=', workspaceId);
}

type PostRow = Omit<AnnouncementPost, 'channel'> & { readonly channelId: ChannelId };

function toPost({ channelId, ...post }: PostRow): AnnouncementPost {
  return { ...post, channel: channelId };
}
