import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import {
  type ChannelId,
  type MessageTs,
  OutboxId,
  type SlackUserId,
  type WorkspaceId,
} from '../shared/ids.ts';
import type { Trx } from './database.ts';
import { defineJob, type Jobs } from './jobs.ts';

/**
 * A kind of message on paper: its name, and the ids it is drawn from. Renderers, elsewhere, draw it when it is sent,
 * from the state at that moment, so nothing that a person wrote waits in the outbox.
 */
export type OutboxView<Payload> = { readonly name: string; readonly payload: z.ZodType<Payload> };

/** Branded ids, literals, numbers, flags: no bare string fits. */
type Safe<Value> = Value extends string ? (string extends Value ? never : Value) : Value;
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
};

/** Queues a message to a channel or person. Messages to one channel arrive in the order in which they were queued. */
export async function post<Payload>(trx: Trx, jobs: Jobs, message: Post<Payload>): Promise<OutboxId> {
  const id = OutboxId.parse(uuidv7());
  const channelId = 'channel' in message.to ? message.to.channel : null;
  const userId = 'user' in message.to ? message.to.user : null;
  await trx
    .insertInto('outbox')
    .values({ id, kind: 'post', ...row(message), channelId, userId, threadOf: message.threadOf ?? null })
    .execute();
  await jobs.enqueue(trx, deliver, { outboxId: id }, { key: `${channelId ?? userId}` });
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
  if (kept.id === id) await jobs.enqueue(trx, deliver, { outboxId: id }, { key: `update ${message}` });
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
  await jobs.enqueue(trx, deliver, { outboxId: id }, { key: `notice ${user}` });
}

function row<Payload>({ workspaceId, view, payload }: Outgoing<Payload>) {
  return { workspaceId, view: view.name, payload: JSON.stringify(view.payload.parse(payload)) };
}
