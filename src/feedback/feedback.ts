import { z } from 'zod';
import type { MemberRef, OutboxId, SlackUserId, WorkspaceId } from '../shared/ids.ts';
import type { StateCode } from '../shared/states.ts';
import type { RedactedText } from '../shared/text.ts';
import type { TicketLink } from './ticket.ts';

/** One comment of a member, or a rating without one. */
export const FeedbackId = z.uuid().brand<'FeedbackId'>();
export type FeedbackId = z.infer<typeof FeedbackId>;

export const Rating = z.enum(['good', 'neutral', 'bad']);
export type Rating = z.infer<typeof Rating>;
export const RATINGS: readonly Rating[] = Rating.options;

/** What product managers have decided. */
export const Status = z.enum(['new', 'looking', 'planned', 'shipped', 'wont_do']);
export type Status = z.infer<typeof Status>;
export const STATUSES: readonly Status[] = Status.options;

/** Who sends comments: the name of a secret in the settings. */
export const Sender = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/)
  .brand<'Sender'>();
export type Sender = z.infer<typeof Sender>;

/** What the sender calls a comment. */
export const SenderId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,128}$/)
  .brand<'SenderId'>();
export type SenderId = z.infer<typeof SenderId>;

/** What the sender's survey calls the response, such as 31719. */
export const ResponseId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/)
  .brand<'ResponseId'>();
export type ResponseId = z.infer<typeof ResponseId>;

export const LONGEST_PAGE = 100;

/** The part of the website, such as `pulse-point-billing-center`, after redaction. */
export const Page = z.string().min(1).max(LONGEST_PAGE).brand<'Page'>();
export type Page = z.infer<typeof Page>;

/** Where there is more about a comment: at a host that the settings allow, and without PHI in the address. */
export const MoreLink = z.string().startsWith('https://').max(2_000).brand<'MoreLink'>();
export type MoreLink = z.infer<typeof MoreLink>;

/** A comment as it is kept. */
export type Feedback = {
  readonly id: FeedbackId;
  readonly workspaceId: WorkspaceId;
  readonly sender: Sender;
  readonly senderId: SenderId;
  readonly memberRef: MemberRef;
  readonly state: StateCode;
  readonly responseId: ResponseId;
  readonly rating: Rating;
  readonly page: Page;
  /** Null when the member only rated. */
  readonly comment: RedactedText | null;
  readonly url: MoreLink | null;
  readonly submittedAt: Date;
  readonly receivedAt: Date;
  /** Its own message, once it has one. */
  readonly postId: OutboxId | null;
  /** The message in which it stands among others. */
  readonly digestId: OutboxId | null;
  readonly status: Status;
  readonly owner: SlackUserId | null;
  readonly ticket: TicketLink | null;
};
