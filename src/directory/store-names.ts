import type { Database, Trx } from '../platform/database.ts';
import type { SlackUserId, UserGroupId, WorkspaceId } from '../shared/ids.ts';

/** A user group's handle in the file, and what it means in Slack. */
export type NamedGroup = {
  readonly handle: string;
  readonly groupId: UserGroupId | null;
  readonly currentHandle: string | null;
  readonly isDisabled: boolean;
};

/** A person as the file names them: by e-mail address or user id. */
export type NamedPerson = { readonly reference: string; readonly userId: SlackUserId | null };

export async function namedGroups(db: Database, workspaceId: WorkspaceId): Promise<readonly NamedGroup[]> {
  return await db
    .selectFrom('directoryGroups')
    .select(['handle', 'groupId', 'currentHandle', 'isDisabled'])
    .where('workspaceId', '=', workspaceId)
    .execute();
}

export async function namedPeople(db: Database, workspaceId: WorkspaceId): Promise<readonly NamedPerson[]> {
  return await db
    .selectFrom('directoryPeople')
    .select(['reference', 'userId'])
    .where('workspaceId', '=', workspaceId)
    .execute();
}

export async function replaceGroups(
  trx: Trx,
  workspaceId: WorkspaceId,
  groups: readonly NamedGroup[],
): Promise<void> {
  await trx.deleteFrom('directoryGroups').where('workspaceId', '=', workspaceId).execute();
  if (groups.length === 0) return;
  await trx
    .insertInto('directoryGroups')
    .values(groups.map((group) => ({ workspaceId, ...group })))
    .execute();
}

export async function replacePeople(
  trx: Trx,
  workspaceId: WorkspaceId,
  people: readonly NamedPerson[],
): Promise<void> {
  await trx.deleteFrom('directoryPeople').where('workspaceId', '=', workspaceId).execute();
  if (people.length === 0) return;
  await trx
    .insertInto('directoryPeople')
    .values(people.map((person) => ({ workspaceId, ...person })))
    .execute();
}

/** A group is found by its id, or by its handle while the id isn't known. */
export async function saveGroup(
  trx: Trx,
  workspaceId: WorkspaceId,
  { groupId, handle, isDisabled }: { groupId: UserGroupId; handle: string; isDisabled: boolean },
): Promise<void> {
  await trx
    .updateTable('directoryGroups')
    .set({ groupId, currentHandle: handle, isDisabled })
    .where('workspaceId', '=', workspaceId)
    .where((eb) =>
      eb.or([eb('groupId', '=', groupId), eb.and([eb('groupId', 'is', null), eb('handle', '=', handle)])]),
    )
    .execute();
}
