import { sql } from 'kysely';
import type { Database, Trx } from '../platform/database.ts';
import { uuidv7 } from '../platform/uuid.ts';
import type { ChannelId, MessageTs, SlackUserId, WorkspaceId } from '../shared/ids.ts';
import { type HotThread, HotThreadId, type RoomState, type Subject, type ThreadRoom } from './hot.ts';

export function newHotThreadId(): HotThreadId {
  return HotThreadId.parse(uuidv7());
}

/** Two instances look at the same thread: the second waits here, and then sees what the first has done. */
export async function lockHeat(
  trx: Trx,
  workspaceId: WorkspaceId,
  { channel, threadTs }: { readonly channel: ChannelId; readonly threadTs: MessageTs },
): Promise<void> {
  const name = `hot thread ${workspaceId} ${channel} ${threadTs}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(trx);
}

export async function insertHotThread(
  trx: Trx,
  { subject, channel, ...rest }: Omit<HotThread, 'room'>,
): Promise<void> {
  await trx
    .insertInto('hotThreads')
    .values({
      ...rest,
      channelId: channel,
      questionId: subject.kind === 'question' ? subject.questionId : null,
      feedbackId: subject.kind === 'feedback' ? subject.feedbackId : null,
    })
    .execute();
}

export async function hotThreadAt(
  db: Database,
  workspaceId: WorkspaceId,
  { channel, threadTs }: { readonly channel: ChannelId; readonly threadTs: MessageTs },
): Promise<HotThread | undefined> {
  const row = await hotThreads(db, workspaceId)
    .where('channelId', '=', channel)
    .where('threadTs', '=', threadTs)
    .executeTakeFirst();
  return row && toHotThread(row);
}

export async function findHotThread(
  db: Database,
  workspaceId: WorkspaceId,
  id: HotThreadId,
): Promise<HotThread | undefined> {
  const row = await hotThreads(db, workspaceId).where('id', '=', id).executeTakeFirst();
  return row && toHotThread(row);
}

/** Holds the row until the transaction ends, so that two clicks are decided one after the other. */
export async function lockHotThread(
  trx: Trx,
  workspaceId: WorkspaceId,
  id: HotThreadId,
): Promise<HotThread | undefined> {
  const row = await hotThreads(trx, workspaceId).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toHotThread(row);
}

export async function saveStanding(
  trx: Trx,
  id: HotThreadId,
  standing: { readonly owner?: SlackUserId; readonly knownBy?: SlackUserId },
): Promise<void> {
  await trx.updateTable('hotThreads').set(standing).where('id', '=', id).execute();
}

export async function saveRoom(db: Database, id: HotThreadId, room: ThreadRoom): Promise<void> {
  await db
    .updateTable('hotThreads')
    .set({
      room: room.state,
      roomBy: room.state === 'none' ? null : room.by,
      roomChannel: 'channel' in room ? room.channel : null,
      roomError: room.state === 'refused' ? room.error : null,
    })
    .where('id', '=', id)
    .execute();
}

function hotThreads(db: Database, workspaceId: WorkspaceId) {
  return db.selectFrom('hotThreads').selectAll().where('workspaceId', '=', workspaceId);
}

type Row = Awaited<ReturnType<ReturnType<typeof hotThreads>['execute']>>[number];

function toHotThread({ channelId, questionId, feedbackId, ...row }: Row): HotThread {
  const { id, workspaceId, threadTs, rootId, heat, foundAt, postId, owner, knownBy } = row;
  const common = {
    id,
    workspaceId,
    channel: channelId,
    threadTs,
    rootId,
    heat,
    foundAt,
    postId,
    owner,
    knownBy,
  };
  return { ...common, subject: subjectOf(questionId, feedbackId), room: roomOf(row) };
}

function subjectOf(questionId: Row['questionId'], feedbackId: Row['feedbackId']): Subject {
  if (questionId !== null) return { kind: 'question', questionId };
  if (feedbackId !== null) return { kind: 'feedback', feedbackId };
  throw new Error('A hot thread is about nothing');
}

type RoomColumns = {
  readonly room: RoomState;
  readonly roomBy: SlackUserId | null;
  readonly roomChannel: ChannelId | null;
  readonly roomError: string | null;
};

function roomOf({ room, roomBy: by, roomChannel: channel, roomError: error }: RoomColumns): ThreadRoom {
  if (room === 'none' || by === null) return { state: 'none' };
  if (room === 'refused') return { state: 'refused', by, error: error ?? 'unknown' };
  if (room === 'made' && channel !== null) return { state: 'made', by, channel };
  return { state: 'wanted', by, channel };
}
