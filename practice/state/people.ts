import { BOT_USER_ID, OTHER_TEAM_ID, TEAM_ID } from './identity.ts';
import type { Person } from './records.ts';

type Seed = readonly [name: string, realName: string, traits?: Partial<Person>];

const SEEDS: readonly Seed[] = [
  ['maya', 'Maya Brooks'],
  ['jordan', 'Jordan Ellis'],
  ['priya', 'Priya Nair', { timeZone: 'America/Chicago' }],
  ['sam', 'Sam Ortiz'],
  ['wei', 'Wei Chen', { timeZone: 'America/Los_Angeles' }],
  ['theo', 'Theo Lang'],
  ['rosa', 'Rosa Delgado'],
  ['lee', 'Lee Park'],
  ['dana', 'Dana Fox'],
  ['omar', 'Omar Haddad', { timeZone: 'America/Denver' }],
  ['quinn', 'Quinn Avery'],
  ['carmen', 'Carmen Ruiz'],
  ['ingrid', 'Ingrid Holm'],
  ['alex', 'Alex Kim', { isAdmin: true }],
  ['pat', 'Pat Stone', { isStranger: true, teamId: OTHER_TEAM_ID }],
  ['nico', 'Nico Reyes', { deleted: true }],
];

export const PEOPLE: readonly Person[] = [
  ...SEEDS.map(([name, realName, traits]) => person(`U0${name.toUpperCase()}`, name, realName, traits)),
  person(BOT_USER_ID, 'concierge', 'Concierge Desk', { isBot: true, email: '' }),
];

/** Everybody of ours who still works here. */
export const COLLEAGUES: readonly string[] = PEOPLE.filter(
  ({ isBot, isStranger, deleted }) => !isBot && !isStranger && !deleted,
).map(({ id }) => id);

function person(id: string, name: string, realName: string, traits: Partial<Person> = {}): Person {
  return {
    id,
    name,
    realName,
    email: `${name}@practice.example`,
    teamId: TEAM_ID,
    deleted: false,
    isBot: false,
    isAdmin: false,
    isRestricted: false,
    isStranger: false,
    timeZone: 'America/New_York',
    ...traits,
  };
}
