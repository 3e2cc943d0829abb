import { z } from 'zod';
import type { ChannelId, SlackUserId } from '../shared/ids.ts';
import { type Question, Tier, TopicChoice } from './question.ts';

/** Of what isn't resolved: what somebody who answers questions may want to look at alone. */
export const BOARD_STATUSES = ['waiting', 'live', 'unclaimed', 'mine', 'breached', 'answered'] as const;
export type BoardStatus = (typeof BOARD_STATUSES)[number];

export const BoardFilter = z.object({
  status: z.literal(BOARD_STATUSES).catch('waiting'),
  tier: Tier.nullable().catch(null),
  topic: TopicChoice.nullable().catch(null),
});
export type BoardFilter = z.infer<typeof BoardFilter>;

/** Whose board it is, and the questions of which channels are on it; null for those of all. */
export type BoardScope = { readonly user: SlackUserId; readonly channels: readonly ChannelId[] | null };

export type BoardEntry = { readonly question: Question; readonly isBreached: boolean };

export type BoardCounts = {
  readonly statuses: Readonly<Record<BoardStatus, number>>;
  /** Of those that wait. */
  readonly tiers: readonly { readonly tier: Tier; readonly count: number }[];
  readonly topics: readonly { readonly topic: TopicChoice; readonly count: number }[];
};

/** Of the questions asked in a span of time. Times in seconds; null while there is none to take. */
export type BoardFigures = {
  readonly asked: number;
  readonly claimed: number;
  readonly answered: number;
  readonly breaches: number;
  readonly claimMedian: number | null;
  readonly claimP90: number | null;
  readonly answerMedian: number | null;
  readonly answerP90: number | null;
};
