import type { Workspace } from '../core/workspace.ts';
import { emit } from '../events/emit.ts';
import { TEAM_ID } from '../state/identity.ts';
import { groupShape, personShape } from '../state/person-shape.ts';
import type { Group, Person } from '../state/records.ts';
import { removeMember } from './members.ts';

/** A deactivated person leaves every channel, as in Slack; user groups keep them. */
export function setDeactivated(workspace: Workspace, person: Person, deleted: boolean): void {
  person.deleted = deleted;
  if (deleted) {
    for (const channel of workspace.store.channels()) {
      if (channel.kind === 'channel') removeMember(workspace, channel, person.id);
    }
  }
  tellOfProfile(workspace, person);
}

function tellOfProfile(workspace: Workspace, person: Person): void {
  person.updated = workspace.store.seconds();
  workspace.changed();
  emit(workspace, { type: 'user_change', user: personShape(person, true), cache_ts: person.updated });
}

/** What stands beside a person's name. */
export function setStatus(
  workspace: Workspace,
  person: Person,
  status: { readonly emoji: string; readonly text: string },
): void {
  person.status = status;
  tellOfProfile(workspace, person);
}

export function setGroupMembers(workspace: Workspace, group: Group, people: readonly string[]): void {
  const before = group.people;
  group.people = [...people];
  workspace.changed();
  const added = people.filter((each) => !before.includes(each));
  const removed = before.filter((each) => !people.includes(each));
  emit(workspace, {
    type: 'subteam_members_changed',
    subteam_id: group.id,
    team_id: TEAM_ID,
    date_previous_update: workspace.store.seconds(),
    date_update: workspace.store.seconds(),
    added_users: added,
    added_users_count: added.length,
    removed_users: removed,
    removed_users_count: removed.length,
  });
  emitGroup(workspace, group);
}

export function setGroupDisabled(workspace: Workspace, group: Group, isDisabled: boolean): void {
  group.isDisabled = isDisabled;
  workspace.changed();
  emitGroup(workspace, group);
}

function emitGroup(workspace: Workspace, group: Group): void {
  emit(workspace, { type: 'subteam_updated', subteam: groupShape(group, true) });
}
