import { z } from 'zod';
import type { Envelope } from '../payload.ts';

const Message = z.looseObject({
  type: z.literal('message'),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  message: z.looseObject({ bot_id: z.string().optional() }).optional(),
});

/**
 * Slack tells us of each message that we post or update ourselves. There is nothing to learn from it, and it would be
 * most of the inbox.
 */
export function isOwnEcho(body: Envelope, botId: string): boolean {
  const event = Message.safeParse(body['event']);
  if (!event.success) return false;
  const { subtype, bot_id: author, message } = event.data;
  if (subtype === 'message_changed') return message?.bot_id === botId;
  return (subtype === undefined || subtype === 'bot_message') && author === botId;
}
