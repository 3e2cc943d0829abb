import type { Trx } from '../platform/database.ts';
import { post } from '../platform/outbox.ts';
import type { ChannelId } from '../shared/ids.ts';
import { tallyView } from './jobs.ts';
import { feedbackChannel } from './place.ts';
import type { PostDeps } from './post-waiting.ts';
import { countInLine, firstUncounted } from './posting-store.ts';
import { forgetRates } from './rate-store.ts';

const HOUR_MS = 3_600_000;

type Deps = PostDeps & { readonly now: () => Date };

/** A line for each hour that is over and has ratings without a comment that nobody has counted. */
export async function countSilent(deps: Deps): Promise<void> {
  const { db, now, workspace } = deps;
  const at = now();
  await forgetRates(db, workspace.id, new Date(at.getTime() - HOUR_MS));
  const channel = await feedbackChannel(deps);
  if (channel === null) return;
  const over = new Date(at.getTime() - (at.getTime() % HOUR_MS));
  let counted = true;
  while (counted) {
    counted = await db.transaction().execute(async (trx) => await countHour(trx, deps, { channel, over }));
  }
}

async function countHour(
  trx: Trx,
  { jobs, metrics, workspace }: Deps,
  { channel, over }: { readonly channel: ChannelId; readonly over: Date },
): Promise<boolean> {
  const first = await firstUncounted(trx, workspace.id, over);
  if (!first) return false;
  const view = { view: tallyView, payload: { first: first.id } };
  const digestId = await post(trx, jobs, { workspaceId: workspace.id, ...view, to: { channel } });
  const received = first.receivedAt.getTime();
  const from = new Date(received - (received % HOUR_MS));
  const count = await countInLine(trx, workspace.id, {
    from,
    until: new Date(from.getTime() + HOUR_MS),
    digestId,
  });
  metrics.feedbackPosted.inc({ as: 'count' }, count);
  return true;
}
