import { z } from 'zod';
import { SlackUserId } from '../shared/ids.ts';
import { inTime } from '../slack/deadline.ts';
import type { AnnouncementPost } from './post-store.ts';

const Replies = z.object({
  messages: z
    .array(z.object({ ts: z.string(), user: z.string().optional(), bot_id: z.string().optional() }))
    .default([]),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

const PAGE = 200;
/** More pages than this are no figure that somebody waits for. */
const MOST_PAGES = 10;
const PATIENCE_MS = 4_000;

/** The part of Slack's Web API that knows threads. */
type ThreadReader = {
  readonly conversations: {
    readonly replies: (thread: {
      channel: string;
      ts: string;
      limit: number;
      cursor?: string;
    }) => Promise<unknown>;
  };
};

type Deps = { readonly slack: { readonly reads: ThreadReader } };

/** Who wrote each reply to an announcement, people only. Null while Slack can't say: the figure is then left out. */
export async function repliersTo(
  deps: Deps,
  posts: readonly AnnouncementPost[],
): Promise<readonly SlackUserId[] | null> {
  try {
    return await inTime(readAll(deps, posts), PATIENCE_MS);
  } catch {
    return null;
  }
}

async function readAll({ slack }: Deps, posts: readonly AnnouncementPost[]): Promise<readonly SlackUserId[]> {
  const found: SlackUserId[] = [];
  for (const { channel, ts, isLost } of posts) {
    if (ts === null || isLost) continue;
    let cursor = '';
    for (let page = 0; page < MOST_PAGES && (page === 0 || cursor !== ''); page += 1) {
      const more = cursor === '' ? {} : { cursor };
      const answer = Replies.parse(
        await slack.reads.conversations.replies({ channel, ts, limit: PAGE, ...more }),
      );
      const replies = answer.messages.filter((each) => each.ts !== ts && each.bot_id === undefined);
      found.push(...replies.flatMap(({ user }) => SlackUserId.safeParse(user).data ?? []));
      cursor = answer.response_metadata?.next_cursor ?? '';
    }
  }
  return found;
}
