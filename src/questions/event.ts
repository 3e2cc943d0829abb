import { z } from 'zod';
import { ChannelId, MessageTs, SlackUserId } from '../shared/ids.ts';
import { StateCode } from '../shared/states.ts';
import type { RedactedText } from '../shared/text.ts';
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

/** What happened to a question. Who, when, why and the status before and after stand beside it in every row. */
export const EventDetail = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('asked'), to: Stop }),
  z.object({ kind: z.literal('claimed') }),
  z.object({ kind: z.literal('released'), claimer: SlackUserId }),
  z.object({ kind: z.literal('handed_over'), claimer: SlackUserId.nullable(), to: SlackUserId }),
  z.object({ kind: z.literal('escalated'), from: Stop, to: Stop, ...subject }),
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
