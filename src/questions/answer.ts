import type { ChannelId, MessageTs, SlackUserId } from '../shared/ids.ts';
import { type ActDeps, act } from './act.ts';
import { isDeletedReply, questionOfThread } from './follow-thread.ts';
import { markAnswer as mark } from './moves.ts';
import { type ActOutcome, refused } from './outcome.ts';
import type { Person } from './people.ts';

export type MarkAnswer = {
  readonly by: Person;
  readonly channel: ChannelId;
  readonly ts: MessageTs;
  /** Nothing when the message stands in no thread. */
  readonly threadTs: MessageTs | null;
  /** Nothing when no person wrote it. */
  readonly author: SlackUserId | null;
};

/** Marks a reply in the thread of any of a question's cards, also of one that it has left. */
export async function markAnswer(
  deps: ActDeps & { readonly workspace: { readonly botUserId: SlackUserId } },
  { by, channel, ts, threadTs, author }: MarkAnswer,
): Promise<ActOutcome> {
  const { db, workspace } = deps;
  if (by.isExternal) return refused({ reason: 'external' });
  if (author === null || author === workspace.botUserId || threadTs === null || threadTs === ts) {
    return refused({ reason: 'notAReply' });
  }
  const questionId = await questionOfThread(db, workspace.id, channel, threadTs);
  if (questionId === undefined || (await isDeletedReply(db, workspace.id, { channel, ts }))) {
    return refused({ reason: 'notAReply' });
  }
  return await act(deps, { questionId, by, seen: null }, (question, actor, at) => ({
    outcome: mark(question, actor, { channel, ts, author }, at),
  }));
}
