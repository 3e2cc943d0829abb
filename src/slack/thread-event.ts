import { z } from 'zod';
import { ChannelId, MessageTs, SlackUserId } from '../shared/ids.ts';

/** A message by a person in a thread. */
export type Written = {
  readonly channel: ChannelId;
  readonly threadTs: MessageTs;
  readonly ts: MessageTs;
  readonly author: SlackUserId;
};

/** What happened to it. `at` is Slack's time of that. */
export type ThreadEvent =
  | { readonly kind: 'written'; readonly reply: Written }
  | { readonly kind: 'edited' | 'deleted'; readonly reply: Written; readonly at: Date };

const Message = z.object({
  ts: MessageTs,
  thread_ts: MessageTs,
  user: SlackUserId,
  bot_id: z.undefined().optional(),
  edited: z.object({ ts: MessageTs }).optional(),
});

const Event = z.discriminatedUnion('subtype', [
  z.object({ subtype: z.undefined().optional(), channel: ChannelId, ...Message.shape }),
  z.object({ subtype: z.literal('file_share'), channel: ChannelId, ...Message.shape }),
  z.object({ subtype: z.literal('thread_broadcast'), channel: ChannelId, ...Message.shape }),
  z.object({
    subtype: z.literal('message_changed'),
    channel: ChannelId,
    message: Message,
    previous_message: z.object({ edited: z.object({ ts: MessageTs }).optional() }).optional(),
  }),
  z.object({
    subtype: z.literal('message_deleted'),
    channel: ChannelId,
    event_ts: MessageTs,
    previous_message: Message,
  }),
]);

/**
 * Reads Slack's event `message`. Undefined for whatever is no reply by a person: our own messages, joins, messages
 * outside of threads, and changes that nobody made.
 */
export function threadEvent(event: unknown): ThreadEvent | undefined {
  const { data } = Event.safeParse(event);
  if (!data) return undefined;
  if (data.subtype === 'message_deleted') {
    const reply = replyOf(data.channel, data.previous_message);
    return reply && { kind: 'deleted', reply, at: timeOf(data.event_ts) };
  }
  if (data.subtype === 'message_changed') {
    const reply = replyOf(data.channel, data.message);
    const edited = data.message.edited?.ts;
    // Slack also tells of previews and translations this way: nobody edited anything then.
    if (!reply || edited === undefined || edited === data.previous_message?.edited?.ts) return undefined;
    return { kind: 'edited', reply, at: timeOf(edited) };
  }
  const reply = replyOf(data.channel, data);
  return reply && { kind: 'written', reply };
}

/** The message that begins a thread carries its own ts as the thread's. */
function replyOf(channel: ChannelId, written: z.infer<typeof Message>): Written | undefined {
  const { ts, thread_ts: threadTs, user: author } = written;
  return ts === threadTs ? undefined : { channel, ts, threadTs, author };
}

/** Slack names a message by the moment it was written. */
function timeOf(ts: MessageTs): Date {
  return new Date(Math.floor(Number(ts.replace('.', '')) / 1_000));
}
