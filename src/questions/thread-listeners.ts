import type { App } from '@slack/bolt';
import { z } from 'zod';
import { ChannelId, MessageTs, SlackUserId } from '../shared/ids.ts';
import { recordReply, replyDeleted, replyEdited, type ThreadDeps } from './follow-thread.ts';
import { timeOf } from './reply.ts';

/** A message that a person wrote in a thread. */
const Written = z.object({
  ts: MessageTs,
  thread_ts: MessageTs,
  user: SlackUserId,
  bot_id: z.undefined().optional(),
  edited: z.object({ ts: MessageTs }).optional(),
});

const Event = z.discriminatedUnion('subtype', [
  z.object({ subtype: z.undefined().optional(), channel: ChannelId, ...Written.shape }),
  z.object({ subtype: z.literal('file_share'), channel: ChannelId, ...Written.shape }),
  z.object({ subtype: z.literal('thread_broadcast'), channel: ChannelId, ...Written.shape }),
  z.object({
    subtype: z.literal('message_changed'),
    channel: ChannelId,
    message: Written,
    previous_message: z.object({ edited: z.object({ ts: MessageTs }).optional() }).optional(),
  }),
  z.object({
    subtype: z.literal('message_deleted'),
    channel: ChannelId,
    event_ts: MessageTs,
    previous_message: Written,
  }),
]);

/**
 * What happens in threads. Whatever is no reply by a person falls through the parse: our own messages, joins, messages
 * outside of threads. Events come more than once and in any order, and these use cases don't mind.
 */
export function listenForReplies(app: App, deps: ThreadDeps): void {
  app.event('message', async ({ event }) => {
    const { data } = Event.safeParse(event);
    if (!data) return;
    if (data.subtype === 'message_deleted') {
      const reply = replyOf(data.channel, data.previous_message);
      if (reply) await replyDeleted(deps, { ...reply, at: timeOf(data.event_ts) });
      return;
    }
    if (data.subtype === 'message_changed') {
      const reply = replyOf(data.channel, data.message);
      const edited = data.message.edited?.ts;
      // Slack also tells of previews and translations this way: nobody edited anything then.
      if (!reply || edited === undefined || edited === data.previous_message?.edited?.ts) return;
      await replyEdited(deps, { ...reply, at: timeOf(edited) });
      return;
    }
    const reply = replyOf(data.channel, data);
    if (reply) await recordReply(deps, reply);
  });
}

/** The message that begins a thread carries its own ts as the thread's. */
function replyOf(channel: ChannelId, written: z.infer<typeof Written>) {
  const { ts, thread_ts: threadTs, user: author } = written;
  return ts === threadTs ? undefined : { channel, ts, threadTs, author };
}
