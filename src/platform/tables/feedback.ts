import type { ColumnType } from 'kysely';
import type {
  FeedbackId,
  MoreLink,
  Page,
  Rating,
  ResponseId,
  Sender,
  SenderId,
  Status,
} from '../../feedback/feedback.ts';
import type { TicketLink } from '../../feedback/ticket.ts';
import type { MemberRef, OutboxId, SlackUserId, WorkspaceId } from '../../shared/ids.ts';
import type { StateCode } from '../../shared/states.ts';
import type { RedactedText } from '../../shared/text.ts';

export type FeedbackTables = {
  readonly feedback: FeedbackTable;
  readonly feedbackPromises: FeedbackPromisesTable;
  readonly feedbackRates: FeedbackRatesTable;
};

/** One member's comment. */
type FeedbackTable = {
  id: FeedbackId;
  workspaceId: WorkspaceId;
  sender: Sender;
  /** What the sender calls it: a second one of that name is a repeat, or a conflict. */
  senderId: SenderId;
  /** A keyed hash of all that was sent, to tell a repeat from a conflict. */
  fingerprint: Buffer;
  memberRef: MemberRef;
  state: StateCode;
  responseId: ResponseId;
  rating: Rating;
  page: Page;
  comment: RedactedText | null;
  /** What was taken out of the comment: rules and how often. Never what it was. */
  redactions: ColumnType<unknown, string | null, never>;
  url: MoreLink | null;
  submittedAt: Date;
  receivedAt: Date;
  /** Without a comment, so counted in the line of its hour instead of posted. */
  counted: boolean;
  /** Its own message. */
  postId: OutboxId | null;
  /** The message in which it was combined with others, or counted. */
  digestId: OutboxId | null;
  status: ColumnType<Status, Status | undefined, Status>;
  owner: SlackUserId | null;
  ticket: TicketLink | null;
  /** Made from the comment by the database, to search by. */
  words: ColumnType<string, never, never>;
};

/** A row while a job is promised that posts what waits. Whoever stores a comment and finds none queues the job. */
type FeedbackPromisesTable = { workspaceId: WorkspaceId };

/** How many comments each sender has sent in each ten seconds, to all instances together. */
type FeedbackRatesTable = { workspaceId: WorkspaceId; sender: Sender; since: Date; count: number };
