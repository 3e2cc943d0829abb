import type { ChannelId, SlackUserId } from '../shared/ids.ts';
import type { Importance } from './announcement.ts';
import type { GroupKey } from './ids.ts';
import { compareMoments, type Moment, momentOf } from './moment.ts';
import type { Group, ReceiptRules } from './receipts.ts';

/** Something that somebody did about an announcement, which stands in a channel at most once. */
export type Sign = { readonly user: SlackUserId; readonly at: Moment } & (
  | {
      readonly kind: 'added' | 'removed';
      readonly channel: ChannelId;
      readonly reaction: string;
      /** `reading`: found there, or there no more; since when, Slack doesn't say. */
      readonly seen?: 'event' | 'reading';
    }
  | { readonly kind: 'pressed' }
  | { readonly kind: 'answered'; readonly option: number; readonly isRight: boolean }
);

/** `otherEmoji`: another care team's. */
export type ReceiptBy = 'emoji' | 'otherEmoji' | 'button' | 'answer';

/** What somebody made of the check question. `tries` counts until the right answer. */
export type Answered = {
  readonly first: { readonly option: number; readonly isRight: boolean };
  readonly tries: number;
  readonly isRight: boolean;
};

type Rules = Pick<ReceiptRules, 'importance' | 'ownEmojiOnly' | 'receiptsSince' | 'aliases' | 'now'>;
type Facts = {
  readonly emoji: EmojiIndex;
  /** Of the audience, those that the person belongs to. */
  readonly own: readonly GroupKey[];
  readonly signs: readonly Sign[];
};
type Counted = { readonly at: Moment; readonly by: ReceiptBy };

/**
 * The receipt of one person: the earliest of what stands. A reaction stands until it is taken back; a button pressed
 * and a right answer stand for good.
 */
export function receiptOf(
  rules: Rules,
  { emoji: index, own, signs }: Facts,
): { readonly receipt: Counted | null; readonly hasReacted: boolean; readonly usedOtherEmoji: boolean } {
  const known = inTime(rules, signs);
  const reacted = standingReactions(known).flatMap(({ reaction, at }) => {
    const by = kindOf(rules.aliases, { emoji: index, own }, reaction);
    return by === undefined ? [] : [{ at, by }];
  });
  const emoji = reacted.filter(({ by }) => by === 'emoji' || !rules.ownEmojiOnly);
  const pressed = known.flatMap(({ kind, at }) =>
    kind === 'pressed' ? [{ at, by: 'button' as const }] : [],
  );
  const answered = known.flatMap((sign) =>
    sign.kind === 'answered' && sign.isRight ? [{ at: sign.at, by: 'answer' as const }] : [],
  );
  const found = counting(rules.importance, { emoji, pressed, answered });
  const [receipt = null] = found.toSorted(earliest);
  return {
    receipt,
    hasReacted: reacted.length > 0 || pressed.length > 0,
    usedOtherEmoji: reacted.length > 0 && reacted.every(({ by }) => by === 'otherEmoji'),
  };
}

function counting(
  importance: Importance,
  { emoji, pressed, answered }: Readonly<Record<'emoji' | 'pressed' | 'answered', readonly Counted[]>>,
): readonly Counted[] {
  return importance === 'check' ? answered : [...emoji, ...pressed];
}

/** At one moment, an emoji of one's own counts before any other: the order of the words is the order of the kinds. */
const KINDS: readonly ReceiptBy[] = ['emoji', 'button', 'answer', 'otherEmoji'];

function earliest(one: Counted, other: Counted): number {
  return compareMoments(one.at, other.at) || KINDS.indexOf(one.by) - KINDS.indexOf(other.by);
}

/** Which groups each emoji stands for, under all its names. */
export type EmojiIndex = ReadonlyMap<string, readonly GroupKey[]>;

export function emojiIndex(groups: readonly Group[], aliases: ReadonlyMap<string, string>): EmojiIndex {
  const index = new Map<string, GroupKey[]>();
  for (const { key, emoji } of groups) {
    for (const name of namesOf(emoji, aliases)) index.set(name, [...(index.get(name) ?? []), key]);
  }
  return index;
}

/** Whose emoji a reaction is. Nobody's says nothing. */
export function meantBy(
  reaction: string,
  index: EmojiIndex,
  aliases: ReadonlyMap<string, string>,
): readonly GroupKey[] {
  return namesOf(reaction, aliases).flatMap((name) => index.get(name) ?? []);
}

