import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { type ChannelId, MessageTs, type OutboxId } from '../../shared/ids.ts';

/** Messages carry this, so that a worker that doesn't know whether its post arrived can find it. */
export const EVENT_TYPE = 'concierge_desk';
export const metadataOf = (id: OutboxId) => ({ event_type: EVENT_TYPE, event_payload: { id } });

/** Our clock and Slack's may differ: the search begins this long before the attempt. */
const MARGIN_SECONDS = 300;

const Page = z.object({
  messages: z.array(z.unknown()).default([]),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** Most messages are other people's and of any shape; ours has this one. */
const Ours = z.object({
  ts: MessageTs,
  bot_id: z.string(),
  metadata: z.object({ event_type: z.literal(EVENT_TYPE), event_payload: z.object({ id: z.string() }) }),
});

type Where = {
  readonly id: OutboxId;
  readonly channel: ChannelId;
  readonly threadTs: MessageTs | undefined;
  readonly attemptedAt: Date;
  readonly botId: string;
};

/** Our own message with that id, wherever in the channel or thread it stands since the attempt; all pages are read. */
export async function findOurs(
  reads: WebClient,
  { id, channel, threadTs, attemptedAt, botId }: Where,
): Promise<MessageTs | undefined> {
  const oldest = `${Math.floor(attemptedAt.getTime() / 1000) - MARGIN_SECONDS}.000000`;
  let cursor: string | undefined;
  do {
    const common = {
      channel,
      oldest,
      limit: 200,
      include_all_metadata: true,
      ...(cursor !== undefined && { cursor }),
    };
    const answer =
      threadTs === undefined
        ? await reads.conversations.history(common)
        : await reads.conversations.replies({ ...common, ts: threadTs });
    const { messages, response_metadata: more } = Page.parse(answer);
    const ours = messages
      .map((message) => Ours.safeParse(message).data)
      .find((message) => message?.bot_id === botId && message.metadata.event_payload.id === id);
    if (ours) return ours.ts;
    cursor = more?.next_cursor;
  } while (cursor !== undefined && cursor !== '');
  return undefined;
}
