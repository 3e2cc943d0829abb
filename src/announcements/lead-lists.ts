import type { Hours } from '../directory/directory.ts';
import { leadsOfTeams, whereaboutsOf } from '../directory/index.ts';
import type { Trx } from '../platform/database.ts';
import { post } from '../platform/outbox.ts';
import type { SlackUserId } from '../shared/ids.ts';
import { groupsOf } from './history-store.ts';
import type { GroupKey } from './ids.ts';
import type { Asking, RemindDeps } from './remind.ts';
import { isOpen, listAt } from './reminder-plan.ts';
import { listsSent, noteList, planReminders } from './reminder-store.ts';
import { listView } from './report-jobs.ts';

type List = { readonly user: SlackUserId; readonly group: GroupKey | null };

/** When four fifths of the time are over, each lead gets the list of those of the team who miss it, once. */
export async function sendLists(deps: RemindDeps, { announcement, deadline, round }: Asking, hours: Hours) {
  const now = deps.now();
  if (now >= deadline) return;
  const sent = new Set((await listsSent(deps.db, round)).map(({ user, point }) => `${user} ${point}`));
  const lists = (await listsFor(deps, announcement)).filter(
    (list) => !sent.has(`${list.user} ${pointOf(list)}`),
  );
  if (lists.length === 0) return;
  const where = await whereaboutsOf(
    deps,
    lists.map(({ user }) => user),
  );
  for (const list of lists) {
    const own = { ...hours, timeZone: where.get(list.user)?.timeZone ?? hours.timeZone };
    const at = listAt(own, { from: round.from, deadline });
    if (at === undefined || at > now || !isOpen(own, now)) continue;
    await deps.db.transaction().execute(async (trx) => await sendList(trx, deps, round, list));
  }
}

/** Those who announce look after the teams that have no lead. */
async function listsFor(
  { db, workspace }: RemindDeps,
  announcement: Asking['announcement'],
): Promise<readonly List[]> {
  const leads = await leadsOfTeams(db, workspace.id);
  const groups = (await groupsOf(db, announcement)).filter(({ inAudience }) => inAudience);
  const led = groups.map(({ key }) => ({ key, people: leadsOf(leads, key) }));
  const isAnyWithout = led.some(({ people }) => people.length === 0);
  return [
    ...led.flatMap(({ key, people }) => people.map((user) => ({ user, group: key }))),
    ...(isAnyWithout ? [{ user: announcement.author, group: null }] : []),
  ];
}

/** Who leads a group. Experts of a topic have no lead in the directory. */
export function leadsOf(
  leads: Awaited<ReturnType<typeof leadsOfTeams>>,
  key: GroupKey,
): readonly SlackUserId[] {
  return [...leads].flatMap(([team, people]) => (key === `team:${team}` ? people : []));
}

async function sendList(
  trx: Trx,
  { jobs, now }: RemindDeps,
  round: Asking['round'],
  list: List,
): Promise<void> {
  const { id: announcementId, workspaceId } = round;
  const { user, group } = list;
  const point = pointOf(list);
  const first = await planReminders(trx, round, { users: [user], point, at: now() });
  if (first.length === 0) return;
  const payload = { announcementId, group };
  const outboxId = await post(trx, jobs, { workspaceId, to: { user }, view: listView, payload });
  await noteList(trx, round, { user, point, outboxId });
}

function pointOf({ group }: List): string {
  return `list:${group ?? 'rest'}`;
}
