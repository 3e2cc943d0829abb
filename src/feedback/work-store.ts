import type { Database, Trx } from '../platform/database.ts';
import { uuidv7 } from '../platform/uuid.ts';
import type { ChannelId, MessageTs, OutboxId, SlackUserId, WorkspaceId } from '../shared/ids.ts';
import type { FeedbackId } from './feedback.ts';
import type { ThemeId } from './theme.ts';
import { FeedbackEventId, type Work, type WorkEvent } from './work.ts';

export async function saveWork(
  trx: Trx,
  { id, workspaceId }: { readonly id: FeedbackId; readonly workspaceId: WorkspaceId },
  { themes, ...decided }: Work,
): Promise<void> {
  await trx.updateTable('feedback').set(decided).where('id', '=', id).execute();
  await trx.deleteFrom('feedbackThemed').where('feedbackId', '=', id).execute();
  if (themes.length === 0) return;
  await trx
    .insertInto('feedbackThemed')
    .values(themes.map((themeId) => ({ feedbackId: id, themeId, workspaceId })))
    .execute();
}

type Happened = { readonly by: SlackUserId; readonly at: Date; readonly event: WorkEvent };

export async function appendEvent(
  trx: Trx,
  { id, workspaceId }: { readonly id: FeedbackId; readonly workspaceId: WorkspaceId },
  { by, at, event }: Happened,
): Promise<FeedbackEventId> {
  const eventId = FeedbackEventId.parse(uuidv7());
  await trx
    .insertInto('feedbackEvents')
    .values({
      id: eventId,
      workspaceId,
      feedbackId: id,
      kind: event.kind,
      by,
      at,
      detail: JSON.stringify(event),
    })
    .execute();
  return eventId;
}

export type HistoryRow = {
  readonly id: FeedbackEventId;
  readonly feedbackId: FeedbackId;
  readonly kind: WorkEvent['kind'];
  readonly by: SlackUserId;
  readonly at: Date;
  readonly detail: unknown;
};

/** All that was done about a comment, the oldest first. */
export async function historyOf(
  db: Database,
  workspaceId: WorkspaceId,
  id: FeedbackId,
): Promise<readonly HistoryRow[]> {
  return await history(db, workspaceId).where('feedbackId', '=', id).orderBy('position').execute();
}

export async function findEvent(
  db: Database,
  workspaceId: WorkspaceId,
  id: FeedbackEventId,
): Promise<HistoryRow | undefined> {
  return await history(db, workspaceId).where('id', '=', id).executeTakeFirst();
}

function history(db: Database, workspaceId: WorkspaceId) {
  return db
    .selectFrom('feedbackEvents')
    .select(['id', 'feedbackId', 'kind', 'by', 'at', 'detail'])
    .where('workspaceId', '=', workspaceId);
}

/** How much has been done about a comment, to see later whether more was. */
export async function countEvents(db: Database, id: FeedbackId): Promise<number> {
  const { count } = await db
    .selectFrom('feedbackEvents')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('feedbackId', '=', id)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function themesOf(db: Database, id: FeedbackId): Promise<readonly ThemeId[]> {
  const rows = await db.selectFrom('feedbackThemed').select('themeId').where('feedbackId', '=', id).execute();
  return rows.map(({ themeId }) => themeId);
}

/** Undefined where nobody has opened it, or its brief never came because the comment couldn't be posted. */
export async function threadOf(
  db: Database,
  id: FeedbackId,
): Promise<{ readonly openedBy: SlackUserId; readonly briefId: OutboxId } | undefined> {
  return await db
    .selectFrom('feedbackThreads')
    .innerJoin('outbox', 'outbox.id', 'feedbackThreads.briefId')
    .select(['openedBy', 'briefId'])
    .where('feedbackId', '=', id)
    .where('outbox.state', 'not in', ['dropped', 'rejected'])
    .executeTakeFirst();
}

export async function insertThread(
  trx: Trx,
  { id, workspaceId }: { readonly id: FeedbackId; readonly workspaceId: WorkspaceId },
  thread: { readonly openedBy: SlackUserId; readonly openedAt: Date; readonly briefId: OutboxId },
): Promise<void> {
  await trx
    .insertInto('feedbackThreads')
    .values({ feedbackId: id, workspaceId, ...thread })
    .onConflict((conflict) => conflict.column('feedbackId').doUpdateSet(thread))
    .execute();
}

/** Where a message of ours stands; its `ts` is there once Slack has it. */
export async function messageAt(
  db: Database,
  id: OutboxId,
): Promise<{ readonly channel: ChannelId | null; readonly ts: MessageTs | null } | undefined> {
  return await db
    .selectFrom('outbox')
    .select(['channelId as channel', 'ts'])
    .where('id', '=', id)
    .executeTakeFirst();
}
