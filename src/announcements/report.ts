import type { Role } from '../directory/directory.ts';
import type { SlackUserId } from '../shared/ids.ts';
import type { StateCode } from '../shared/states.ts';
import type { GroupKey } from './ids.ts';
import type { Group, PersonReceipt, Receipts } from './receipts.ts';

/** Whose people somebody may see: comms everybody's, the lead of a care team their own team's. */
export type ReportScope = 'all' | readonly GroupKey[];

/** Undefined for those who neither announce nor lead a team. */
export function scopeFor(roles: ReadonlySet<Role>, led: readonly GroupKey[]): ReportScope | undefined {
  if (roles.has('comms')) return 'all';
  return led.length > 0 ? led : undefined;
}

/** What one person's row says first. `waits`: they reacted, and the check question still waits. */
export type Standing = 'acknowledged' | 'late' | 'waits' | 'away' | 'missing';

/** `late`: after the deadline, or by somebody who joined after it was published. */
export type ReportPerson = {
  readonly user: SlackUserId;
  readonly groups: readonly GroupKey[];
  readonly standing: Standing;
  readonly isAway: boolean;
  readonly receipt: PersonReceipt['receipt'];
  readonly joinedLate: PersonReceipt['joinedLate'];
  readonly answered: PersonReceipt['answered'];
};

export type Counts = {
  readonly total: number;
  readonly acknowledged: number;
  /** Of those who have acknowledged, after the deadline. */
  readonly afterDeadline: number;
  /** Of all, those who joined after it was published. */
  readonly joinedLate: number;
  readonly missing: number;
  /** Of those who miss it, out of office. */
  readonly away: number;
  /** Of those who have answered the check question, at first try. */
  readonly rightAtFirst: number;
  readonly answered: number;
};

export type TeamReport = Counts & { readonly group: Group };
export type StateReport = Counts & { readonly state: StateCode };

export type Report = {
  readonly everybody: Counts;
  readonly teams: readonly TeamReport[];
  readonly states: readonly StateReport[];
  /** Those who count, by user id. People who left are in no list. */
  readonly people: readonly ReportPerson[];
};

type Known = {
  readonly away: ReadonlySet<SlackUserId>;
  /** Which states each group serves. */
  readonly states: ReadonlyMap<GroupKey, readonly StateCode[]>;
};

/** What a report shows of the receipts, to somebody who may see so much of them. */
export function reportOf(
  { people, groups }: Pick<Receipts, 'people' | 'groups'>,
  { away, states }: Known,
  scope: ReportScope = 'all',
): Report {
  const seen = groups.map(({ group }) => group).filter(({ key }) => scope === 'all' || scope.includes(key));
  const keys = new Set(seen.map(({ key }) => key));
  const counting = people
    .filter(
      (person) => person.left === null && (scope === 'all' || person.groups.some((key) => keys.has(key))),
    )
    .map((person) => personOf(person, away));
  const ofGroup = peopleByGroup(counting, keys);
  return {
    everybody: countsOf(counting),
    teams: seen.map((group) => ({ group, ...countsOf(ofGroup.get(group.key) ?? []) })),
    states: statesOf(counting, seen, states),
    people: counting,
  };
}

function personOf(
  { user, groups, receipt, joinedLate, answered, answerWaits }: PersonReceipt,
  away: ReadonlySet<SlackUserId>,
): ReportPerson {
  const isAway = away.has(user);
  const missing = isAway ? 'away' : answerWaits ? 'waits' : 'missing';
  const acknowledged = receipt?.afterDeadline === true || joinedLate !== null ? 'late' : 'acknowledged';
  const standing = receipt === null ? missing : acknowledged;
  return { user, groups, standing, isAway, receipt, joinedLate, answered };
}

function peopleByGroup(
  people: readonly ReportPerson[],
  keys: ReadonlySet<GroupKey>,
): ReadonlyMap<GroupKey, readonly ReportPerson[]> {
  const found = new Map<GroupKey, ReportPerson[]>([...keys].map((key) => [key, []]));
  for (const person of people) for (const key of person.groups) found.get(key)?.push(person);
  return found;
}

/** A state's people are those of the teams that serve it, each once. */
function statesOf(
  people: readonly ReportPerson[],
  groups: readonly Group[],
  states: Known['states'],
): readonly StateReport[] {
  const served = new Set(groups.flatMap(({ key }) => states.get(key) ?? []));
  return [...served].toSorted().map((state) => {
    const serving = new Set(groups.flatMap(({ key }) => (states.get(key)?.includes(state) ? [key] : [])));
    return { state, ...countsOf(people.filter((person) => person.groups.some((key) => serving.has(key)))) };
  });
}

function countsOf(people: readonly ReportPerson[]): Counts {
  const count = (fits: (person: ReportPerson) => boolean): number => people.filter(fits).length;
  const acknowledged = count(({ receipt }) => receipt !== null);
  return {
    total: people.length,
    acknowledged,
    afterDeadline: count(({ receipt }) => receipt?.afterDeadline === true),
    joinedLate: count(({ joinedLate }) => joinedLate !== null),
    missing: people.length - acknowledged,
    away: count(({ receipt, isAway }) => receipt === null && isAway),
    rightAtFirst: count(({ answered }) => answered?.first.isRight === true),
    answered: count(({ answered }) => answered !== null),
  };
}

export const PEOPLE_FILTERS = ['all', 'missing', 'acknowledged', 'late', 'away'] as const;
export type PeopleFilter = (typeof PEOPLE_FILTERS)[number];

const FITS: Readonly<Record<PeopleFilter, (person: ReportPerson) => boolean>> = {
  all: () => true,
  missing: ({ receipt }) => receipt === null,
  acknowledged: ({ receipt }) => receipt !== null,
  late: ({ standing }) => standing === 'late',
  away: ({ receipt, isAway }) => receipt === null && isAway,
};

/** The people of one team, or of all when no team is given: those who miss it first, then by when they acknowledged. */
export function listed(
  { people }: Pick<Report, 'people'>,
  { team, filter }: { readonly team: GroupKey | null; readonly filter: PeopleFilter },
): readonly ReportPerson[] {
  return people
    .filter((person) => (team === null || person.groups.includes(team)) && FITS[filter](person))
    .toSorted(missingFirst);
}

function missingFirst(one: ReportPerson, other: ReportPerson): number {
  const [first, second] = [one.receipt?.at ?? '', other.receipt?.at ?? ''];
  if (first === second) return one.user < other.user ? -1 : 1;
  return first < second ? -1 : 1;
}
