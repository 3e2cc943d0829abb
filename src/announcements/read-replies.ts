import { z } from 'zod';
import { SlackUserId } from '../shared/ids.ts';
import { inTime } from '../slack/deadline.ts';
import { type ThreadReader, threadPages } from '../slack/thread-pages.ts';
import type { AnnouncementPost } from './post-store.ts';

const Replies = z.object({
  messages: z
    .array(z.object({ ts: z.string(), user: z.string().optional(), bot_id: z.string().optional() }))
    .default([]),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** More pages than this are no figure that somebody waits for. */
const MOST_PAGES = 10;
const PATIENCE_MS = 4_000;

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
    let pages = 0;
    for await (const messages of threadPages(slack.reads, { channel, ts }, (answer) =>
      Replies.parse(answer),
    )) {
      const replies = messages.filter((each) => each.ts !== ts && each.bot_id === undefined);
      found.push(...replies.flatMap(({ user }) => SlackUserId.safeParse(user).data ?? []));
      pages += 1;
      if (pages === MOST_PAGES) break;
    }
  }
  return found;
}
