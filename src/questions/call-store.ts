import type { Database, Trx } from '../platform/database.ts';
import { uuidv7 } from '../platform/uuid.ts';
import type { ChannelId, MessageTs, OutboxId, QuestionId, UserGroupId, WorkspaceId } from '../shared/ids.ts';
import type { Circle } from './circle.ts';
import { CallId } from './ids.ts';

/** One wider circle that was asked to take a live question. */
export type Call = {
  readonly id: CallId;
  readonly questionId: QuestionId;
  readonly move: number;
  readonly circle: Circle;
  readonly channel: ChannelId;
  readonly who: string;
  /** The user group that was mentioned; everybody in the channel without one. */
  readonly groupId: UserGroupId | null;
  readonly outboxId: OutboxId;
  /** There once Slack has the message. */
  readonly ts: MessageTs | null;
  readonly at: Date;
};

export function newCallId(): CallId {
  return CallId.parse(uuidv7());
}

export async function insertCall(
  trx: Trx,
  workspaceId: WorkspaceId,
  { channel: channelId, ...call }: Omit<Call, 'ts'>,
): Promise<void> {
  await trx
    .insertInto('questionCalls')
    .values({ workspaceId, channelId, ...call })
    .execute();
}

/** In the order in which they were called. */
export async function callsOf(
  db: Database,
  workspaceId: WorkspaceId,
  questionId: QuestionId,
): Promise<readonly Call[]> {
  return await calls(db, workspaceId)
    .where('questionCalls.questionId', '=', questionId)
    .orderBy('questionCalls.at')
    .orderBy('questionCalls.id')
    .execute();
}

/** The call that a message is, so that what is said in its thread is known to be about its question. */
export async function callAt(
  db: Database,
  workspaceId: WorkspaceId,
  channel: ChannelId,
  ts: MessageTs,
): Promise<Call | undefined> {
  return await calls(db, workspaceId)
    .where('outbox.channelId', '=', channel)
    .where('outbox.ts', '=', ts)
    .executeTakeFirst();
}

function calls(db: Database, workspaceId: WorkspaceId) {
  return db
    .selectFrom('questionCalls')
    .innerJoin('outbox', 'outbox.id', 'questionCalls.outboxId')
    .where('questionCalls.workspaceId', '=', workspaceId)
    .select([
      'questionCalls.id',
      'questionCalls.questionId',
      'questionCalls.move',
      'questionCalls.circle',
      'questionCalls.channelId as channel',
      'questionCalls.who',
      'questionCalls.groupId',
      'questionCalls.outboxId',
      'outbox.ts',
      'questionCalls.at',
    ]);
}
