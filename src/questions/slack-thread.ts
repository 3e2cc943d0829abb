import { z } from 'zod';
import { errorCode } from '../platform/errors.ts';
import { type ChannelId, MessageTs, SlackUserId } from '../shared/ids.ts';
import { type ThreadReader, threadPages } from '../slack/thread-pages.ts';

/** One reply by a person, as it stands now. */
export type FoundReply = {
  readonly ts: MessageTs;
  readonly author: SlackUserId;
  readonly editedTs: MessageTs | null;
};

const Message = z.object({
  ts: MessageTs,
  user: SlackUserId.optional(),
  bot_id: z.string().optional(),
  subtype: z.string().optional(),
  edited: z.object({ ts: MessageTs }).optional(),
});
const Page = z.object({
  messages: z.array(Message).default([]),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** The thread is there no more, or not for us: asking again would not help. */
const GONE = new Set(['thread_not_found', 'channel_not_found', 'not_in_channel', 'message_not_found']);

/** All replies that people wrote in the thread; nothing when it can't be read any more. */
export async function readThread(
  reads: ThreadReader,
  { channel, threadTs }: { readonly channel: ChannelId; readonly threadTs: MessageTs },
): Promise<readonly FoundReply[] | undefined> {
  const found: FoundReply[] = [];
  try {
    const thread = { channel, ts: threadTs };
    for await (const messages of threadPages(reads, thread, (answer) => Page.parse(answer))) {
      found.push(...messages.filter(({ ts }) => ts !== threadTs).flatMap(byPerson));
    }
    return found;
  } catch (error) {
    if (GONE.has(errorCode(error) ?? '')) return undefined;
    throw error;
  }
}

/** Replies that were also sent to the channel are replies; notices that somebody joined are none. */
function byPerson({ ts, user, bot_id, subtype, edited }: z.infer<typeof Message>): readonly FoundReply[] {
  const isPlain = subtype === undefined || subtype === 'thread_broadcast' || subtype === 'file_share';
  if (user === undefined || bot_id !== undefined || !isPlain) return [];
  return [{ ts, author: user, editedTs: edited?.ts ?? null }];
}
