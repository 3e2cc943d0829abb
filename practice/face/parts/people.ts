import type { Workspace } from '../../core/workspace.ts';
import type { Person } from '../../state/records.ts';
import type { Persona } from '../scene.ts';
import { roomsOf } from './rooms.ts';

/** Everybody, each with how much waits for them. */
export function peopleIn(workspace: Workspace): Persona[] {
  return Object.values(workspace.store.state.people).map((person) => ({
    id: person.id,
    name: person.name,
    realName: person.realName,
    role: roleOf(workspace, person),
    isBot: person.isBot,
    isStranger: person.isStranger,
    hasLeft: person.deleted,
    status: person.status?.emoji ?? '',
    unread: person.isBot || person.deleted ? 0 : waitingFor(workspace, person),
  }));
}

function waitingFor(workspace: Workspace, person: Person): number {
  return roomsOf(workspace, person)
    .filter(({ isMember }) => isMember)
    .reduce((sum, { kind, unread, mentions }) => sum + (kind === 'im' ? unread : mentions), 0);
}

const BY_GROUP: readonly (readonly [handle: string, role: string])[] = [
  ['supervisors', 'Supervisor'],
  ['product', 'Product manager'],
  ['comms', 'Comms'],
  ['compliance', 'Compliance'],
];

/** What they do here, as far as groups and channels tell. */
function roleOf({ store }: Workspace, person: Person): string {
  if (person.isBot) return 'App';
  if (person.isStranger) return 'Of another company';
  if (person.isAdmin) return 'Administrator';
  const group = BY_GROUP.find(([handle]) => store.group(handle)?.people.includes(person.id));
  if (group) return group[1];
  const names = store.channels().flatMap(({ name, members }) => (members.includes(person.id) ? [name] : []));
  if (names.some((name) => name.startsWith('care-'))) return 'Care guide';
  return names.some((name) => /^(experts|region)-/.test(name)) ? 'Expert' : 'Colleague';
}
