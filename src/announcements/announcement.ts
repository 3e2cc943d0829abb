import { z } from 'zod';
import type { AnnouncementId, OutboxId, SlackUserId, TopicKey, WorkspaceId } from '../shared/ids.ts';
import type { StateCode } from '../shared/states.ts';
import type { RedactedText } from '../shared/text.ts';
import type { Audience } from './audience.ts';
import type { CheckQuestion } from './check-question.ts';
import type { Moment } from './moment.ts';

/** For information, nothing is asked of anybody. With a check, only the right answer is a receipt. */
export const Importance = z.literal(['information', 'acknowledge', 'check']);
export type Importance = z.infer<typeof Importance>;

/** Where it is posted: the announcement channel, the channels of those it is for, or both. */
export const Placement = z.literal(['announcements', 'both', 'teams']);
export type Placement = z.infer<typeof Placement>;

/**
 * When those who miss it are reminded: never; once, when half of the time is over; twice, then and on the last day; on
 * every working day until the deadline.
 */
export const Reminders = z.literal(['none', 'once', 'twice', 'daily']);
export type Reminders = z.infer<typeof Reminders>;

export const StatusName = z.literal(['draft', 'awaiting_approval', 'scheduled', 'published', 'withdrawn']);
export type StatusName = z.infer<typeof StatusName>;

/** `countsUntil`: whoever joins until then belongs to the audience, and is marked as late; then the audience stands. */
export type Publication = { readonly at: Date; readonly countsUntil: Date };

export type AnnouncementStatus =
  | { readonly name: 'draft' }
  | { readonly name: 'awaiting_approval' }
  | { readonly name: 'scheduled' }
  | ({ readonly name: 'published' } & Publication)
  | {
      readonly name: 'withdrawn';
      readonly by: SlackUserId;
      readonly withdrawnAt: Date;
      readonly published: Publication | null;
    };

/** What is said, to whom, and what is asked of them. Everything that the form asks for. */
export type Content = {
  readonly title: RedactedText;
  /** Slack's formatting. */
  readonly text: RedactedText;
  readonly links: readonly RedactedText[];
  readonly audience: Audience;
  readonly placement: Placement;
  readonly importance: Importance;
  readonly checkQuestion: CheckQuestion | null;
  readonly reminders: Reminders;
  readonly deadline: Date | null;
  /** Null: as soon as it is handed in, and approved where that is needed. */
  readonly scheduledFor: Date | null;
  /** What it is about: questions on these are compared before and after. */
  readonly topics: readonly TopicKey[];
  readonly states: readonly StateCode[];
};

export type Announcement = Content & {
  readonly id: AnnouncementId;
  readonly workspaceId: WorkspaceId;
  /** `tracked`: a message that somebody else posted, whose receipts are kept. */
  readonly kind: 'written' | 'tracked';
  readonly status: AnnouncementStatus;
  /** 1 at first; every edit adds one. */
  readonly version: number;
  readonly author: SlackUserId;
  readonly createdAt: Date;
  readonly approval: { readonly by: SlackUserId; readonly at: Date } | null;
  /** Only a team's own emoji counts for its people. Settled when it is published. */
  readonly ownEmojiOnly: boolean;
  /** When it was last edited after it was published. */
  readonly changedAt: Date | null;
  /** An edit asked everybody for a new receipt then: older ones don't count. */
  readonly receiptsSince: Date | null;
  /** The moment up to which what is known was last compared with Slack. */
  readonly exactAsOf: Moment | null;
  /** The message that shows how it stands. */
  readonly summary: OutboxId | null;
};

/** When it was published, if it ever was. */
export function publicationOf({ status }: Pick<Announcement, 'status'>): Publication | null {
  if (status.name === 'published') return status;
  return status.name === 'withdrawn' ? status.published : null;
}

/** Whether anything is asked of the people it is for. */
export function asksForReceipts({ importance }: Pick<Content, 'importance'>): boolean {
  return importance !== 'information';
}

/** It is out, and somebody may still join those it is for. */
export function isCounting({ status }: Pick<Announcement, 'status'>, now: Date): boolean {
  return status.name === 'published' && now <= status.countsUntil;
}

/** An announcement without a deadline has one for its audience all the same: it can't grow for ever. */
const DAYS_WITHOUT_DEADLINE = 30;
const DAY_MS = 86_400_000;

export function publicationAt({ deadline }: Pick<Content, 'deadline'>, at: Date): Publication {
  const countsUntil =
    deadline !== null && deadline > at ? deadline : new Date(at.getTime() + DAYS_WITHOUT_DEADLINE * DAY_MS);
  return { at, countsUntil };
}
