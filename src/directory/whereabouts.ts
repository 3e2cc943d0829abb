import type { Database } from '../platform/database.ts';
import type { SlackUserId, WorkspaceId } from '../shared/ids.ts';
import { listedAway } from './away.ts';
import type { DirectoryReader } from './load.ts';
import { usersNamed } from './store-audience.ts';
import { type Whereabouts, whereaboutsBySlack } from './store-people.ts';

type Deps = {
  readonly db: Database;
  readonly now: () => Date;
  readonly directory: DirectoryReader;
  readonly workspace: { readonly id: WorkspaceId };
};

/**
 * In which time zone people are, and whether they are away at this moment, by their status in Slack or by an absence
 * that the directory lists. Nobody of whom neither says anything is in it.
 */
export async function whereaboutsOf(
  deps: Deps,
  users: readonly SlackUserId[],
): Promise<ReadonlyMap<SlackUserId, Whereabouts>> {
  const known = await whereaboutsBySlack(deps.db, deps.workspace.id, users);
  const listed = await usersListedAway(deps);
  const away = users
    .filter((user) => listed.has(user))
    .map((user) => [user, { timeZone: known.get(user)?.timeZone ?? null, isAway: true }] as const);
  return new Map([...known, ...away]);
}

async function usersListedAway({ db, now, directory, workspace }: Deps): Promise<ReadonlySet<SlackUserId>> {
  const live = await directory.load(workspace.id);
  const people = live ? listedAway(live.directory, now()) : [];
  return new Set(await usersNamed(db, workspace.id, people));
}
