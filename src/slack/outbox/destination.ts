import type { WebClient } from '@slack/web-api';
import type { Database } from '../../platform/database.ts';
import { ChannelId, type MessageTs } from '../../shared/ids.ts';
import { directMessage, find, type OutboxRow, rememberDirectMessage } from './store.ts';
import { SlackCode } from './verdict.ts';

/** Where a row's message goes, once what it hangs on is there. */
export type Destination =
  | Ready
  | { readonly kind: 'wait' }
  | { readonly kind: 'pointless'; readonly code: SlackCode };

export type Ready = {
  readonly kind: 'ready';
  readonly channel: ChannelId;
  readonly threadTs?: MessageTs;
  readonly ts?: MessageTs;
};

type Deps = {
  readonly db: Database;
  readonly posting: WebClient;
  /** Waits for a turn to open a direct message; false when it is too far off. */
  readonly mayOpen: () => Promise<boolean>;
};

export async function destinationOf(deps: Deps, row: OutboxRow): Promise<Destination> {
  if (row.kind === 'update') return await messageToUpdate(deps.db, row);
  const channel = row.kind === 'notice' ? row.channelId : await channelOf(deps, row);
  if (channel === 'later') return { kind: 'wait' };
  if (channel === null) return { kind: 'pointless', code: SlackCode.parse('no_destination') };
  if (row.threadOf === null) {
    return { kind: 'ready', channel, ...(row.threadTs !== null && { threadTs: row.threadTs }) };
  }
  const root = await find(deps.db, row.threadOf);
  if (root?.ts != null) return { kind: 'ready', channel, threadTs: root.ts };
  if (root?.state === 'rejected' || root?.state === 'dropped') {
    return { kind: 'pointless', code: SlackCode.parse('thread_missing') };
  }
  return { kind: 'wait' };
}

async function messageToUpdate(db: Database, { targetId }: OutboxRow): Promise<Destination> {
  const target = targetId === null ? undefined : await find(db, targetId);
  if (target?.state === 'done' && target.ts !== null && target.channelId !== null) {
    return { kind: 'ready', channel: target.channelId, ts: target.ts };
  }
  // Not posted yet: when it is, it will be drawn from the state of that moment, which is at least as new as ours.
  if (target?.state === 'pending') return { kind: 'pointless', code: SlackCode.parse('not_posted_yet') };
  if (target?.state === 'sending' || target?.state === 'unknown') return { kind: 'wait' };
  return { kind: 'pointless', code: SlackCode.parse('message_missing') };
}

/** A person's direct message has a channel id, without which a lost answer could not be looked up; opening it is idempotent. */
async function channelOf(
  { db, posting, mayOpen }: Deps,
  { workspaceId, channelId, userId }: OutboxRow,
): Promise<ChannelId | 'later' | null> {
  if (channelId !== null || userId === null) return channelId;
  const known = await directMessage(db, workspaceId, userId);
  if (known !== undefined) return known;
  if (!(await mayOpen())) return 'later';
  const { channel } = await posting.conversations.open({ users: userId });
  const opened = ChannelId.parse(channel?.id);
  await rememberDirectMessage(db, workspaceId, userId, opened);
  return opened;
}
