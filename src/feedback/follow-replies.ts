import type { Database } from '../platform/database.ts';
import { type Jobs, NotYet } from '../platform/jobs.ts';
import { threadAt } from '../questions/index.ts';
import type { SlackUserId, WorkspaceId } from '../shared/ids.ts';
import { commentAt, isCommentBeingPosted, noteReply, type Reply } from './reply-store.ts';
import { considerThreadJob } from './work-jobs.ts';

export type FollowDeps = {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly now: () => Date;
  readonly workspace: { readonly id: WorkspaceId; readonly botUserId: SlackUserId };
};

/** The questions' own record of a reply is written at the same time as we hear of it. */
const AFTER_OTHERS_MS = 2_000;

/** Something was written in a thread, or deleted. Heard of twice, late or in any order: it comes to the same. */
export async function followReply(
  deps: FollowDeps,
  reply: Reply,
  deletedAt: Date | null = null,
): Promise<void> {
  const { db, jobs, now, workspace } = deps;
  const { channel, threadTs, author } = reply;
  if (author === workspace.botUserId) return;
  const thread = { channel, threadTs };
  const comment = await commentAt(db, workspace.id, channel, threadTs);
  if (comment) {
    const { feedbackId } = comment;
    await db.transaction().execute(async (trx) => {
      await noteReply(trx, workspace.id, reply, { feedbackId, deletedAt });
      await jobs.enqueue(trx, considerThreadJob, thread);
    });
    return;
  }
  if (await threadAt(db, workspace.id, channel, threadTs)) {
    const startAfter = new Date(now().getTime() + AFTER_OTHERS_MS);
    await db
      .transaction()
      .execute(async (trx) => await jobs.enqueue(trx, considerThreadJob, thread, { startAfter }));
    return;
  }
  if (await isCommentBeingPosted(db, workspace.id, channel, threadTs)) throw new NotYet();
}
