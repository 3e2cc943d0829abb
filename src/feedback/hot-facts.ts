import type { Database } from '../platform/database.ts';
import {
  hoursOfQuestions,
  repliesIn as repliesToQuestion,
  statesAsked,
  threadAt,
} from '../questions/index.ts';
import type { ChannelId, MessageTs, OutboxId, WorkspaceId } from '../shared/ids.ts';
import type { BusyHours } from './heat.ts';
import type { StandingReply, Subject } from './hot.ts';
import { commentAt, hoursOfComments, repliesIn, type StateCount, statesOfComment } from './reply-store.ts';

export type ThreadPlace = { readonly channel: ChannelId; readonly threadTs: MessageTs };

type Deps = { readonly db: Database; readonly workspace: { readonly id: WorkspaceId } };

/** What a thread is about, and the message of ours at its head; undefined where it is none of ours. */
export async function subjectAt(
  { db, workspace }: Deps,
  { channel, threadTs }: ThreadPlace,
): Promise<{ readonly subject: Subject; readonly rootId: OutboxId } | undefined> {
  const comment = await commentAt(db, workspace.id, channel, threadTs);
  if (comment) {
    return { subject: { kind: 'feedback', feedbackId: comment.feedbackId }, rootId: comment.outboxId };
  }
  const question = await threadAt(db, workspace.id, channel, threadTs);
  return (
    question && {
      subject: { kind: 'question', questionId: question.questionId },
      rootId: question.outboxId,
    }
  );
}

export async function standingReplies(
  { db, workspace }: Deps,
  { kind }: Subject,
  place: ThreadPlace,
): Promise<readonly StandingReply[]> {
  if (kind === 'feedback') return await repliesIn(db, workspace.id, place);
  const replies = await repliesToQuestion(db, workspace.id, place);
  return replies.filter(({ isDeleted }) => !isDeleted);
}

/** The hours of the other threads of the same kind. */
export async function busyHours(
  { db, workspace }: Deps,
  { kind }: Subject,
  span: { readonly since: Date; readonly except: ThreadPlace },
): Promise<BusyHours> {
  const hours = kind === 'feedback' ? hoursOfComments : hoursOfQuestions;
  return await hours(db, workspace.id, span);
}

export async function statesOf({ db, workspace }: Deps, subject: Subject): Promise<readonly StateCount[]> {
  return subject.kind === 'feedback'
    ? await statesOfComment(db, workspace.id, subject.feedbackId)
    : await statesAsked(db, workspace.id, subject.questionId);
}
