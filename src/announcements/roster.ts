import type { SlackUserId } from '../shared/ids.ts';
import type { GroupKey } from './ids.ts';
import { compareMoments, type Moment, momentOf } from './moment.ts';

/** Instead of a group: whether somebody counts at all. The deactivated, guests and people of other companies don't. */
export const AS_A_PERSON = 'person';

/** What was known of one person's place in one group at one moment. */
export type RosterWord = {
  readonly user: SlackUserId;
  readonly group: GroupKey | typeof AS_A_PERSON;
  readonly isMember: boolean;
  readonly asOf: Moment;
};

export type Belonging = {
  readonly groups: readonly GroupKey[];
  readonly joinedLate: Moment | null;
  readonly left: Moment | null;
};

type Span = { readonly publishedAt: Date; readonly countsUntil: Date; readonly now: Date };

/**
 * Everybody who belongs to the audience or has since it was published. Each word holds until the next one about the
 * same person and group, whenever it reached us. What happened after the audience was settled doesn't count.
 */
export function belongingOf(
  { publishedAt, countsUntil, now }: Span,
  audience: ReadonlyMap<GroupKey, number>,
  roster: readonly RosterWord[],
): ReadonlyMap<SlackUserId, Belonging> {
  const from = momentOf(publishedAt);
  const until = momentOf(now < countsUntil ? now : countsUntil);
  const counting = roster.filter(
    ({ group, asOf }) => asOf <= until && (group === AS_A_PERSON || audience.has(group)),
  );
  const found = new Map<SlackUserId, Belonging>();
  for (const [user, words] of Map.groupBy(counting, (word) => word.user)) {
    const belonging = settle(audience, words.toSorted(inOrder), from);
    if (belonging) found.set(user, belonging);
  }
  return found;
}

/** Of two words about one moment, the one that lets somebody in comes last, so that it holds. */
function inOrder(one: RosterWord, other: RosterWord): number {
  return compareMoments(one.asOf, other.asOf) || Number(one.isMember) - Number(other.isMember);
}

/** Follows one person through the words about them. Undefined when they never belonged. */
function settle(
  audience: ReadonlyMap<GroupKey, number>,
  words: readonly RosterWord[],
  from: Moment,
): Belonging | undefined {
  const memberOf = new Set<GroupKey>();
  let counts = true;
  let wasThere = false;
  let isThere = false;
  let joined: Moment | null = null;
  let left: Moment | null = null;
  let last: readonly GroupKey[] = [];
  for (const { group, isMember, asOf } of words) {
    if (group === AS_A_PERSON) counts = isMember;
    else if (isMember) memberOf.add(group);
    else memberOf.delete(group);
    const before = isThere;
    isThere = counts && memberOf.size > 0;
    if (isThere) last = [...memberOf];
    if (asOf <= from) wasThere = isThere;
    else if (isThere && !before) joined ??= asOf;
    if (before && !isThere && asOf > from) left = asOf;
  }
  if (!wasThere && joined === null) return undefined;
  return {
    groups: last.toSorted((one, other) => (audience.get(one) ?? 0) - (audience.get(other) ?? 0)),
    joinedLate: wasThere ? null : joined,
    left: isThere ? null : left,
  };
}
