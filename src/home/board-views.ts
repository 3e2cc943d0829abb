import type { KnownBlock } from '@slack/types';
import type { BoardCounts, BoardFilter, BoardStatus } from '../questions/board.ts';
import {
  age,
  ago,
  type BoardPage,
  CLAIM,
  channel,
  clickValue,
  type LinkedEntry,
  linked,
  person,
  standing,
} from '../questions/index.ts';
import { isLive, isWaiting, type Tier, type TopicChoice } from '../questions/question.ts';
import { actions, button, context, divider, header, option, section, typedText } from '../slack/blocks.ts';
import { select } from '../slack/form.ts';
import { BOARD_BACK, BOARD_ON, pager } from './pager-views.ts';

export const STATUS_FILTER = 'home.status';
export const TIER_FILTER = 'home.tier';
export const TOPIC_FILTER = 'home.topic';
/** The value of a choice that takes a filter away. */
export const EVERY = 'every';

export const BOARD_SHOWN = 8;
const EXCERPT_BYTES = 300;

export type BoardFacts = {
  readonly shown: BoardPage;
  readonly counts: BoardCounts;
  readonly filter: BoardFilter;
  /** What the form's list of topics offers, in words. */
  readonly topics: readonly { readonly topic: TopicChoice; readonly name: string }[];
};

/** What others have asked, for those who answer. */
export function boardPart(facts: BoardFacts, now: Date): KnownBlock[] {
  const { shown, counts } = facts;
  return [
    divider(),
    header('Questions to answer'),
    section(overview(counts)),
    ...filters(facts),
    ...(shown.total === 0 ? [context('There is nothing here at the moment.')] : []),
    ...shown.entries.slice(0, BOARD_SHOWN).flatMap((entry) => entryBlocks(entry, now)),
    ...pager({ ...shown, pageSize: BOARD_SHOWN, newer: BOARD_BACK, older: BOARD_ON }),
  ];
}

const STATUSES: Readonly<Record<BoardStatus, string>> = {
  waiting: 'All that wait',
  live: 'Live',
  unclaimed: 'Unclaimed',
  mine: 'Mine',
  breached: 'Over their time',
  answered: 'Answered, not resolved',
};

const OVERVIEW: readonly (readonly [BoardStatus, string])[] = [
  ['live', ':red_circle: Live'],
  ['unclaimed', 'Unclaimed'],
  ['mine', 'Mine'],
  ['breached', ':warning: Over their time'],
  ['waiting', 'All that wait'],
];

function overview({ statuses, tiers }: BoardCounts): string {
  const byStatus = OVERVIEW.map(([status, label]) => `${label} *${statuses[status]}*`).join(' · ');
  const byTier = tiers.map(({ tier, count }) => `Tier ${tier} *${count}*`).join(' · ');
  return byTier === '' ? byStatus : `${byStatus}\n${byTier}`;
}

function filters({ counts, filter, topics }: BoardFacts): KnownBlock[] {
  const statuses = Object.entries(STATUSES).map(([status, label]) => option(label, status));
  const tiers = [option('Every tier', EVERY), ...TIERS.map((tier) => option(`Tier ${tier}`, `${tier}`))];
  const count = new Map(counts.topics.map((each) => [each.topic, each.count]));
  const named = topics.map(({ topic, name }) => {
    const waiting = count.get(topic) ?? 0;
    return option(waiting === 0 ? name : `${waiting} · ${name}`, topic);
  });
  return actions([
    { ...select({ options: statuses }, 'Which ones', filter.status), action_id: STATUS_FILTER },
    { ...select({ options: tiers }, 'Tier', `${filter.tier ?? EVERY}`), action_id: TIER_FILTER },
    {
      ...select({ options: [option('Every topic', EVERY), ...named] }, 'Topic', filter.topic ?? EVERY),
      action_id: TOPIC_FILTER,
    },
  ]);
}

const TIERS: readonly Tier[] = [1, 2, 3];

function entryBlocks({ question, topic, cardLink, isBreached }: LinkedEntry, now: Date): KnownBlock[] {
  const { id, askedBy, askedAt, placement, status, text } = question;
  const isLiveNow = isLive(question) && isWaiting(question);
  const state = [
    ...(isBreached ? [':warning: *Over its time*'] : []),
    status.name === 'claimed' ? `Claimed by ${person(status.by)}` : STATUS_WORDS[status.name],
    `${standing(placement)} in ${channel(placement.channel)}`,
    ...(cardLink === null ? [] : [linked('Open the card', cardLink)]),
    // Within the date itself Slack reads no mention.
    `Asked by ${person(askedBy)} ${ago('', askedAt, `${age(askedAt, now)} ago`)}`,
  ];
  const value = clickValue({ questionId: id, seen: placement.move });
  const isForAll = status.name === 'open' && question.duplicateOf === null;
  const label = isLiveNow ? "I'll take it" : 'Claim';
  return [
    typedText(isLiveNow ? `🔴 LIVE · ${topic}` : topic, text, EXCERPT_BYTES),
    context(state.join(' · ')),
    ...actions(isForAll ? [button({ label, action: CLAIM, value, style: 'primary' })] : []),
  ];
}

const STATUS_WORDS = {
  open: '*Unclaimed*',
  claimed: 'Claimed',
  answered: 'Answered',
  resolved: 'Resolved',
} as const;
