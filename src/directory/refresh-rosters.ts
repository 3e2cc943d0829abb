import type { WebClient } from '@slack/web-api';
import type { Database } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { RosterSource } from '../platform/tables/directory.ts';
import { UserGroupId, type WorkspaceId } from '../shared/ids.ts';
import { refreshRoster, rostersReadJob } from './jobs.ts';
import { createLookups, type Lookups } from './lookups.ts';
import { spread } from './pace.ts';
import { learnPeople, readProfiles } from './people.ts';
import { type ReadRoster, readGroup, saveRosters } from './rosters.ts';
import { namedChannels } from './store.ts';
import { namedGroups, saveGroup } from './store-names.ts';
import { peopleOfInterest, saveProfiles } from './store-people.ts';

type Deps = {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly now: () => Date;
  readonly workspace: { readonly id: WorkspaceId };
  readonly slack: { readonly reads: WebClient };
};

/** `conversations.members` allows 100 calls a minute; half of it is left to clicks that ask who somebody is. */
const CHANNELS = { burst: 20, perMinute: 50 };

/** Reads user groups and profiles, and queues a reading of every channel. */
export async function refreshAllRosters(deps: Deps): Promise<void> {
  const { db, jobs, now, workspace } = deps;
  const lookups = lookupsOf(deps);
  await refreshGroups(deps, lookups);
  await saveProfiles(db, workspace.id, await readProfiles(lookups, await peopleOfInterest(db, workspace.id)));

  const channels = await namedChannels(db, workspace.id);
  const ids = new Set(
    channels.flatMap(({ channelId, status }) => (channelId && status === 'ok' ? [channelId] : [])),
  );
  await db.transaction().execute(async (trx) => {
    for (const [index, source] of [...ids].entries()) {
      await jobs.enqueue(trx, refreshRoster, { source }, { startAfter: spread(now(), index, CHANNELS) });
    }
  });
}

async function refreshGroups(deps: Deps, lookups: Lookups): Promise<void> {
  const { db, jobs, workspace, now } = deps;
  const known = await namedGroups(db, workspace.id);
  if (known.length === 0) return;
  const readAt = now();
  const ids = new Set(known.map(({ groupId }) => groupId));
  const missing = new Set(known.filter(({ groupId }) => groupId === null).map(({ handle }) => handle));
  // A disabled group may have left its handle to another: that one comes first.
  const seen = (await lookups.groups())
    .filter(({ id, handle }) => ids.has(id) || missing.has(handle))
    .toSorted((one, other) => Number(one.isDisabled) - Number(other.isDisabled));
  const rosters: ReadRoster[] = [];
  for (const group of seen) rosters.push(await readGroup(lookups, group));
  await learnPeople(
    deps,
    lookups,
    rosters.flatMap(({ members }) => members),
  );
  await db.transaction().execute(async (trx) => {
    for (const { id, ...group } of seen) await saveGroup(trx, workspace.id, { groupId: id, ...group });
    await saveRosters(trx, workspace.id, { rosters, readAt });
    await jobs.enqueue(trx, rostersReadJob, { source: null });
  });
}

/** Reads the members of one user group or channel. */
export async function refreshOneRoster(deps: Deps, source: RosterSource): Promise<void> {
  const { db, jobs, workspace, now } = deps;
  const lookups = lookupsOf(deps);
  const readAt = now();
  const members = isGroup(source) ? await lookups.groupMembers(source) : await lookups.channelMembers(source);
  if (!members) return;
  await learnPeople(deps, lookups, members);
  await db.transaction().execute(async (trx) => {
    await saveRosters(trx, workspace.id, { rosters: [{ source, members }], readAt });
    await jobs.enqueue(trx, rostersReadJob, { source });
  });
}

function isGroup(source: RosterSource): source is UserGroupId {
  return UserGroupId.safeParse(source).success;
}

function lookupsOf({ slack, workspace }: Deps): Lookups {
  return createLookups(slack.reads, workspace.id);
}
