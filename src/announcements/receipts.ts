import type { SlackUserId } from '../shared/ids.ts';
import type { Importance } from './announcement.ts';
import type { GroupKey } from './ids.ts';
import { compareMoments, type Moment, momentOf } from './moment.ts';
import { type Belonging, belongingOf, type RosterWord } from './roster.ts';
import {
  type Answered,
  answeredBy,
  type EmojiIndex,
  emojiIndex,
  type ReceiptBy,
  receiptOf,
  type Sign,
} from './signs.ts';

/** A care team, or the experts of a topic, as it was when the announcement was published. */
export type Group = {
  readonly key: GroupKey;
  readonly name: string;
  /** Without colons. */
  readonly emoji: string;
  /** The other care teams are known so that their emoji are. */
  readonly inAudience: boolean;
};

export type ReceiptRules = {
  readonly importance: Importance;
  /** Only a team's own emoji counts for its people. */
  readonly ownEmojiOnly: boolean;
  readonly publishedAt: Date;
  /** From then on nobody joins or leaves. */
  readonly countsUntil: Date;
  readonly deadline: Date | null;
  /** Older receipts don't count: an edit asked for new ones. */
  readonly receiptsSince: Date | null;
  /** Custom emoji that are another name for one, by name. */
  readonly aliases: ReadonlyMap<string, string>;
  /** What is known up to then is looked at; what is still to come isn't. */
  readonly now: Date;
};

export type Receipt = {
  readonly at: Moment;
  readonly by: ReceiptBy;
  readonly afterDeadline: boolean;
};

export type PersonReceipt = {
  readonly user: SlackUserId;
  /** The groups of the audience that they belong to; of those who left, that they belonged to. In the groups' order. */
  readonly groups: readonly GroupKey[];
  /** When they joined, if that was after it was published. */
  readonly joinedLate: Moment | null;
  /** They don't count any more: they left their groups, or the company, or are guests now. */
  readonly left: Moment | null;
  /** Kept on record also of people who left. */
  readonly receipt: Receipt | null;
  /** They reacted, and the check question still waits. */
  readonly answerWaits: boolean;
  readonly answered: Answered | null;
  /** All that they reacted with are emoji of groups that they don't belong to. */
  readonly usedOtherEmoji: boolean;
};

export type GroupReceipts = {
  readonly group: Group;
  readonly total: number;
  readonly acknowledged: number;
  readonly late: number;
};

export type Receipts = {
  /** Everybody who belongs to the audience or has belonged to it, by user id. */
  readonly people: readonly PersonReceipt[];
  /** The groups of the audience, in their order. Somebody on two teams counts in both. */
  readonly groups: readonly GroupReceipts[];
  /** Everybody counts once. */
  readonly total: number;
  readonly acknowledged: number;
};

export type History = {
  readonly groups: readonly Group[];
  /** In any order, and any of them any number of times. */
  readonly roster: readonly RosterWord[];
  readonly signs: readonly Sign[];
};

/**
 * Who has acknowledged an announcement, when and by what, out of everything that is known about it. The same history
 * in another order, with some of it twice, comes to the same. `docs/announcements.md` has the rules in words.
 */
export function receipts(rules: ReceiptRules, { groups, roster, signs }: History): Receipts {
  const audience = groups.filter(({ inAudience }) => inAudience);
  const order = new Map(audience.map(({ key }, index) => [key, index]));
  const emoji = emojiIndex(groups, rules.aliases);
  const ofPerson = Map.groupBy(signs, ({ user }) => user);
  const people = [...belongingOf(rules, order, roster)]
    .map(([user, belonging]) => personOf(rules, emoji, { user, belonging, signs: ofPerson.get(user) ?? [] }))
    .toSorted((one, other) => (one.user < other.user ? -1 : 1));
  const counting = people.filter(({ left }) => left === null);
  return {
    people,
    groups: countsOf(audience, counting),
    total: counting.length,
    acknowledged: counting.filter(({ receipt }) => receipt !== null).length,
  };
}

type Known = {
  readonly user: SlackUserId;
  readonly belonging: Belonging;
  readonly signs: readonly Sign[];
};

function personOf(rules: ReceiptRules, emoji: EmojiIndex, { user, belonging, signs }: Known): PersonReceipt {
  const { receipt, hasReacted, usedOtherEmoji } = receiptOf(rules, { emoji, own: belonging.groups, signs });
  const deadline = rules.deadline && momentOf(rules.deadline);
  return {
    user,
    ...belonging,
    receipt: receipt && {
      ...receipt,
      afterDeadline: deadline !== null && compareMoments(receipt.at, deadline) > 0,
    },
    answerWaits: rules.importance === 'check' && receipt === null && hasReacted,
    answered: answeredBy(rules, signs),
    usedOtherEmoji,
  };
}

function countsOf(audience: readonly Group[], counting: readonly PersonReceipt[]): readonly GroupReceipts[] {
  const counts = new Map(audience.map(({ key }) => [key, { total: 0, acknowledged: 0, late: 0 }]));
  for (const { groups, receipt, joinedLate } of counting) {
    for (const key of groups) {
      const count = counts.get(key);
      if (!count) continue;
      count.total += 1;
      if (receipt) count.acknowledged += 1;
      if (joinedLate) count.late += 1;
    }
  }
  return audience.map((group) => ({ group, ...(counts.get(group.key) ?? NOBODY) }));
}

const NOBODY = { total: 0, acknowledged: 0, late: 0 };
