import type { ColumnType, Generated } from 'kysely';
import type { Importance, Placement, Reminders, StatusName } from '../../announcements/announcement.ts';
import type { FormId, GroupKey } from '../../announcements/ids.ts';
import type { Moment } from '../../announcements/moment.ts';
import type { AS_A_PERSON } from '../../announcements/roster.ts';
import type { Sign } from '../../announcements/signs.ts';
import type {
  AnnouncementId,
  ChannelId,
  MessageTs,
  OutboxId,
  SlackUserId,
  TopicKey,
  WorkspaceId,
} from '../../shared/ids.ts';
import type { StateCode } from '../../shared/states.ts';
import type { RedactedText } from '../../shared/text.ts';

export type AnnouncementTables = {
  readonly announcements: AnnouncementsTable;
  readonly announcementVersions: AnnouncementVersionsTable;
  readonly announcementPosts: AnnouncementPostsTable;
  readonly announcementGroups: AnnouncementGroupsTable;
  readonly announcementMemberships: AnnouncementMembershipsTable;
  readonly announcementEvents: AnnouncementEventsTable;
  readonly announcementTold: AnnouncementToldTable;
  readonly announcementRecorded: AnnouncementRecordedTable;
  readonly customEmoji: CustomEmojiTable;
};

type Json = ColumnType<unknown, string, string>;

type CheckColumns = {
  checkText: RedactedText | null;
  checkOptions: RedactedText[] | null;
  /** Counted from 0. */
  checkRight: number | null;
  checkExplanation: RedactedText | null;
};

type AnnouncementsTable = CheckColumns & {
  id: AnnouncementId;
  workspaceId: WorkspaceId;
  /** The form it came from: a second submission of it finds this row. */
  viewId: FormId | null;
  kind: 'written' | 'tracked';
  status: StatusName;
  version: number;
  title: RedactedText;
  text: RedactedText;
  links: RedactedText[];
  audience: Json;
  placement: Placement;
  importance: Importance;
  ownEmojiOnly: boolean;
  reminders: Reminders;
  deadline: Date | null;
  scheduledFor: Date | null;
  topics: TopicKey[];
  states: StateCode[];
  author: SlackUserId;
  createdAt: Date;
  approvedBy: SlackUserId | null;
  approvedAt: Date | null;
  publishedAt: Date | null;
  countsUntil: Date | null;
  changedAt: Date | null;
  receiptsSince: Date | null;
  withdrawnBy: SlackUserId | null;
  withdrawnAt: Date | null;
  exactAsOf: Moment | null;
  /** When the signs that came in are looked at next; null when there are none. */
  settleAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
  summary: OutboxId | null;
};

/** Append-only: what was said when. */
type AnnouncementVersionsTable = CheckColumns & {
  announcementId: AnnouncementId;
  version: number;
  workspaceId: WorkspaceId;
  by: SlackUserId;
  at: Date;
  title: RedactedText;
  text: RedactedText;
  asksAgain: boolean;
};

/** A message of ours has its place in the outbox, one that was there already has its `ts`. */
type AnnouncementPostsTable = {
  announcementId: AnnouncementId;
  channelId: ChannelId;
  position: number;
  workspaceId: WorkspaceId;
  outboxId: OutboxId | null;
  ts: MessageTs | null;
  /** Those that we add to it, without colons. */
  emoji: string[];
  emojiDoneAt: Date | null;
};

type AnnouncementGroupsTable = {
  announcementId: AnnouncementId;
  key: GroupKey;
  position: number;
  workspaceId: WorkspaceId;
  name: string;
  emoji: string;
  inAudience: boolean;
};

/** Append-only words on who is in a group, or counts at all. Of several about one thing, the latest moment's holds. */
type AnnouncementMembershipsTable = {
  announcementId: AnnouncementId;
  userId: SlackUserId;
  groupKey: GroupKey | typeof AS_A_PERSON;
  asOf: Moment;
  isMember: boolean;
  workspaceId: WorkspaceId;
  seen: 'posting' | 'event' | 'reading';
};

/** Append-only, and each event once. `at` orders them, not the order in which they reached us. */
type AnnouncementEventsTable = {
  position: Generated<string>;
  announcementId: AnnouncementId;
  workspaceId: WorkspaceId;
  kind: Sign['kind'];
  userId: SlackUserId;
  at: Moment;
  channelId: ChannelId | null;
  reaction: string | null;
  /** Of the announcement, when the button was pressed or the answer given. */
  version: number | null;
  option: number | null;
  isRight: boolean | null;
  seen: 'event' | 'reading';
};

type AnnouncementToldTable = {
  announcementId: AnnouncementId;
  userId: SlackUserId;
  what: 'joined' | 'own_emoji' | 'answer_waits' | 'desk' | 'approval';
  workspaceId: WorkspaceId;
  at: Date;
  outboxId: OutboxId | null;
};

type AnnouncementRecordedTable = {
  announcementId: AnnouncementId;
  userId: SlackUserId;
  workspaceId: WorkspaceId;
  acknowledged: boolean;
};

type CustomEmojiTable = { workspaceId: WorkspaceId; name: string; aliasOf: string };
