import { z } from 'zod';
import {
  type CareTeamKey,
  type ChannelId,
  type MemberRef,
  type MessageTs,
  type OutboxId,
  type QuestionId,
  type SlackUserId,
  TopicKey,
  type WorkspaceId,
} from '../shared/ids.ts';
import type { StateCode } from '../shared/states.ts';
import type { RedactedText } from '../shared/text.ts';

/** What the form's Topic list offers: two choices of our own, then the directory's topics. */
export const TopicChoice = z.union([z.literal('general'), z.literal('state_rule'), TopicKey]);
export type TopicChoice = z.infer<typeof TopicChoice>;

export const Tier = z.literal([1, 2, 3]);
export type Tier = z.infer<typeof Tier>;

export const Exchange = z.literal(['on', 'off']);
export type Exchange = z.infer<typeof Exchange>;

/** Where a question stands, and why. */
export type Placement = {
  readonly tier: Tier;
  /** Key of the care team, region or topic. */
  readonly place: string;
  /** The place in words, complete: "Providers experts", "Northeast region", "Keystone care team". */
  readonly placeName: string;
  readonly channel: ChannelId;
  /** A clause: "because the topic is Providers". */
  readonly reason: string;
  /** 0 where it was asked; every move to another channel adds one. Buttons carry it, so a stale card moves nothing. */
  readonly move: number;
  readonly since: Date;
};

/** The reply that settled it. */
export type Answer = {
  readonly channel: ChannelId;
  readonly ts: MessageTs;
  readonly author: SlackUserId;
  readonly markedBy: SlackUserId;
  readonly at: Date;
};

export type QuestionStatus =
  | { readonly name: 'open' }
  | { readonly name: 'claimed'; readonly by: SlackUserId; readonly at: Date }
  | { readonly name: 'answered'; readonly claimedBy: SlackUserId | null; readonly answer: Answer }
  | {
      readonly name: 'resolved';
      readonly by: SlackUserId;
      readonly at: Date;
      readonly answer: Answer | null;
    };

export const StatusName = z.literal(['open', 'claimed', 'answered', 'resolved']);
export type StatusName = z.infer<typeof StatusName>;

/** A message that a question was asked about. */
export type Source = { readonly channel: ChannelId; readonly ts: MessageTs };

export type FirstResponse = { readonly by: SlackUserId; readonly at: Date };

export type Question = {
  readonly id: QuestionId;
  readonly workspaceId: WorkspaceId;
  readonly askedBy: SlackUserId;
  readonly askedAt: Date;
  readonly text: RedactedText;
  readonly topic: TopicChoice;
  readonly state: StateCode | null;
  readonly exchange: Exchange | null;
  /** Somebody is needed in person. */
  readonly irl: boolean;
  /** The member is on the line. */
  readonly live: boolean;
  readonly careTeam: CareTeamKey | null;
  /** Whom it is about. What Slack may see of them is for the members to say. */
  readonly member: MemberRef | null;
  readonly source: Source | null;
  readonly placement: Placement;
  readonly status: QuestionStatus;
  readonly firstResponse: FirstResponse | null;
  /** The one direct message that tells the asker how it stands. */
  readonly askerMessage: OutboxId | null;
  /** Since then nobody is waiting any more, so it is no longer live. */
  readonly hungUpAt: Date | null;
  /** Who has said "Not me" where it stands now. */
  readonly declinedBy: readonly SlackUserId[];
  /** The question that asks the same: the answer to that one settles both. */
  readonly duplicateOf: QuestionId | null;
};

/** Somebody waits while it stands: on the line, or in person. */
export function isLive({ live, irl, hungUpAt }: Pick<Question, 'live' | 'irl' | 'hungUpAt'>): boolean {
  return (live || irl) && hungUpAt === null;
}

/** Nobody has settled it yet. */
export function isWaiting({ status }: Pick<Question, 'status'>): boolean {
  return status.name === 'open' || status.name === 'claimed';
}

/** Who has the question in hand at the moment. Nobody once it is resolved. */
export function claimerOf({ status }: Question): SlackUserId | null {
  if (status.name === 'claimed') return status.by;
  return status.name === 'answered' ? status.claimedBy : null;
}

export function answerOf({ status }: Question): Answer | null {
  return status.name === 'answered' || status.name === 'resolved' ? status.answer : null;
}
