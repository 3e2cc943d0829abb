import type { WebClient } from '@slack/web-api';
import type { Database } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { ChannelId, SlackUserId, UserGroupId, WorkspaceId } from '../shared/ids.ts';
import { absenceJob, refreshRoster, rosterJob, rostersReadJob } from './jobs.ts';
import { createLookups } from './lookups.ts';
import { learnPeople } from './people.ts';
import { namedChannels } from './store.ts';
import { peopleAmong } from './store-audience.ts';
import { namedGroups, saveGroup } from './store-names.ts';
import { type Profile, saveProfiles } from './store-people.ts';
import { hasRoster, lockRoster, noteChange, recordMember, replaceRoster } from './store-rosters.ts';

type Deps = {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly now: () => Date;
  readonly workspace: { readonly id: WorkspaceId };
  readonly slack: { readonly reads: WebClient };
};

/** Slack's timestamp of the event, in seconds. */
type At = { readonly at: string };

/** Somebody joined or left a channel of the directory, or one that it has named before: questions may stand there still. */
export async function followMember(
  deps: Deps,
  { channel, user, isMember, at }: At & { channel: ChannelId; user: SlackUserId; isMember: boolean },
): Promise<void> {
  const { db, jobs, workspace } = deps;
  const known = await namedChannels(db, workspace.id);
  const isNamed = known.some(({ channelId }) => channelId === channel);
  if (!isNamed && !(await hasRoster(db, workspace.id, channel))) return;
  await learn(deps, [user]);
  await db.transaction().execute(async (trx) => {
    await recordMember(trx, workspace.id, { source: channel, user, isMember, asOf: at });
    if (!isMember) await jobs.enqueue(trx, absenceJob, { user });
    const [added, removed] = isMember ? [[user], []] : [[], [user]];
    await jobs.enqueue(trx, rosterJob, { source: channel, at, added, removed });
  });
}

export type GroupDelta = At & {
  readonly group: UserGroupId;
  readonly added: readonly SlackUserId[];
  readonly removed: readonly SlackUserId[];
  /** Seconds, when Slack changed the group, and when it had changed it before. */
  readonly changedAt: number;
  readonly changedBefore: number;
  /** Slack may leave the lists out, or cut them short. */
  readonly isWhole: boolean;
};

/** People were added to a user group or taken out. If a change before it never reached us, the group is read again. */
export async function followGroupMembers(deps: Deps, delta: GroupDelta): Promise<void> {
  const { db, jobs, workspace } = deps;
  const { group, added, removed, at } = delta;
  if (!(await isOurs(deps, group))) return;
  await learn(deps, added);
  await db.transaction().execute(async (trx) => {
    const last = await lockRoster(trx, workspace.id, group);
    for (const user of added) {
      await recordMember(trx, workspace.id, { source: group, user, isMember: true, asOf: at });
    }
    for (const user of removed) {
      await recordMember(trx, workspace.id, { source: group, user, isMember: false, asOf: at });
    }
    await noteChange(trx, workspace.id, { source: group, at: delta.changedAt });
    if (added.length + removed.length > 0) {
      await jobs.enqueue(trx, rosterJob, { source: group, at, added: [...added], removed: [...removed] });
    }
    const isNext = last === delta.changedBefore || (last !== undefined && last >= delta.changedAt);
    if (!delta.isWhole || !isNext) await jobs.enqueue(trx, refreshRoster, { source: group });
  });
}

export type GroupChange = At & {
  readonly groupId: UserGroupId;
  readonly handle: string;
  readonly isDisabled: boolean;
  readonly changedAt: number;
  readonly members: readonly SlackUserId[] | undefined;
};

/** A user group got another handle, was disabled or enabled, or has just been made. */
export async function followGroup(deps: Deps, change: GroupChange): Promise<void> {
  const { db, jobs, now, workspace } = deps;
  const { groupId: group, members, at, changedAt } = change;
  if (!(await isOurs(deps, group, change.handle))) return;
  await learn(deps, members ?? []);
  await db.transaction().execute(async (trx) => {
    if (((await lockRoster(trx, workspace.id, group)) ?? 0) > changedAt) return;
    await saveGroup(trx, workspace.id, change);
    if (members) {
      const refreshedAt = now();
      await replaceRoster(trx, workspace.id, { source: group, members, asOf: at, refreshedAt });
      await jobs.enqueue(trx, rostersReadJob, { source: group });
    } else {
      await jobs.enqueue(trx, refreshRoster, { source: group });
    }
    await noteChange(trx, workspace.id, { source: group, at: changedAt });
  });
}

/** Somebody was deactivated, came back, became a guest, or set a status. */
export async function followPerson({ db, jobs, workspace }: Deps, profile: Profile): Promise<void> {
  const { userId: user } = profile;
  await db.transaction().execute(async (trx) => {
    const [before] = await peopleAmong(trx, workspace.id, [user]);
    await saveProfiles(trx, workspace.id, [profile]);
    const hasGone = profile.isAway && before?.isAway !== true;
    if (hasGone || profile.isDeactivated) await jobs.enqueue(trx, absenceJob, { user });
    const [after] = await peopleAmong(trx, workspace.id, [user]);
    if (before && before.counts !== after?.counts) await jobs.enqueue(trx, rostersReadJob, { source: null });
  });
}

async function isOurs({ db, workspace }: Deps, group: UserGroupId, handle?: string): Promise<boolean> {
  const known = await namedGroups(db, workspace.id);
  return known.some((each) => each.groupId === group || (each.groupId === null && each.handle === handle));
}

async function learn(deps: Deps, users: readonly SlackUserId[]): Promise<void> {
  await learnPeople(deps, createLookups(deps.slack.reads, deps.workspace.id), users);
}
