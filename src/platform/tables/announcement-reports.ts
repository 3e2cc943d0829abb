import type { ColumnType } from 'kysely';
import type { AnnouncementFileId, GroupKey } from '../../announcements/ids.ts';
import type { TopicChoice } from '../../questions/question.ts';
import type { AnnouncementId, OutboxId, SlackUserId, WorkspaceId } from '../../shared/ids.ts';
import type { StateCode } from '../../shared/states.ts';

export type AnnouncementReportTables = {
  readonly announcementReminders: AnnouncementRemindersTable;
  readonly announcementSweeps: AnnouncementSweepsTable;
  readonly announcementFiles: AnnouncementFilesTable;
  readonly announcementMilestones: AnnouncementMilestonesTable;
  readonly announcementCounts: AnnouncementCountsTable;
  readonly askedQuestions: AskedQuestionsView;
};

/** Who was reminded, or is to be once they are back: then without an outbox row. A lead's list is one of `list:…`. */
type AnnouncementRemindersTable = {
  announcementId: AnnouncementId;
  /** Since when receipts are asked for. */
  roundAt: Date;
  userId: SlackUserId;
  point: string;
  workspaceId: WorkspaceId;
  at: Date;
  outboxId: OutboxId | null;
};

/** Everybody in a time zone has been looked at for one point of the plan. */
type AnnouncementSweepsTable = {
  announcementId: AnnouncementId;
  roundAt: Date;
  timeZone: string;
  point: string;
  workspaceId: WorkspaceId;
  at: Date;
};

/** A table or picture on its way to Slack. `sharing` is committed before the call that shows it to somebody. */
type AnnouncementFilesTable = {
  id: AnnouncementFileId;
  workspaceId: WorkspaceId;
  announcementId: AnnouncementId;
  kind: 'table' | 'picture';
  /** Whose people it shows; null: everybody's. */
  groups: GroupKey[] | null;
  /** To whom it goes; null: into the thread. */
  forUser: SlackUserId | null;
  /** Null: the app itself, at the deadline. */
  askedBy: SlackUserId | null;
  askedAt: Date;
  slackFile: string | null;
  state: 'asked' | 'sent' | 'sharing' | 'shared' | 'rejected';
  errorCode: string | null;
};

/** What the app does once for an announcement, when its time has come. */
type AnnouncementMilestonesTable = {
  announcementId: AnnouncementId;
  what: 'picture' | 'effect';
  dueAt: Date;
  workspaceId: WorkspaceId;
  at: Date;
};

/** How it stood when it was last looked at, for lists of many: of all people, and of each group. */
type AnnouncementCountsTable = {
  announcementId: AnnouncementId;
  groupKey: GroupKey | 'all';
  workspaceId: WorkspaceId;
  total: number;
  acknowledged: number;
};

/** A view: what other rooms may know of questions. */
type AskedQuestionsView = {
  workspaceId: ColumnType<WorkspaceId, never, never>;
  askedBy: ColumnType<SlackUserId, never, never>;
  askedAt: ColumnType<Date, never, never>;
  topic: ColumnType<TopicChoice, never, never>;
  state: ColumnType<StateCode | null, never, never>;
};
