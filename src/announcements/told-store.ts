import type { Database, Trx } from '../platform/database.ts';
import type { Schema } from '../platform/schema.ts';
import type { AnnouncementId, OutboxId, SlackUserId, WorkspaceId } from '../shared/ids.ts';

type Of = { readonly workspaceId: WorkspaceId; readonly id: AnnouncementId };
export type What = Schema['announcementTold']['what'];

/** Those of the people who haven't been told yet, and now are: of several who ask at one moment, one gets each. */
export async function tellFirst(
  trx: Trx,
  { workspaceId, id }: Of,
  { users, what, at }: { readonly users: readonly SlackUserId[]; readonly what: What; readonly at: Date },
): Promise<readonly SlackUserId[]> {
  if (users.length === 0) return [];
  const rows = await trx
    .insertInto('announcementTold')
    .values(users.map((userId) => ({ announcementId: id, workspaceId, userId, what, at, outboxId: null })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('userId')
    .execute();
  return rows.map(({ userId }) => userId);
}

export async function noteMessage(
  trx: Trx,
  { id }: Pick<Of, 'id'>,
  { user, what, outboxId }: { readonly user: SlackUserId; readonly what: What; readonly outboxId: OutboxId },
): Promise<void> {
  await trx
    .updateTable('announcementTold')
    .set({ outboxId })
    .where('announcementId', '=', id)
    .where('userId', '=', user)
    .where('what', '=', what)
    .execute();
}

/** The direct messages that show how it stands, to whoever can do something about it. */
export async function deskMessages(db: Database, { workspaceId, id }: Of): Promise<readonly OutboxId[]> {
  const rows = await db
    .selectFrom('announcementTold')
    .select('outboxId')
    .where('workspaceId', '=', workspaceId)
    .where('announcementId', '=', id)
    .where('what', 'in', ['desk', 'approval'])
    .execute();
  return rows.flatMap(({ outboxId }) => outboxId ?? []);
}

/** Whom the audit record has as having acknowledged. */
export async function recordedReceipts(
  db: Database,
  { workspaceId, id }: Of,
): Promise<ReadonlySet<SlackUserId>> {
  const rows = await db
    .selectFrom('announcementRecorded')
    .select('userId')
    .where('workspaceId', '=', workspaceId)
    .where('announcementId', '=', id)
    .where('acknowledged', '=', true)
    .execute();
  return new Set(rows.map(({ userId }) => userId));
}

const ROWS_AT_ONCE = 2_000;

export async function saveRecorded(
  trx: Trx,
  { workspaceId, id }: Of,
  { users, acknowledged }: { readonly users: readonly SlackUserId[]; readonly acknowledged: boolean },
): Promise<void> {
  for (let start = 0; start < users.length; start += ROWS_AT_ONCE) {
    await trx
      .insertInto('announcementRecorded')
      .values(
        users
          .slice(start, start + ROWS_AT_ONCE)
          .map((userId) => ({ announcementId: id, workspaceId, userId, acknowledged })),
      )
      .onConflict((conflict) => conflict.columns(['announcementId', 'userId']).doUpdateSet({ acknowledged }))
      .execute();
  }
}