function kindOf(
  aliases: Rules['aliases'],
  { emoji, own }: Pick<Facts, 'emoji' | 'own'>,
  reaction: string,
): 'emoji' | 'otherEmoji' | undefined {
  const meant = meantBy(reaction, emoji, aliases);
  if (meant.some((key) => own.includes(key))) return 'emoji';
  return meant.length === 0 ? undefined : 'otherEmoji';
}

/** The name without a skin tone, and what it is another name for. */
function namesOf(reaction: string, aliases: ReadonlyMap<string, string>): readonly string[] {
  const names: string[] = [];
  let name: string | undefined = reaction.replace(/::skin-tone-[2-6]$/, '');
  while (name !== undefined && !names.includes(name)) {
    names.push(name);
    name = aliases.get(name);
  }
  return names;
}

type Reacted = Extract<Sign, { kind: 'added' | 'removed' }>;

/** The reactions that are there, each with the moment from which it has been there without a break. */
export function standingReactions(signs: readonly Sign[]): readonly Reacted[] {
  const reactions = signs.filter(isReaction);
  const there = new Map<string, Reacted>();
  for (const sign of reactions.toSorted(inOrder)) {
    const place = `${sign.channel} ${sign.reaction}`;
    if (sign.kind === 'removed') there.delete(place);
    else if (!there.has(place) || isBetterWord(sign, there.get(place))) there.set(place, sign);
  }
  return [...there.values()];
}

/** Whoever looked before the event arrived could only say that it was there: the event says since when. */
function isBetterWord({ seen }: Reacted, known: Reacted | undefined): boolean {
  return known?.seen === 'reading' && seen !== 'reading';
}

/** Slack gives each event a moment of its own; should two share one, the reaction is there. */
function inOrder(one: Reacted, other: Reacted): number {
  return compareMoments(one.at, other.at) || Number(one.kind === 'added') - Number(other.kind === 'added');
}

function inTime({ receiptsSince, now }: Rules, signs: readonly Sign[]): readonly Sign[] {
  const until = momentOf(now);
  const from = receiptsSince && momentOf(receiptsSince);
  return signs.filter(({ at }) => at <= until && (from === null || at >= from));
}

/** What somebody answered, from the first try to the right one. Null when they haven't. */
export function answeredBy(rules: Rules, signs: readonly Sign[]): Answered | null {
  const answers = inTime(rules, signs)
    .filter((sign) => sign.kind === 'answered')
    .toSorted((one, other) => compareMoments(one.at, other.at) || one.option - other.option);
  // Sent twice, or chosen again at once, it is one try.
  const distinct = answers.filter((answer, index) => answer.option !== answers[index - 1]?.option);
  const [first] = distinct;
  if (!first) return null;
  const right = distinct.findIndex(({ isRight }) => isRight);
  return {
    first: { option: first.option, isRight: first.isRight },
    tries: right === -1 ? distinct.length : right + 1,
    isRight: right !== -1,
  };
}

type Reaction = { readonly user: SlackUserId; readonly reaction: string };

/**
 * What was read of one message that the known signs don't say, as signs of the moment `asOf`. An event of a later moment
 * counts more than the reading.
 */
export function differences(
  known: readonly Sign[],
  read: readonly Reaction[],
  { channel, asOf }: { readonly channel: ChannelId; readonly asOf: Moment },
): readonly Reacted[] {
  const placeOf = ({ user, reaction }: Reaction): string => `${user} ${reaction}`;
  const last = new Map<string, Reacted>();
  for (const sign of known.filter(isReaction).toSorted(inOrder)) last.set(placeOf(sign), sign);
  const isOlder = (sign: Reacted | undefined): boolean => sign === undefined || sign.at < asOf;
  const found = new Map(read.map((each) => [placeOf(each), each]));
  const added = [...found].flatMap(([place, { user, reaction }]) => {
    const before = last.get(place);
    const isNews = before?.kind !== 'added' && isOlder(before);
    return isNews ? [{ kind: 'added' as const, user, reaction, channel, at: asOf }] : [];
  });
  const removed = [...last].flatMap(([place, { kind, user, reaction, at }]) =>
    kind === 'added' && !found.has(place) && at < asOf
      ? [{ kind: 'removed' as const, user, reaction, channel, at: asOf }]
      : [],
  );
  return [...added, ...removed];
}

function isReaction(sign: Sign): sign is Reacted {
  return sign.kind === 'added' || sign.kind === 'removed';
}
