import type { Database, Trx } from '../platform/database.ts';
import { NotYet } from '../platform/jobs.ts';
import type { ChannelId, MessageTs, OutboxId, QuestionId, SlackUserId, WorkspaceId } from '../shared/ids.ts';
import { callAt } from './call-store.ts';
import { cardAt, isCardBeingPosted } from './card-store.ts';
import type { EventDetail } from './event.ts';
import type { Question } from './question.ts';
import { type RecordDeps, record } from './record.ts';
import {
  answerDeleted,
  answerEdited,
  type Followed,
  firstResponse,
  type Reply,
  type ThreadReply,
  timeOf,
} from './reply.ts';
import { noteReply, replyAt } from './reply-store.ts';
import { lockQuestion } from './store.ts';

export type { ThreadReply } from './reply.ts';

export type ThreadDeps = RecordDeps & {
  readonly db: Database;
  readonly workspace: { readonly id: WorkspaceId; readonly botUserId: SlackUserId };
};

/** `elsewhere`: it is in no thread of ours. `event` is what it meant for the question, if anything. */
export type FollowOutcome =
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'followed'; readonly questionId: QuestionId; readonly event: EventDetail | null };

/** The question whose card the message is, or which it asked others to take. */
export async function questionOfThread(
  db: Database,
  workspaceId: WorkspaceId,
  channel: ChannelId,
  ts: MessageTs,
): Promise<QuestionId | undefined> {
  return (await threadAt(db, workspaceId, channel, ts))?.questionId;
}

/** A thread of a question, and the message of ours at its head. */
export type QuestionThread = { readonly questionId: QuestionId; readonly outboxId: OutboxId };

/** Whatever is heard of replies may be heard twice, late, and in any order. What the app itself wrote is none. */
export async function recordReply(deps: ThreadDeps, reply: ThreadReply): Promise<FollowOutcome> {
  return await follow(deps, reply, async (trx, question) => {
    await noteReply(trx, question, reply);
    return { ...firstResponse(question, reply), by: reply.author, at: timeOf(reply.ts) };
  });
}

export async function replyEdited(
  deps: ThreadDeps,
  reply: ThreadReply & { readonly at: Date },
): Promise<FollowOutcome> {
  return await follow(deps, reply, async (trx, question) => {
    const isNews = await noteReply(trx, question, reply, { editedAt: reply.at });
    const event = isNews ? answerEdited(question, reply) : null;
    return { question, event, by: reply.author, at: reply.at };
  });
}

/** Slack doesn't say who deleted it. */
export async function replyDeleted(
  deps: ThreadDeps,
  reply: ThreadReply & { readonly at: Date },
): Promise<FollowOutcome> {
  return await follow(deps, reply, async (trx, question) => {
    await noteReply(trx, question, reply, { deletedAt: reply.at });
    return { ...answerDeleted(question, reply, reply.at), by: null, at: reply.at };
  });
}

/** True for a reply that is known to be gone, so that it can't be marked as an answer any more. */
export async function isDeletedReply(
  db: Database,
  workspaceId: WorkspaceId,
  { channel, ts }: Pick<Reply, 'channel' | 'ts'>,
): Promise<boolean> {
  return (await replyAt(db, workspaceId, channel, ts))?.isDeleted ?? false;
}

type Step = Followed & { readonly by: SlackUserId | null; readonly at: Date };

async function follow(
  deps: ThreadDeps,
  { channel, threadTs, author }: ThreadReply,
  step: (trx: Trx, question: Question) => Promise<Step>,
): Promise<FollowOutcome> {
  const { db, workspace } = deps;
  if (author === workspace.botUserId) return { kind: 'elsewhere' };
  const thread = await threadAt(db, workspace.id, channel, threadTs);
  if (!thread) return await nowhereYet(db, workspace.id, channel, threadTs);

  return await db.transaction().execute(async (trx) => {
    const before = await lockQuestion(trx, workspace.id, thread.questionId);
    if (!before) return { kind: 'elsewhere' };
    const { question: after, event, by, at } = await step(trx, before);
    if (event) await record(trx, deps, { before, after, event, by, at });
    return { kind: 'followed', questionId: before.id, event };
  });
}

/** Under a card, or under a call to take a live question: those who were called may answer where they are. */
export async function threadAt(
  db: Database,
  workspaceId: WorkspaceId,
  channel: ChannelId,
  ts: MessageTs,
): Promise<QuestionThread | undefined> {
  return (await cardAt(db, workspaceId, channel, ts)) ?? (await callAt(db, workspaceId, channel, ts));
}

/** A quick reply may be heard of before we have written down that the card was posted. */
async function nowhereYet(
  db: Database,
  workspaceId: WorkspaceId,
  channel: ChannelId,
  threadTs: MessageTs,
): Promise<FollowOutcome> {
  if (await isCardBeingPosted(db, workspaceId, channel, timeOf(threadTs))) throw new NotYet();
  return { kind: 'elsewhere' };
}
