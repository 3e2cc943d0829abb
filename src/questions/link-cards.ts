import type { Database } from '../platform/database.ts';
import { type Jobs, NotYet } from '../platform/jobs.ts';
import { post, refresh } from '../platform/outbox.ts';
import type { QuestionId, WorkspaceId } from '../shared/ids.ts';
import { cardsOf, markLinked } from './card-store.ts';
import type { QuestionEventId } from './ids.ts';
import { cameFromNote, movedNote } from './jobs.ts';

export type LinkDeps = {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly now: () => Date;
  readonly workspace: { readonly id: WorkspaceId };
};

export type LinkCards = {
  readonly questionId: QuestionId;
  readonly eventId: QuestionEventId;
  /** The newer card; the older one is the last before it that Slack took. */
  readonly move: number;
};

/** Once Slack has both cards, a note in each thread leads to the other. */
export async function linkCards(
  { db, jobs, now, workspace }: LinkDeps,
  { questionId, eventId, move }: LinkCards,
): Promise<void> {
  const workspaceId = workspace.id;
  const cards = (await cardsOf(db, workspaceId, questionId)).filter(({ isLost }) => !isLost);
  const newer = cards.find((card) => card.move === move);
  const older = cards.findLast((card) => card.move < move);
  if (!newer || !older) return;
  if (newer.ts === null || older.ts === null) throw new NotYet();

  await db.transaction().execute(async (trx) => {
    if (!(await markLinked(trx, newer, now()))) return;
    const payload = { questionId, eventId, from: older.move, to: newer.move };
    const inThread = ({ channel, outboxId }: typeof newer) => ({
      workspaceId,
      to: { channel },
      threadOf: outboxId,
      payload,
    });
    await post(trx, jobs, { ...inThread(older), view: movedNote });
    await post(trx, jobs, { ...inThread(newer), view: cameFromNote });
    // The old card was redrawn before there was a new one to link to.
    await refresh(trx, jobs, { workspaceId, message: older.outboxId });
  });
}
