import type { CareTeamKey } from '../shared/ids.ts';
import { unreachable } from '../shared/unreachable.ts';
import { type CareTeam, type Directory, ROLES, type Role, type RoleHolders } from './directory.ts';

/** What one person is, in the directory's own words: in which of its user groups and channels, and named how. */
export type Standing = {
  readonly groups: ReadonlySet<string>;
  readonly channels: ReadonlySet<string>;
  readonly references: ReadonlySet<string>;
};

export function careTeamsIn({ careTeams }: Directory, standing: Standing): CareTeamKey[] {
  return careTeams.filter((team) => isOnTeam(team, standing)).map(({ key }) => key);
}

/** The care teams that somebody leads. */
export function ledIn({ careTeams }: Directory, standing: Standing): CareTeamKey[] {
  return careTeams.filter(({ lead }) => lead && holds(lead, standing)).map(({ key }) => key);
}

function isOnTeam({ roster, channel }: CareTeam, { groups, channels, references }: Standing): boolean {
  switch (roster.kind) {
    case 'group':
      return groups.has(roster.handle);
    case 'channel':
      return channels.has(channel);
    case 'people':
      return roster.people.some((person) => references.has(person));
    default:
      return unreachable(roster);
  }
}

export function rolesIn({ roles }: Directory, standing: Standing): ReadonlySet<Role> {
  return new Set(ROLES.filter((role) => holds(roles[role], standing)));
}

function holds({ group, people }: RoleHolders, { groups, references }: Standing): boolean {
  return (group !== undefined && groups.has(group)) || people.some((person) => references.has(person));
}
