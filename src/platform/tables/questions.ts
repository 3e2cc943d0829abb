import type { ColumnType, Generated } from 'kysely';
import type { ClockName, PlaceStatus } from '../../directory/directory.ts';
import type { Circle } from '../../questions/circle.ts';
import type { ClockKind } from '../../questions/clock-plan.ts';
import type { EventKind } from '../../questions/event.ts';
import type { CallId, ClockId, QuestionEventId, UnpostableId, ViewId } from '../../questions/ids.ts';
import type { Exchange, StatusName, Tier, TopicChoice } from '../../questions/question.ts';
import type { FindingType } from '../../redaction/finding.ts';
import type { RuleId } from '../../redaction/rules.ts';
import type {
  CareTeamKey,
  ChannelId,
  MemberRef,
  MessageTs,
  OutboxId,
  QuestionId,
  SlackUserId,
  UserGroupId,
  WorkspaceId,
} from '../../shared/ids.ts';
import type { StateCode } from '../../shared/states.ts';
import type { RedactedText } from '../../shared/text.ts';

export type QuestionTables = {
  readonly questions: QuestionsTable;
  readonly questionEvents: QuestionEventsTable;
  readonly questionCards: QuestionCardsTable;
  readonly questionReplies: QuestionRepliesTable;
  readonly preferences: PreferencesTable;
  readonly unpostablePlaces: UnpostablePlacesTable;
  readonly questionRedactions: QuestionRedactionsTable;
  readonly redactionChoices: RedactionChoicesTable;
  readonly redactionOverruled: RedactionOverruledView;
  readonly questionClocks: QuestionClocksTable;
  readonly questionCalls: QuestionCallsTable;
  readonly liveWaits: LiveWaitsView;
};

type QuestionsTable = {
  id: QuestionId;
  workspaceId: WorkspaceId;
  /** The form it came from: a second submission of it finds this row. */
  viewId: ViewId | null;
  askedBy: SlackUserId;
  askedAt: Date;
  text: RedactedText;
  topic: TopicChoice;
  state: StateCode | null;
  exchange: Exchange | null;
  irl: boolean;
  live: boolean;
  careTeam: CareTeamKey | null;
  memberRef: MemberRef | null;
  sourceChannel: ChannelId | null;
  sourceTs: MessageTs | null;
  tier: Tier;
  place: string;
  placeName: string;
  channelId: ChannelId;
  reason: string;
  move: number;
  placedAt: Date;
  status: StatusName;
  claimedBy: SlackUserId | null;
  claimedAt: Date | null;
  answerChannel: ChannelId | null;
  answerTs: MessageTs | null;
  answerAuthor: SlackUserId | null;
  answerMarkedBy: SlackUserId | null;
  answeredAt: Date | null;
  resolvedBy: SlackUserId | null;
  resolvedAt: Date | null;
  firstResponseBy: SlackUserId | null;
  firstResponseAt: Date | null;
  askerMessage: OutboxId | null;
  hungUpAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  declinedBy: ColumnType<SlackUserId[], SlackUserId[] | undefined, SlackUserId[]>;
  duplicateOf: ColumnType<QuestionId | null, QuestionId | null | undefined, QuestionId | null>;
};

/** Append-only: a trigger refuses anything else. */
type QuestionEventsTable = {
  /** The order in which they happened, also within one transaction. */
  position: Generated<string>;
  id: QuestionEventId;
  workspaceId: WorkspaceId;
  questionId: QuestionId;
  kind: EventKind;
  by: SlackUserId | null;
  at: Date;
  statusBefore: StatusName | null;
  statusAfter: StatusName;
  note: RedactedText | null;
  detail: ColumnType<unknown, string, never>;
};

type QuestionCardsTable = {
  questionId: QuestionId;
  move: number;
  workspaceId: WorkspaceId;
  channelId: ChannelId;
  outboxId: OutboxId;
  /** When the notes were posted that link its thread with the one before. */
  linkedAt: Date | null;
};

/** Which messages are replies, and whose. What they say stays in Slack. */
type QuestionRepliesTable = {
  workspaceId: WorkspaceId;
  channelId: ChannelId;
  threadTs: MessageTs;
  ts: MessageTs;
  questionId: QuestionId;
  author: SlackUserId;
  editedAt: Date | null;
  deletedAt: Date | null;
};

/** What somebody chose last, for their next form. */
type PreferencesTable = {
  workspaceId: WorkspaceId;
  userId: SlackUserId;
  state: StateCode | null;
  topic: TopicChoice | null;
};

/** Channels of the directory that a question could not be posted to. One open row a channel: it is told of once. */
type UnpostablePlacesTable = {
  id: UnpostableId;
  workspaceId: WorkspaceId;
  name: string;
  channelId: ChannelId | null;
  status: PlaceStatus;
  questionId: QuestionId | null;
  foundAt: Date;
  clearedAt: Date | null;
};

/** A clock that runs while a question waits. A job comes at `nextAt`; what the row says then is what counts. */
type QuestionClocksTable = {
  id: ClockId;
  workspaceId: WorkspaceId;
  questionId: QuestionId;
  kind: ClockKind;
  lane: ClockName;
  move: number;
  startedAt: Date;
  dueAt: Date;
  /** What is done at which moment, settled when the clock was started. */
  plan: ColumnType<unknown, string, never>;
  /** How much of the plan is done. */
  step: number;
  /** Null once all of it is done. */
  nextAt: Date | null;
  breachedAt: Date | null;
  stoppedAt: Date | null;
};

/** Wider circles that were asked to take a live question, each once. */
type QuestionCallsTable = {
  id: CallId;
  workspaceId: WorkspaceId;
  questionId: QuestionId;
  move: number;
  circle: Circle;
  channelId: ChannelId;
  who: string;
  groupId: UserGroupId | null;
  outboxId: OutboxId;
  at: Date;
};

/** How long live questions waited for the first human. */
type LiveWaitsView = {
  questionId: QuestionId;
  workspaceId: WorkspaceId;
  askedAt: Date;
  careTeam: CareTeamKey | null;
  team: string;
  firstHumanAt: Date | null;
  seconds: number | null;
};

/** What was taken out of a question and of the notes to it. Never what it was. */
type QuestionRedactionsTable = {
  questionId: QuestionId;
  part: 'question' | 'note';
  rule: RuleId;
  type: FindingType;
  count: number;
  workspaceId: WorkspaceId;
};

/** Append-only. What the asker said of each finding that they could overrule. */
type RedactionChoicesTable = {
  questionId: QuestionId;
  position: number;
  workspaceId: WorkspaceId;
  by: SlackUserId;
  at: Date;
  rule: RuleId;
  type: FindingType;
  kept: boolean;
};

/** A view over the table above. */
type RedactionOverruledView = {
  workspaceId: ColumnType<WorkspaceId, never, never>;
  rule: ColumnType<RuleId, never, never>;
  shown: ColumnType<string, never, never>;
  overruled: ColumnType<string, never, never>;
};
