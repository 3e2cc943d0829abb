import type { Database } from '../platform/database.ts';
import type { SlackUserId, WorkspaceId } from '../shared/ids.ts';
import type { Lookups } from './lookups.ts';
import { type Profile, saveProfiles, unknownPeople } from './store-people.ts';

/** From so many people on, reading the whole workspace takes fewer calls than asking for one after the other. */
const ONE_BY_ONE = 20;

type Deps = { readonly db: Database; readonly workspace: { readonly id: WorkspaceId } };

/** Finds out who the people are whom we know nothing of: nobody counts before that. */
export async function learnPeople(
  { db, workspace }: Deps,
  lookups: Lookups,
  users: readonly SlackUserId[],
): Promise<void> {
  const unknown = await unknownPeople(db, workspace.id, users);
  if (unknown.length === 0) return;
  await saveProfiles(db, workspace.id, await readProfiles(lookups, unknown));
}

/** The profiles of these people, as Slack has them now. */
export async function readProfiles(
  lookups: Lookups,
  users: readonly SlackUserId[],
): Promise<readonly Profile[]> {
  const listed = users.length > ONE_BY_ONE ? await lookups.everybody() : [];
  const wanted = new Set(users);
  const found = listed.filter(({ userId }) => wanted.has(userId));
  for (const { userId } of found) wanted.delete(userId);
  const asked: Profile[] = [];
  for (const user of wanted) {
    const profile = await lookups.person(user);
    if (profile) asked.push(profile);
  }
  return [...found, ...asked];
}
