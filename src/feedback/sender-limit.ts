import type { Database } from '../platform/database.ts';
import type { Log } from '../platform/log.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import type { Sender } from './feedback.ts';
import { addToRate } from './rate-store.ts';

export type LimitDeps = {
  readonly db: Database;
  readonly log: Log;
  readonly now: () => Date;
  readonly workspace: { readonly id: WorkspaceId };
  readonly feedback: { readonly perSecond: number };
};

/** Undefined when the sender may; else after how many seconds it may again. */
export type SenderLimit = (sender: Sender, comments: number) => number | undefined;

export const WINDOW_SECONDS = 10;
const WINDOW_MS = WINDOW_SECONDS * 1_000;
/** How long what one instance counts may be news to the others. */
const SHARE_EVERY_MS = 250;

/** What this instance has let through in a window, how much of it the others know, and what they have let through. */
type Count = { since: number; here: number; shared: number; elsewhere: number; sharedAt: number };

/**
 * How much a sender sends in each ten seconds, over all instances. Nobody waits for the others' counts: an instance
 * tells them its own and learns theirs four times a second, beside the requests. So a sender gets at most a quarter of a
 * second more than its limit from each further instance, and nothing is lost when one of them ends.
 */
export function createSenderLimit(deps: LimitDeps): SenderLimit {
  const { now, feedback } = deps;
  const most = feedback.perSecond * WINDOW_SECONDS;
  const counts = new Map<Sender, Count>();

  return (sender, comments) => {
    const at = now().getTime();
    const since = at - (at % WINDOW_MS);
    const known = counts.get(sender);
    const count =
      known?.since === since
        ? known
        : { since, here: 0, shared: 0, elsewhere: 0, sharedAt: at - SHARE_EVERY_MS };
    counts.set(sender, count);
    if (count.here + count.elsewhere + comments > most) return Math.ceil((since + WINDOW_MS - at) / 1_000);
    count.here += comments;
    if (at - count.sharedAt >= SHARE_EVERY_MS) {
      count.sharedAt = at;
      void share(deps, sender, count);
    }
    return undefined;
  };
}

/** Without the database nothing is stored either, so nobody needs the count. */
async function share({ db, log, workspace }: LimitDeps, sender: Sender, count: Count): Promise<void> {
  const fresh = count.here - count.shared;
  count.shared += fresh;
  try {
    const since = new Date(count.since);
    const total = await addToRate(db, workspace.id, { sender, since, count: fresh });
    count.elsewhere = Math.max(0, total - count.shared);
  } catch (error) {
    count.shared -= fresh;
    log.failure('feedback.rate-not-shared', error);
  }
}
