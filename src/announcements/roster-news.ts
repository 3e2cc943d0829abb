import {
  type LiveDirectory,
  type MembershipWord,
  peopleAmong,
  wordsOnExperts,
  wordsOnTeam,
} from '../directory/index.ts';
import type { Database } from '../platform/database.ts';
import type { SlackUserId, WorkspaceId } from '../shared/ids.ts';
import type { GroupKey } from './ids.ts';
import { compareMoments, type Moment, momentFrom, momentOf } from './moment.ts';
import { AS_A_PERSON, type RosterWord } from './roster.ts';
import { teamKey, topicKey } from './targets.ts';

type Place = { readonly workspaceId: WorkspaceId; readonly live: LiveDirectory };

/** What is known of who is in the groups now. `at` is the time of words that have none of their own. */
export async function wordsOnGroups(
  db: Database,
  { workspaceId, live }: Place,
  { groups, at }: { readonly groups: readonly GroupKey[]; readonly at: Date },
): Promise<readonly RosterWord[]> {
  const words: RosterWord[] = [];
  for (const group of groups) {
    for (const { user, isMember, asOf } of await wordsOn(db, { workspaceId, live }, group)) {
      words.push({ user, group, isMember, asOf: asOf === null ? momentOf(at) : momentFrom(asOf) });
    }
  }
  return words;
}

async function wordsOn(
  db: Database,
  { workspaceId, live }: Place,
  group: GroupKey,
): Promise<readonly MembershipWord[]> {
  const { careTeams, topics } = live.directory;
  const team = careTeams.find(({ key }) => teamKey(key) === group);
  if (team) return await wordsOnTeam(db, workspaceId, live, team);
  const topic = topics.find(({ key }) => topicKey(key) === group);
  return topic ? await wordsOnExperts(db, workspaceId, live, topic) : [];
}

/** So that whatever is learnt of somebody counts more. */
const LONG_AGO = momentFrom(1_000_000_000);

/** Who of them doesn't count at all. Somebody of whom nothing is known doesn't either. */
export async function wordsOnPeople(
  db: Database,
  workspaceId: WorkspaceId,
  users: readonly SlackUserId[],
): Promise<readonly RosterWord[]> {
  const known = new Map((await peopleAmong(db, workspaceId, users)).map((each) => [each.user, each]));
  return users.map((user) => {
    const found = known.get(user);
    return {
      user,
      group: AS_A_PERSON,
      isMember: found?.counts ?? false,
      asOf: found ? momentFrom(found.asOf) : LONG_AGO,
    };
  });
}

/**
 * What of `found` says anything new: the latest word about each person and group that isn't what the latest known one
 * says, and whoever is known to be in a group of which nothing says so any more.
 */
export function news(
  known: readonly RosterWord[],
  found: readonly RosterWord[],
  { groups, at }: { readonly groups: readonly RosterWord['group'][]; readonly at: Moment },
): readonly RosterWord[] {
  const before = latest(known);
  const now = latest(found);
  const changed = [...now].flatMap(([key, word]) => {
    const last = before.get(key);
    if (last === undefined) return saysSomething(word) ? [word] : [];
    const isNews = last.isMember !== word.isMember && (last.asOf < word.asOf || isOfSameSecond(last, word));
    return isNews ? [{ ...word, asOf: later(last.asOf, word.asOf) }] : [];
  });
  const gone = [...before].flatMap(([key, word]) =>
    word.isMember && word.group !== AS_A_PERSON && groups.includes(word.group) && !now.has(key)
      ? [{ ...word, isMember: false, asOf: at }]
      : [],
  );
  return [...changed, ...gone];
}

/** Slack dates profiles by the second: of two in one, the one that was learnt last holds. */
function isOfSameSecond(one: RosterWord, other: RosterWord): boolean {
  return one.group === AS_A_PERSON && Math.floor(Number(one.asOf)) === Math.floor(Number(other.asOf));
}

function later(last: Moment, found: Moment): Moment {
  if (last < found) return found;
  const [seconds = '', micros = ''] = last.split('.');
  return momentFrom(`${seconds}.${`${Math.min(Number(micros) + 1, 999_999)}`.padStart(6, '0')}`);
}

/** Whoever nothing is known of is in no group, and counts. */
function saysSomething({ group, isMember }: RosterWord): boolean {
  return group === AS_A_PERSON ? !isMember : isMember;
}

function latest(words: readonly RosterWord[]): ReadonlyMap<string, RosterWord> {
  const found = new Map<string, RosterWord>();
  for (const word of words) {
    const key = `${word.user} ${word.group}`;
    const last = found.get(key);
    const order = last
      ? compareMoments(last.asOf, word.asOf) || Number(last.isMember) - Number(word.isMember)
      : -1;
    if (order <= 0) found.set(key, word);
  }
  return found;
}
