import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import {
  type ChannelId,
  type MessageTs,
  OutboxId,
  type SlackUserId,
  type WorkspaceId,
} from '../shared/ids.ts';
import type { RedactedText } from '../shared/text.ts';
import { unreachable } from '../shared/unreachable.ts';
import type { Database, Trx } from './database.ts';
import { defineJob, type Jobs } from './jobs.ts';
import type { Schema } from './schema.ts';
import { uuidv7 } from './uuid.ts';

/**
 * A kind of message on paper: its name, and the ids it is drawn from. Renderers, elsewhere, draw it when it is sent,
 * from the state at that moment, so nothing that a person wrote waits in the outbox.
 */
export type OutboxView<Payload> = { readonly name: string; readonly payload: z.ZodType<Payload> };

/** Branded ids, literals, numbers, flags: neither a bare string fits nor one put together, and no text of people. */
type Safe<Value> = Value extends RedactedText
  ? never
  : Value extends z.core.$brand | number | boolean | null | undefined
    ? Value
    : Value extends string
      ? Literal<Value>
      : never;
type Literal<Text extends string> = Record<never, never> extends Record<Text, 1> ? never : Text;
type SafePayload<Payload> = { readonly [Name in keyof Payload]: Safe<Payload[Name]> };

export function defineView<Payload extends SafePayload<Payload>>(
  name: string,
  payload: z.ZodType<Payload>,
): OutboxView<Payload> {
  return { name, payload };
}

export const deliver = defineJob('slack.deliver', z.object({ outboxId: OutboxId }), {
  inOrder: true,
  // The outbox row counts its own attempts; the job only has to come back until that row is settled.
  retryLimit: 1_000_000,
  retryDelay: 1,
});

type Outgoing<Payload> = {
  readonly workspaceId: WorkspaceId;
  readonly view: OutboxView<Payload>;
  readonly payload: Payload;
};

export type Post<Payload> = Outgoing<Payload> & {
  readonly to: { readonly channel: ChannelId } | { readonly user: SlackUserId };
  /** The post in whose thread it stands. */
  readonly threadOf?: OutboxId;
  /** The message in whose thread it stands, when it is none of ours. */
  readonly threadTs?: MessageTs;
};

/** Queues a message to a channel or person. Messages to one channel arrive in the order in which they were queued. */
export async function post<Payload>(trx: Trx, jobs: Jobs, message: Post<Payload>): Promise<OutboxId> {
  const id = OutboxId.parse(uuidv7());
  const channelId = 'channel' in message.to ? message.to.channel : null;
  const userId = 'user' in message.to ? message.to.user : null;
  await trx
    .insertInto('outbox')
    .values({
      id,
      kind: 'post',
      ...row(message),
      channelId,
      userId,
      threadOf: message.threadOf ?? null,
      threadTs: message.threadTs ?? null,
    })
    .execute();
  const key = deliveryKey({ kind: 'post', channelId, userId, targetId: null });
  await jobs.enqueue(trx, deliver, { outboxId: id }, { key });
  return id;
}

/**
 * Queues a redrawing of a posted message. While one waits, further calls join it: it shows the state of the moment
 * when it is sent. The `do update` takes the waiting row's lock, so a worker can't start on it before we commit.
 */
