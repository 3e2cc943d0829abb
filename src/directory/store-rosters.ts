import { sql } from 'kysely';
import type { Database, Trx } from '../platform/database.ts';
import type { RosterSource } from '../platform/tables/directory.ts';
import type { ChannelId, SlackUserId, WorkspaceId } from '../shared/ids.ts';

type Membership = {
  readonly source: RosterSource;
  readonly user: SlackUserId;
  readonly isMember: boolean;
  /** Seconds, as exact as Slack's timestamps. */
  readonly asOf: number | string;
};

/** Keeps the newest word on one person's membership: events come twice and out of order. */
export async function recordMember(
  trx: Trx,
  workspaceId: WorkspaceId,
  { source, user, isMember, asOf }: Membership,
): Promise<void> {
  await addRoster(trx, workspaceId, source);
  await trx
    .insertInto('rosterMembers')
    .values({ workspaceId, sourceId: source, userId: user, isMember, asOf })
    .onConflict((conflict) =>
      conflict
        .columns(['workspaceId', 'sourceId', 'userId'])
        .doUpdateSet({ isMember, asOf })
        .whereRef('rosterMembers.asOf', '<=', 'excluded.asOf'),
    )
    .execute();
}

export type WholeRoster = {
  readonly source: RosterSource;
  readonly members: readonly SlackUserId[];
  readonly asOf: number | string;
  readonly refreshedAt: Date;
  readonly changedInSlack?: number | undefined;
};

/** What was read as a whole. Events about later moments stand. */
export async function replaceRoster(trx: Trx, workspaceId: WorkspaceId, roster: WholeRoster): Promise<void> {
  const { source, asOf, refreshedAt, changedInSlack } = roster;
  const members = [...new Set(roster.members)];
  await addRoster(trx, workspaceId, source);
  await trx
    .updateTable('rosters')
    .set({ refreshedAt, ...(changedInSlack !== undefined && { changedInSlack }) })
    .where('workspaceId', '=', workspaceId)
    .where('sourceId', '=', source)
    .execute();
  if (members.length > 0) {
    await trx
      .insertInto('rosterMembers')
      .values(members.map((userId) => ({ workspaceId, sourceId: source, userId, isMember: true, asOf })))
      .onConflict((conflict) =>
        conflict
          .columns(['workspaceId', 'sourceId', 'userId'])
          .doUpdateSet({ isMember: true, asOf })
          .whereRef('rosterMembers.asOf', '<=', 'excluded.asOf'),
      )
      .execute();
  }
  await trx
    .updateTable('rosterMembers')
    .set({ isMember: false, asOf })
    .where('workspaceId', '=', workspaceId)
    .where('sourceId', '=', source)
    .where('isMember', '=', true)
    .where(sql<boolean>`user_id <> all(${members})`)
    .where('asOf', '<=', `${asOf}`)
    .execute();
}

/** Whether anything is on record about who is in it. */
export async function hasRoster(
  db: Database,
  workspaceId: WorkspaceId,
  source: RosterSource,
): Promise<boolean> {
  const row = await db
    .selectFrom('rosters')
    .select('sourceId')
    .where('workspaceId', '=', workspaceId)
    .where('sourceId', '=', source)
    .executeTakeFirst();
  return row !== undefined;
}

async function addRoster(trx: Trx, workspaceId: WorkspaceId, sourceId: RosterSource): Promise<void> {
  await trx
    .insertInto('rosters')
    .values({ workspaceId, sourceId, refreshedAt: null, changedInSlack: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Locks the roster until the transaction ends, so that two events about one group are worked on one after the other.
 * Answers with the time of Slack's last change that we were told of.
 */
export async function lockRoster(
  trx: Trx,
  workspaceId: WorkspaceId,
  source: RosterSource,
): Promise<number | undefined> {
  await addRoster(trx, workspaceId, source);
  const row = await trx
    .selectFrom('rosters')
    .select('changedInSlack')
    .where('workspaceId', '=', workspaceId)
    .where('sourceId', '=', source)
    .forUpdate()
    .executeTakeFirst();
  return row?.changedInSlack == null ? undefined : Number(row.changedInSlack);
}

export async function noteChange(
  trx: Trx,
  workspaceId: WorkspaceId,
  { source, at }: { readonly source: RosterSource; readonly at: number },
): Promise<void> {
  await addRoster(trx, workspaceId, source);
  await trx
    .updateTable('rosters')
    .set({ changedInSlack: sql<number>`greatest(changed_in_slack, ${at})` })
    .where('workspaceId', '=', workspaceId)
    .where('sourceId', '=', source)
    .execute();
}

/** The channel goes on under another id, with the people in it. Told of it again, there is nothing left to move. */
export async function moveRoster(
  trx: Trx,
  workspaceId: WorkspaceId,
  { from, to }: { readonly from: ChannelId; readonly to: ChannelId },
): Promise<void> {
  await trx
    .deleteFrom('rosters')
    .where('workspaceId', '=', workspaceId)
    .where('sourceId', '=', to)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('rosters as old')
          .select('old.sourceId')
          .where('old.workspaceId', '=', workspaceId)
          .where('old.sourceId', '=', from),
      ),
    )
    .execute();
  await trx
    .updateTable('rosters')
    .set({ sourceId: to })
    .where('workspaceId', '=', workspaceId)
    .where('sourceId', '=', from)
    .execute();
}
