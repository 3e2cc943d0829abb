import { sql } from 'kysely';
import type { Database, Trx } from '../platform/database.ts';
import type { ChannelId, WorkspaceId } from '../shared/ids.ts';
import type { Place, PlaceStatus } from './directory.ts';

export type AppliedVersion = {
  readonly version: number;
  readonly source: string;
  readonly document: unknown;
  readonly appliedBy: string;
  readonly appliedAt: Date;
};

/** Until the transaction ends: two people applying at once get one version after the other. */
export async function lockDirectory(trx: Trx, workspaceId: WorkspaceId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`directory ${workspaceId}`}, 0))`.execute(trx);
}

export async function currentVersion(
  db: Database,
  workspaceId: WorkspaceId,
): Promise<AppliedVersion | undefined> {
  return await db
    .selectFrom('directoryVersions')
    .select(['version', 'source', 'document', 'appliedBy', 'appliedAt'])
    .where('workspaceId', '=', workspaceId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function addVersion(
  trx: Trx,
  workspaceId: WorkspaceId,
  { document, ...version }: AppliedVersion,
): Promise<void> {
  await trx
    .insertInto('directoryVersions')
    .values({ workspaceId, ...version, document: JSON.stringify(document) })
    .execute();
}

/** The one workspace that has a directory, for commands that aren't told which. */
export async function workspacesWithDirectory(db: Database): Promise<readonly WorkspaceId[]> {
  const rows = await db.selectFrom('directoryVersions').select('workspaceId').distinct().execute();
  return rows.map(({ workspaceId }) => workspaceId);
}

/** A channel's name in the file, and what it means in Slack. */
export type NamedChannel = {
  readonly name: string;
  readonly channelId: ChannelId | null;
  readonly currentName: string | null;
  readonly isPrivate: boolean;
  readonly status: PlaceStatus;
};

export async function namedChannels(
  db: Database,
  workspaceId: WorkspaceId,
): Promise<readonly NamedChannel[]> {
  return await db
    .selectFrom('directoryChannels')
    .select(['name', 'channelId', 'currentName', 'isPrivate', 'status'])
    .where('workspaceId', '=', workspaceId)
    .execute();
}

/** Different after every change of the directory in force. Undefined where there never was one. */
export async function stampOf(db: Database, workspaceId: WorkspaceId): Promise<string | undefined> {
  const row = await db
    .selectFrom('directoryStamps')
    .select('stamp')
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirst();
  return row?.stamp;
}

export type Snapshot = {
  readonly stamp: string;
  readonly version: number;
  readonly document: unknown;
  readonly channels: readonly (Place & { readonly called: string })[];
};

/** The version in force and what its channels are, as they were at one moment, with the stamp of that moment. */
export async function snapshotOf(db: Database, workspaceId: WorkspaceId): Promise<Snapshot | undefined> {
  const { rows } = await sql<Snapshot>`
    select stamp, version, document, (
      select coalesce(json_agg(json_build_object('called', name, 'name', coalesce(current_name, name),
        'id', channel_id, 'status', status)), '[]')
      from directory_channels where workspace_id = ${workspaceId}) as channels
    from directory_versions join directory_stamps using (workspace_id)
    where workspace_id = ${workspaceId} order by version desc limit 1`.execute(db);
  return rows[0];
}

/** What was looked up for a new version takes the place of what stood. */
export async function replaceChannels(
  trx: Trx,
  workspaceId: WorkspaceId,
  { channels, checkedAt }: { readonly channels: readonly NamedChannel[]; readonly checkedAt: Date },
): Promise<void> {
  await trx
    .deleteFrom('directoryChannels')
    .where('workspaceId', '=', workspaceId)
    .where('name', 'not in', namesOf(channels))
    .execute();
  await trx
    .insertInto('directoryChannels')
    .values(channels.map((channel) => ({ workspaceId, ...channel, checkedAt })))
    .onConflict((conflict) => conflict.columns(['workspaceId', 'name']).doNothing())
    .execute();
  await saveChannels(trx, workspaceId, { channels, checkedAt });
}

/** `checkedAt` is when the look began: what was learnt later stands. */
export async function saveChannels(
  trx: Trx,
  workspaceId: WorkspaceId,
  { channels, checkedAt }: { readonly channels: readonly NamedChannel[]; readonly checkedAt: Date },
): Promise<void> {
  for (const { name, ...channel } of channels) {
    await trx
      .updateTable('directoryChannels')
      .set({ ...channel, checkedAt })
      .where('workspaceId', '=', workspaceId)
      .where('name', '=', name)
      .where('checkedAt', '<=', checkedAt)
      .execute();
  }
}

export async function markChannel(
  trx: Trx,
  workspaceId: WorkspaceId,
  { channel, status, checkedAt }: { channel: ChannelId; status: PlaceStatus; checkedAt: Date },
): Promise<void> {
  await trx
    .updateTable('directoryChannels')
    .set({ status, checkedAt })
    .where('workspaceId', '=', workspaceId)
    .where('channelId', '=', channel)
    .execute();
}

export async function isExternal(
  db: Database,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
): Promise<boolean> {
  const row = await db
    .selectFrom('directoryChannels')
    .select('name')
    .where('workspaceId', '=', workspaceId)
    .where('channelId', '=', channelId)
    .where('status', '=', 'external')
    .executeTakeFirst();
  return row !== undefined;
}

export async function moveChannel(
  trx: Trx,
  workspaceId: WorkspaceId,
  { from, to }: { readonly from: ChannelId; readonly to: ChannelId },
): Promise<void> {
  await trx
    .updateTable('directoryChannels')
    .set({ channelId: to })
    .where('workspaceId', '=', workspaceId)
    .where('channelId', '=', from)
    .execute();
}

function namesOf(entries: readonly { readonly name: string }[]): readonly string[] {
  return entries.map(({ name }) => name);
}
