import type { ColumnType, Generated } from 'kysely';
import type { ChannelId, MessageTs, OutboxId, SlackUserId, WorkspaceId } from '../../shared/ids.ts';

export type SlackTables = {
  readonly inbox: InboxTable;
  readonly inboxSeen: InboxSeenTable;
  readonly outbox: OutboxTable;
  readonly slackPace: SlackPaceTable;
  readonly directMessages: DirectMessagesTable;
};

/** Events that Slack handed over and nobody has worked on yet. The row goes when the work is done. */
type InboxTable = {
  workspaceId: WorkspaceId;
  eventId: string;
  /** The envelope, encrypted: it holds what people wrote. */
  body: Buffer;
  receivedAt: ColumnType<Date, Date | undefined, never>;
  attempts: Generated<number>;
  failureCode: string | null;
};

/** Slack may send an event again for up to a day: its id outlives its row in the inbox. */
type InboxSeenTable = {
  workspaceId: WorkspaceId;
  eventId: string;
  seenAt: ColumnType<Date, Date | undefined, never>;
};

export type OutboxKind = 'post' | 'update' | 'notice';
/** `sending` is committed before each call, so that a crash during it is seen. */
export type OutboxState = 'pending' | 'sending' | 'unknown' | 'done' | 'rejected' | 'dropped';

type OutboxTable = {
  id: OutboxId;
  workspaceId: WorkspaceId;
  kind: OutboxKind;
  state: Generated<OutboxState>;
  /** Which view draws it, and of what: ids only. */
  view: string;
  payload: ColumnType<unknown, string, never>;
  /** Where it goes. A direct message has its channel filled in when it is opened. */
  channelId: ChannelId | null;
  userId: SlackUserId | null;
  /** The post in whose thread this stands. */
  threadOf: OutboxId | null;
  /** For a notice that answers a click in a thread. */
  threadTs: MessageTs | null;
  /** The post that an update redraws. */
  targetId: OutboxId | null;
  /** Slack's name for the message, once posted. */
  ts: MessageTs | null;
  attempts: Generated<number>;
  attemptedAt: Date | null;
  errorCode: string | null;
  createdAt: ColumnType<Date, Date | undefined, never>;
  settledAt: Date | null;
};

/** The earliest moment of the next call in a scope: a channel's posts, or a method in the workspace. */
type SlackPaceTable = { workspaceId: WorkspaceId; scope: string; nextAt: Date };

type DirectMessagesTable = { workspaceId: WorkspaceId; userId: SlackUserId; channelId: ChannelId };
