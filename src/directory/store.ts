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

/** The number of the version in force with all its places: one small query, as every question needs it. */
export async function versionAndPlaces(
  db: Database,
  workspaceId: WorkspaceId,
): Promise<{ readonly version: number; readonly places: ReadonlyMap<string, Place> } | undefined> {
  const rows = await db
    .selectFrom('directoryChannels')
    .select(['name', 'channelId', 'currentName', 'status'])
    .select((eb) =>
      eb
        .selectFrom('directoryVersions')
        .select((inner) => inner.fn.max('version').as('version'))
        .where('workspaceId', '=', workspaceId)
        .as('version'),
    )
    .where('workspaceId', '=', workspaceId)
    .execute();
  const version = rows[0]?.version;
  if (version == null) return undefined;
  const places = rows.map(({ name, channelId, currentName, status }) => {
    return [name, { name: currentName ?? name, id: channelId, status }] as const;
  });
  return { version, places: new Map(places) };
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
