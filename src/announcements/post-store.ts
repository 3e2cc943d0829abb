import type { Database, Trx } from '../platform/database.ts';
import type { AnnouncementId, ChannelId, MessageTs, OutboxId, WorkspaceId } from '../shared/ids.ts';

type Of = { readonly workspaceId: WorkspaceId; readonly id: AnnouncementId };

/** Where an announcement stands. `ts` is null until Slack has the message. */
export type AnnouncementPost = {
  readonly announcementId: AnnouncementId;
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
      'post.emoji',
      'post.emojiDoneAt',
      eb.fn.coalesce('post.ts', 'outbox.ts').as('ts'),
      'outbox.state',
    ])
    .where('post.workspaceId', '=', workspaceId);
}

type PostRow = Omit<AnnouncementPost, 'channel' | 'isLost'> & {
  readonly channelId: ChannelId;
  readonly state: string | null;
};

function toPost({ channelId, state, ...post }: PostRow): AnnouncementPost {
  return { ...post, channel: channelId, isLost: state === 'rejected' || state === 'dropped' };
}
