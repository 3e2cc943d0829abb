import type { ColumnType, Generated } from 'kysely';
import type { FeedbackId, Page } from '../../feedback/feedback.ts';
import type { FilterId } from '../../feedback/filter.ts';
import type { Heat } from '../../feedback/heat.ts';
import type { HotThreadId, RoomState } from '../../feedback/hot.ts';
import type { SpikeId } from '../../feedback/spike.ts';
import type { ThemeId } from '../../feedback/theme.ts';
import type { FeedbackEventId, WorkEvent } from '../../feedback/work.ts';
import type {
  ChannelId,
  MessageTs,
  OutboxId,
  QuestionId,
  SlackUserId,
  WorkspaceId,
} from '../../shared/ids.ts';
import type { RedactedText } from '../../shared/text.ts';

export type FeedbackWorkTables = {
  readonly feedbackThemes: FeedbackThemesTable;
  readonly feedbackThemed: FeedbackThemedTable;
  readonly feedbackEvents: FeedbackEventsTable;
  readonly feedbackShippedNotes: FeedbackShippedNotesTable;
  readonly feedbackThreads: FeedbackThreadsTable;
  readonly feedbackReplies: FeedbackRepliesTable;
  readonly feedbackSpikes: FeedbackSpikesTable;
  readonly hotThreads: HotThreadsTable;
  readonly feedbackFilters: FeedbackFiltersTable;
};

type FeedbackThemesTable = { id: ThemeId; workspaceId: WorkspaceId; name: RedactedText };

type FeedbackThemedTable = { feedbackId: FeedbackId; themeId: ThemeId; workspaceId: WorkspaceId };

/** Append-only: a trigger refuses anything else. */
type FeedbackEventsTable = {
  /** The order in which they happened, also within one transaction. */
  position: Generated<string>;
  id: FeedbackEventId;
  workspaceId: WorkspaceId;
  feedbackId: FeedbackId;
  kind: WorkEvent['kind'];
  by: SlackUserId;
  at: Date;
  detail: ColumnType<unknown, string, never>;
};

/** In which threads it was said that something shipped, so that it is said once. */
type FeedbackShippedNotesTable = {
  eventId: FeedbackEventId;
  feedbackId: FeedbackId;
  workspaceId: WorkspaceId;
};

/** A row for each comment whose thread was started with a brief. */
type FeedbackThreadsTable = {
  feedbackId: FeedbackId;
  workspaceId: WorkspaceId;
  openedBy: SlackUserId;
  openedAt: Date;
  briefId: OutboxId;
};

/** Which messages are replies to comments, and whose. What they say stays in Slack. */
type FeedbackRepliesTable = {
  workspaceId: WorkspaceId;
  channelId: ChannelId;
  threadTs: MessageTs;
  ts: MessageTs;
  feedbackId: FeedbackId;
  author: SlackUserId;
  deletedAt: Date | null;
};

/** A page had more bad ratings in an hour than chance explains. One open row a page: it is called out once. */
type FeedbackSpikesTable = {
  id: SpikeId;
  workspaceId: WorkspaceId;
  page: Page;
  /** The end of the hour. */
  foundAt: Date;
  bad: number;
  expected: number;
  chance: number;
  postId: OutboxId;
  endedAt: Date | null;
};

/** A thread that was brought to the product channel, and what became of it. */
type HotThreadsTable = {
  id: HotThreadId;
  workspaceId: WorkspaceId;
  channelId: ChannelId;
  threadTs: MessageTs;
  questionId: QuestionId | null;
  feedbackId: FeedbackId | null;
  /** The message in whose thread it is. */
  rootId: OutboxId;
  heat: Heat;
  foundAt: Date;
  /** The message in the product channel. */
  postId: OutboxId;
  owner: SlackUserId | null;
  knownBy: SlackUserId | null;
  /** Whether it has a channel of its own. */
  room: ColumnType<RoomState, RoomState | undefined, RoomState>;
  roomBy: SlackUserId | null;
  roomChannel: ChannelId | null;
  /** Slack's word for why there is none. */
  roomError: string | null;
};

/** What somebody looks for again and again, under a name of their own. */
type FeedbackFiltersTable = {
  id: FilterId;
  workspaceId: WorkspaceId;
  userId: SlackUserId;
  name: RedactedText;
  filter: ColumnType<unknown, string, string>;
};
