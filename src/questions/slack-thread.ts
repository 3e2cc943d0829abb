import { z } from 'zod';
import { errorCode } from '../platform/errors.ts';
import { type ChannelId, MessageTs, SlackUserId } from '../shared/ids.ts';

/** The part of Slack's Web API that reads a thread. */
export type RepliesReader = {
  readonly conversations: {
    readonly replies: (thread: {
      channel: string;
      ts: string;
      limit: number;
      cursor?: string;
    }) => Promise<unknown>;
  };
};

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

const PAGE = 200;
/** The thread is there no more, or not for us: asking again would not help. */
const GONE = new Set(['thread_not_found', 'channel_not_found', 'not_in_channel', 'message_not_found']);

/** All replies that people wrote in the thread; nothing when it can't be read any more. */
export async function readThread(
  slack: RepliesReader,
  { channel, threadTs }: { readonly channel: ChannelId; readonly threadTs: MessageTs },
): Promise<readonly FoundReply[] | undefined> {
  const found: FoundReply[] = [];
  let cursor: string | undefined;
  do {
    const answer = await slack.conversations
      .replies({ channel, ts: threadTs, limit: PAGE, ...(cursor !== undefined && { cursor }) })
      .catch((error: unknown) => {
        if (GONE.has(errorCode(error) ?? '')) return undefined;
        throw error;
      });
    if (answer === undefined) return undefined;
    const page = Page.parse(answer);
    found.push(...page.messages.filter(({ ts }) => ts !== threadTs).flatMap(byPerson));
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor !== undefined);
  return found;
}

/** Replies that were also sent to the channel are replies; notices that somebody joined are none. */
function byPerson({ ts, user, bot_id, subtype, edited }: z.infer<typeof Message>): readonly FoundReply[] {
  const isPlain = subtype === undefined || subtype === 'thread_broadcast' || subtype === 'file_share';
  if (user === undefined || bot_id !== undefined || !isPlain) return [];
  return [{ ts, author: user, editedTs: edited?.ts ?? null }];
}
