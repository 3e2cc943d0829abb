import type { WebClient } from '@slack/web-api';
import type { Database, Trx } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { ChannelId, WorkspaceId } from '../shared/ids.ts';
import { statusAfter } from './channel-status.ts';
import type { PlaceStatus } from './directory.ts';
import { channelMovedJob, refreshRoster } from './jobs.ts';
import { createLookups } from './lookups.ts';
import { lost, named, resolveChannels } from './resolve.ts';
import {
  isExternal,
  markChannel,
  moveChannel,
  type NamedChannel,
  namedChannels,
  saveChannels,
} from './store.ts';
import { moveRoster } from './store-rosters.ts';

type Deps = {
  readonly db: Database;
  readonly now: () => Date;
  readonly workspace: { readonly id: WorkspaceId };
  readonly slack: { readonly reads: WebClient };
};

/**
 * Something happened to a channel: looks at it again. What the event says is not taken over, so events that come
 * twice, late or in the wrong order all end in what Slack says now.
 */
export async function recheckChannel(deps: Deps, channel: ChannelId): Promise<void> {
  const { db, workspace, slack, now } = deps;
  const known = await namedChannels(db, workspace.id);
  const ours = known.filter(({ channelId }) => channelId === channel);
  const isWanted = known.some(({ channelId }) => channelId === null);
  if (ours.length === 0 && !isWanted) return;

  const checkedAt = now();
  const seen = await createLookups(slack.reads, workspace.id).channel(channel);
  const found =
    ours.length > 0 ? ours : known.filter(({ name, channelId }) => channelId === null && name === seen?.name);
  const channels = found.map((was) => (seen ? named(was.name, seen) : lost(was.name, was)));
  await save(deps, channels, checkedAt);
}

/** Looks at all channels of the directory, and for those that weren't there before. */
export async function recheckChannels(deps: Deps): Promise<void> {
  const { db, workspace, slack, now } = deps;
  const checkedAt = now();
  const known = await namedChannels(db, workspace.id);
  if (known.length === 0) return;
  const names = known.map(({ name }) => name);
  await save(deps, await resolveChannels(createLookups(slack.reads, workspace.id), names, known), checkedAt);
}

async function save(
  { db, workspace }: Deps,
  channels: readonly NamedChannel[],
  checkedAt: Date,
): Promise<void> {
  await db
    .transaction()
    .execute(async (trx) => await saveChannels(trx, workspace.id, { channels, checkedAt }));
}

/** Takes effect at once, before Slack is asked: nothing may be posted meanwhile where another company reads along. */
export async function setPlace(deps: Deps, channel: ChannelId, status: PlaceStatus): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    await markChannel(trx, deps.workspace.id, { channel, status, checkedAt: deps.now() });
  });
}

/**
 * Slack refused a post: what that says about the channel is kept, so that the next question goes elsewhere.
 * Answers with the channel's status, or `undefined` if the refusal says nothing about it.
 */
export async function markPlace(
  trx: Trx,
  workspaceId: WorkspaceId,
  { channel, errorCode, at }: { readonly channel: ChannelId; readonly errorCode: string; readonly at: Date },
): Promise<PlaceStatus | undefined> {
  const status = statusAfter(errorCode);
  if (status !== undefined) await markChannel(trx, workspaceId, { channel, status, checkedAt: at });
  return status;
}

/** Nothing of ours is ever posted where another company reads along. What the directory doesn't name, it can't know of. */
export async function mayPostIn(
  { db, workspace }: Pick<Deps, 'db' | 'workspace'>,
  channel: ChannelId,
): Promise<boolean> {
  return !(await isExternal(db, workspace.id, channel));
}

/** As when a channel becomes private, or is disconnected from another company's: the same channel, another id. */
export async function changeChannelId(
  { db, jobs, workspace }: Deps & { readonly jobs: Jobs },
  ids: { readonly from: ChannelId; readonly to: ChannelId },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await moveChannel(trx, workspace.id, ids);
    await moveRoster(trx, workspace.id, ids);
    // Questions may stand there also when the directory no longer names it.
    await jobs.enqueue(trx, channelMovedJob, ids);
  });
}

/** The app itself came into a channel or left it. */
export async function followOwnMembership(
  deps: Deps & { readonly jobs: Jobs },
  channel: ChannelId,
): Promise<void> {
  await recheckChannel(deps, channel);
  const known = await namedChannels(deps.db, deps.workspace.id);
  if (!known.some(({ channelId, status }) => channelId === channel && status === 'ok')) return;
  await deps.db.transaction().execute(async (trx) => {
    await deps.jobs.enqueue(trx, refreshRoster, { source: channel });
  });
}
