import { z } from 'zod';
import { CLOCK_NAMES } from '../directory/directory.ts';
import { ChannelId, MessageTs, QuestionId, SlackUserId, UserGroupId } from '../shared/ids.ts';
import { StateCode } from '../shared/states.ts';
import type { RedactedText } from '../shared/text.ts';
import { Circle } from './circle.ts';
import { ClockKind } from './clock-plan.ts';
import type { QuestionEventId } from './ids.ts';
import { type Placement, type StatusName, Tier, TopicChoice } from './question.ts';

/** One end of a move. */
const Stop = z.object({
  tier: Tier,
  place: z.string(),
  placeName: z.string(),
  channel: ChannelId,
  move: z.int(),
});
export type Stop = z.infer<typeof Stop>;

const Reply = z.object({ channel: ChannelId, ts: MessageTs, author: SlackUserId });
/** The topic and state after the move: a person who escalates or retargets may change both. */
const subject = { topic: TopicChoice, state: StateCode.nullable() };
const errorCode = z.string();

/** Why the app took a question from its claimer. */
export const Absence = z.literal(['left', 'deactivated', 'away']);
export type Absence = z.infer<typeof Absence>;

/** What happened to a question. Who, when, why and the status before and after stand beside it in every row. */
export const EventDetail = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('asked'), to: Stop }),
  z.object({ kind: z.literal('claimed') }),
  /** `absent`: nobody did it; the claimer is not there any more. */
  z.object({ kind: z.literal('released'), claimer: SlackUserId, absent: Absence.optional() }),
  z.object({ kind: z.literal('handed_over'), claimer: SlackUserId.nullable(), to: SlackUserId }),
  /** `overdue`: nobody did it; the clock that ran out. */
  z.object({ kind: z.literal('escalated'), from: Stop, to: Stop, ...subject, overdue: ClockKind.optional() }),
  /** Topic or state were changed; `from` and `to` are alike when that leads to the same channel. */
  z.object({ kind: z.literal('retargeted'), from: Stop, to: Stop, ...subject }),
  /** Slack refused the card, so the question went on by itself. */
  z.object({ kind: z.literal('rerouted'), from: Stop, to: Stop, errorCode }),
  /** Slack refused the card, and there is no other channel left to try. */
  z.object({ kind: z.literal('stranded'), from: Stop, errorCode }),
  z.object({ kind: z.literal('first_response'), reply: Reply }),
  z.object({ kind: z.literal('answered'), answer: Reply }),
  z.object({ kind: z.literal('answer_edited'), answer: Reply }),
  /** The reply that was the answer has been deleted. */
  z.object({ kind: z.literal('answer_deleted'), answer: Reply }),
  z.object({ kind: z.literal('not_yet'), answer: Reply }),
  z.object({ kind: z.literal('resolved') }),
  z.object({ kind: z.literal('reopened') }),
  /** It has waited longer than the directory allows. What is done about it are events of their own. */
  z.object({ kind: z.literal('breached'), clock: ClockKind, lane: z.literal(CLOCK_NAMES) }),
  z.object({ kind: z.literal('reminded'), claimer: SlackUserId }),
  /** Those on duty were called to it; the group is null where the directory names none. */
  z.object({ kind: z.literal('pinged'), clock: ClockKind, group: UserGroupId.nullable() }),
  /** A wider circle was asked to take a live question. */
  z.object({ kind: z.literal('called'), circle: Circle, channel: ChannelId }),
  /** "Not me", to a live question. */
  z.object({ kind: z.literal('declined') }),
  /** Nobody is on the line any more. */
  z.object({ kind: z.literal('hung_up') }),
  z.object({ kind: z.literal('duplicated'), original: QuestionId }),
  /** It turned out to be a question of its own. */
  z.object({ kind: z.literal('parted'), original: QuestionId }),
]);
export type EventDetail = z.infer<typeof EventDetail>;
export type EventKind = EventDetail['kind'];

export type QuestionEvent = {
  readonly id: QuestionEventId;
  /** Null when nobody did it: the app moved the question by itself. */
  readonly by: SlackUserId | null;
  readonly at: Date;
  readonly statusBefore: StatusName | null;
  readonly statusAfter: StatusName;
  /** Why, in the words of whoever did it. */
  readonly note: RedactedText | null;
  readonly detail: EventDetail;
};

export function stopAt({ tier, place, placeName, channel, move }: Placement): Stop {
  return { tier, place, placeName, channel, move };
}