export async function refresh(
  trx: Trx,
  jobs: Jobs,
  { workspaceId, message }: { readonly workspaceId: WorkspaceId; readonly message: OutboxId },
): Promise<void> {
  const id = OutboxId.parse(uuidv7());
  const kept = await trx
    .insertInto('outbox')
    .columns(['id', 'workspaceId', 'kind', 'view', 'payload', 'channelId', 'userId', 'targetId'])
    .expression((eb) =>
      eb
        .selectFrom('outbox as target')
        .select([
          eb.val(id).as('id'),
          'target.workspaceId',
          eb.val('update' as const).as('kind'),
          'target.view',
          sql<string>`target.payload`.as('payload'),
          'target.channelId',
          'target.userId',
          'target.id as targetId',
        ])
        .where('target.id', '=', message)
        .where('target.workspaceId', '=', workspaceId),
    )
    .onConflict((conflict) =>
      conflict
        .column('targetId')
        .where('kind', '=', sql.lit('update'))
        .where('state', '=', sql.lit('pending'))
        .doUpdateSet({ state: 'pending' }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  if (kept.id === id)
    await jobs.enqueue(
      trx,
      deliver,
      { outboxId: id },
      {
        key: deliveryKey({ kind: 'update', channelId: null, userId: null, targetId: message }),
      },
    );
}

export type Notice<Payload> = Outgoing<Payload> & {
  readonly channel: ChannelId;
  readonly user: SlackUserId;
  readonly threadTs?: MessageTs;
};

/** Queues a message that only one person sees. Slack doesn't promise to show it, so nothing may depend on it. */
export async function notice<Payload>(trx: Trx, jobs: Jobs, message: Notice<Payload>): Promise<void> {
  const id = OutboxId.parse(uuidv7());
  const { channel, user, threadTs } = message;
  await trx
    .insertInto('outbox')
    .values({
      id,
      kind: 'notice',
      ...row(message),
      channelId: channel,
      userId: user,
      threadTs: threadTs ?? null,
    })
    .execute();
  await jobs.enqueue(
    trx,
    deliver,
    { outboxId: id },
    { key: deliveryKey({ kind: 'notice', channelId: channel, userId: user, targetId: null }) },
  );
}

function row<Payload>({ workspaceId, view, payload }: Outgoing<Payload>) {
  return { workspaceId, view: view.name, payload: JSON.stringify(view.payload.parse(payload)) };
}

/** How many messages to a channel Slack hasn't taken yet. */
export async function unsettledPosts(
  db: Database,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
): Promise<number> {
  const { count } = await db
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('workspaceId', '=', workspaceId)
    .where('channelId', '=', channelId)
    .where('kind', '=', 'post')
    .where('state', 'in', ['pending', 'sending', 'unknown'])
    .executeTakeFirstOrThrow();
  return Number(count);
}

export type RejectedMessage = {
  readonly id: OutboxId;
  readonly view: string;
  readonly channelId: ChannelId | null;
  readonly userId: SlackUserId | null;
  /** Slack's word for why, such as `is_archived`. */
  readonly code: string;
  readonly at: Date;
};

/** What Slack refused for good, newest first: somebody has to look at it. */
export async function rejectedMessages(
  db: Database,
  workspaceId: WorkspaceId,
  limit: number,
): Promise<readonly RejectedMessage[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'view', 'channelId', 'userId', 'errorCode', 'settledAt', 'createdAt'])
    .where('workspaceId', '=', workspaceId)
    .where('state', '=', 'rejected')
    .orderBy('settledAt', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ errorCode, settledAt, createdAt, ...rest }) => ({
    ...rest,
    code: errorCode ?? 'unknown',
    at: settledAt ?? createdAt,
  }));
}

/**
 * Tries a refused message again from the start; false when it isn't one any more, so that two clicks make one try.
 * An update isn't tried again while a younger one of its message waits, which shows all that it would.
 */
export async function retryRejected(
  trx: Trx,
  jobs: Jobs,
  workspaceId: WorkspaceId,
  id: OutboxId,
): Promise<boolean> {
  const row = await trx
    .updateTable('outbox')
    .set({ state: 'pending', attempts: 0, settledAt: null, errorCode: null })
    .where('id', '=', id)
    .where('workspaceId', '=', workspaceId)
    .where('state', '=', 'rejected')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('outbox as other')
            .select('other.id')
            .where('other.kind', '=', 'update')
            .where('other.state', '=', 'pending')
            .whereRef('other.targetId', '=', 'outbox.targetId'),
        ),
      ),
    )
    .returning(['channelId', 'userId', 'targetId', 'kind'])
    .executeTakeFirst();
  if (!row) return false;
  await jobs.enqueue(trx, deliver, { outboxId: id }, { key: deliveryKey(row) });
  return true;
}

/** What waits for a channel, and what stands there, goes on under the channel's other id. */
export async function followChannelId(
  trx: Trx,
  workspaceId: WorkspaceId,
  { from, to }: { readonly from: ChannelId; readonly to: ChannelId },
): Promise<void> {
  await trx
    .updateTable('outbox')
    .set({ channelId: to })
    .where('workspaceId', '=', workspaceId)
    .where('channelId', '=', from)
    .execute();
}

type Addressed = Pick<Selectable<Schema['outbox']>, 'kind' | 'channelId' | 'userId' | 'targetId'>;

/** Deliveries of one key happen one after the other. Updates and notices don't hold up a channel's messages. */
function deliveryKey({ kind, channelId, userId, targetId }: Addressed): string {
  switch (kind) {
    case 'post':
      return channelId ?? `to ${userId}`;
    case 'update':
      return `update ${targetId}`;
    case 'notice':
      return `notice ${userId}`;
    default:
      return unreachable(kind);
  }
}
