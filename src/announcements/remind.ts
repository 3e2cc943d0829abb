import type { Hours } from '../directory/directory.ts';
import { type DirectoryReader, type Whereabouts, whereaboutsOf, zonesInUse } from '../directory/index.ts';
import type { Database } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import { post } from '../platform/outbox.ts';
import type { SlackUserId, WorkspaceId } from '../shared/ids.ts';
import { type Announcement, asksForReceipts, publicationOf } from './announcement.ts';
import { currentReceipts } from './current-receipts.ts';
import { dateOf } from './moment.ts';
import { type ReadDeps, readExactly } from './read.ts';
import type { PersonReceipt } from './receipts.ts';
import { isOpen, latestDue, type PlannedReminder } from './reminder-plan.ts';
import {
  forgetHeld,
  type Held,
  heldFor,
  lockHeld,
  markSwept,
  noteReminder,
  planReminders,
  type Round,
  sweptPoints,
} from './reminder-store.ts';
import { reminderView } from './report-jobs.ts';

export type RemindDeps = ReadDeps & {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly now: () => Date;
  readonly directory: DirectoryReader;
  readonly workspace: { readonly id: WorkspaceId };
};

/** A published announcement with a deadline, and since when its receipts are asked for. */
export type Asking = { readonly announcement: Announcement; readonly deadline: Date; readonly round: Round };

export function askingOf(announcement: Announcement): Asking | undefined {
  const { id, workspaceId, deadline, receiptsSince } = announcement;
  const publication = publicationOf(announcement);
  if (!publication || deadline === null || !asksForReceipts(announcement)) return undefined;
  return { announcement, deadline, round: { id, workspaceId, from: receiptsSince ?? publication.at } };
}

type Due = { readonly timeZone: string; readonly planned: PlannedReminder };
/** `hours`: the directory's, to be read in each person's time zone. */
type Times = { readonly hours: Hours; readonly now: Date };

/**
 * Reminds those who miss an announcement, if it is time where they are. Looks at everybody only when a point of the
 * plan has come in some time zone, or somebody is back: most minutes there is nothing to do. Slack is asked before, so
 * that no event that was lost reminds somebody in vain.
 */
export async function remind(deps: RemindDeps, asking: Asking, hours: Hours): Promise<void> {
  const times = { hours, now: deps.now() };
  const due = await dueZones(deps, asking, times);
  const back = await returned(deps, asking, times);
  if (due.length === 0 && back.length === 0) return;
  await readExactly(deps, asking.announcement);
  const receipts = await currentReceipts(deps, asking.announcement);
  const missing = (receipts?.people ?? []).filter(({ left, receipt }) => left === null && receipt === null);
  const where = await whereaboutsOf(
    deps,
    missing.map(({ user }) => user),
  );
  let left = A_MINUTE;
  for (const each of due) {
    left -= await remindZone(deps, asking, { ...times, due: each, missing, where, left });
  }
  await remindReturned(deps, asking, back, missing);
}

async function dueZones(
  { db, workspace }: RemindDeps,
  { announcement, deadline, round }: Asking,
  times: Times,
) {
  const swept = await sweptPoints(db, round);
  const zones = new Set([times.hours.timeZone, ...(await zonesInUse(db, workspace.id))]);
  return [...zones].flatMap((timeZone): Due[] => {
    const hours = { ...times.hours, timeZone };
    const { reminders } = announcement;
    const planned = latestDue(hours, { reminders, from: round.from, deadline }, times.now);
    const isDone = swept.some((each) => each.timeZone === timeZone && each.point === planned?.point);
    return planned && !isDone && isOpen(hours, times.now) ? [{ timeZone, planned }] : [];
  });
}

type Missing = {
  readonly missing: readonly PersonReceipt[];
  readonly where: ReadonlyMap<SlackUserId, Whereabouts>;
};

type Zone = Times & Missing & { readonly due: Due; readonly left: number };

/** A transaction with thousands of messages would hold up others. */
const AT_ONCE = 50;
/** Slack takes "several hundred" messages a minute in a workspace, and cards must get through, too. */
const A_MINUTE = 200;

/** Answers with how many it reminded; who is left over has their turn when it is looked at again, a minute later. */
async function remindZone(
  deps: RemindDeps,
  { round }: Asking,
  { due: { timeZone, planned }, missing, where, hours, now, left }: Zone,
): Promise<number> {
  const there = missing.filter(
    ({ user, joinedLate }) =>
      (where.get(user)?.timeZone ?? hours.timeZone) === timeZone &&
      (joinedLate === null || dateOf(joinedLate) < planned.at),
  );
  const { point } = planned;
  let sent = 0;
  for (let start = 0; start < there.length; start += AT_ONCE) {
    if (sent >= left) return sent;
    const users = there.slice(start, start + AT_ONCE).map(({ user }) => user);
    await deps.db.transaction().execute(async (trx) => {
      const first = await planReminders(trx, round, { users, point, at: now });
      const present = first.filter((user) => where.get(user)?.isAway !== true);
      for (const user of present) await send(trx, deps, round, { user, point });
      sent += present.length;
    });
  }
  await markSwept(deps.db, round, { timeZone, point, at: now });
  return sent;
}

/** Those for whom a reminder is held, who are back and at work. */
async function returned(
  deps: RemindDeps,
  { round }: Asking,
  { hours, now }: Times,
): Promise<readonly SlackUserId[]> {
  const held = await heldFor(deps.db, round);
  const where = await whereaboutsOf(deps, held);
  return held.filter((user) => {
    const { isAway = false, timeZone = null } = where.get(user) ?? {};
    return !isAway && isOpen({ ...hours, timeZone: timeZone ?? hours.timeZone }, now);
  });
}

/** Reminds them also after the deadline. Whoever has acknowledged it meanwhile needs no reminder. */
async function remindReturned(
  deps: RemindDeps,
  { round }: Asking,
  back: readonly SlackUserId[],
  missing: readonly PersonReceipt[],
): Promise<void> {
  const still = new Set(missing.map(({ user }) => user));
  await forgetHeld(
    deps.db,
    round,
    back.filter((user) => !still.has(user)),
  );
  const waiting = back.filter((user) => still.has(user));
  for (let start = 0; start < waiting.length; start += AT_ONCE) {
    const users = waiting.slice(start, start + AT_ONCE);
    await deps.db.transaction().execute(async (trx) => {
      for (const held of await lockHeld(trx, round, users)) await send(trx, deps, round, held);
    });
  }
}

async function send(
  trx: Parameters<typeof post>[0],
  { jobs, now }: RemindDeps,
  round: Round,
  { user, point }: Held,
): Promise<void> {
  const { id: announcementId, workspaceId } = round;
  const outboxId = await post(trx, jobs, {
    workspaceId,
    to: { user },
    view: reminderView,
    payload: { announcementId, user, point },
  });
  await noteReminder(trx, round, { user, outboxId, at: now() });
}
