import type { Database } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { ChannelId, MessageTs, QuestionId, WorkspaceId } from '../shared/ids.ts';
import type { ThreadReader } from '../slack/thread-pages.ts';
import { callsOf } from './call-store.ts';
import { type Card, cardsOf, watchedCards } from './card-store.ts';
import { recordReply, replyDeleted, replyEdited, type ThreadDeps } from './follow-thread.ts';
import { catchUpJob, catchUpThreadJob } from './jobs.ts';
import { timeOf } from './reply.ts';
import { repliesIn } from './reply-store.ts';
import { readThread } from './slack-thread.ts';

export type QueueDeps = {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly now: () => Date;
  readonly workspace: { readonly id: WorkspaceId };
};

/** 40 a minute: Slack lets an app read 50 threads in one, and something must be left for others. */
export const READ_EVERY_MS = 1_500;

/** After a start, and whenever Slack says that it held events back. */
export async function requestCatchUp({ db, jobs }: Pick<QueueDeps, 'db' | 'jobs'>): Promise<void> {
  await db.transaction().execute(async (trx) => await jobs.enqueue(trx, catchUpJob, {}));
}

/** Queues one reading for each card of a question that is not resolved. */
export async function catchUp(deps: QueueDeps): Promise<void> {
  await requestReading(deps, () => true);
}

/** Of those cards the ones that are wanted, at a pace that Slack allows. */
export async function requestReading(
  { db, jobs, now, workspace }: QueueDeps,
  isWanted: (card: Card) => boolean,
): Promise<void> {
  const cards = (await watchedCards(db, workspace.id)).filter(isWanted);
  const begin = now().getTime();
  await db.transaction().execute(async (trx) => {
    for (const [index, { questionId, move }] of cards.entries()) {
      const startAfter = new Date(begin + index * READ_EVERY_MS);
      await jobs.enqueue(trx, catchUpThreadJob, { questionId, move }, { startAfter });
    }
  });
}

type ReadDeps = ThreadDeps & {
  readonly now: () => Date;
  readonly slack: { readonly reads: ThreadReader };
};

/** Reads the thread of one card, and of what was posted to ask others to take the question while it stood there. */
export async function catchUpThread(
  deps: ReadDeps,
  { questionId, move }: { readonly questionId: QuestionId; readonly move: number },
): Promise<void> {
  const { db, workspace } = deps;
  const [cards, calls] = await Promise.all([
    cardsOf(db, workspace.id, questionId),
    callsOf(db, workspace.id, questionId),
  ]);
  for (const { channel, ts, move: at } of [...cards, ...calls]) {
    if (at === move && ts !== null) await compare(deps, { channel, threadTs: ts });
  }
}

/**
 * Compares one thread with what is known of it. What was known before Slack was asked and is not there any more has
 * been deleted; a reply that is written meanwhile is in neither list.
 */
async function compare(
  deps: ReadDeps,
  thread: { readonly channel: ChannelId; readonly threadTs: MessageTs },
): Promise<void> {
  const { db, now, slack, workspace } = deps;
  const known = await repliesIn(db, workspace.id, thread);
  const found = await readThread(slack.reads, thread);
  if (!found) return;

  for (const { ts, author, editedTs } of found) {
    const reply = { ...thread, ts, author };
    await recordReply(deps, reply);
    if (editedTs !== null) await replyEdited(deps, { ...reply, at: timeOf(editedTs) });
  }
  const present = new Set(found.map(({ ts }) => ts));
  for (const { ts, author, isDeleted } of known) {
    if (isDeleted || present.has(ts)) continue;
    await replyDeleted(deps, { ...thread, ts, author, at: now() });
  }
}
