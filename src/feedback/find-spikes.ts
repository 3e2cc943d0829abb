import type { Database } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import { post } from '../platform/outbox.ts';
import type { ChannelId } from '../shared/ids.ts';
import type { Page } from './feedback.ts';
import { feedbackChannel, type PlaceDeps } from './place.ts';
import { FEWEST_BAD, judgeHour, type Verdict } from './spike.ts';
import {
  badPages,
  endSpike,
  historyOfPage,
  insertSpike,
  lockSpikes,
  newSpikeId,
  openSpikes,
  surroundingsAt,
} from './spike-store.ts';
import { spikeView } from './work-jobs.ts';

export type SpikeDeps = PlaceDeps & {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly now: () => Date;
};

type Found = { readonly page: Page; readonly bad: number; readonly verdict: Verdict };

/** Calls out pages whose last hour is improbable, each once, and notes which are like themselves again. */
export async function findSpikes(deps: SpikeDeps): Promise<void> {
  const { db, now, workspace } = deps;
  const until = now();
  const [bad, open] = await Promise.all([badPages(db, workspace.id, until), openSpikes(db, workspace.id)]);
  const isOpen = new Set(open.map(({ page }) => page));
  const suspects = [...bad].filter(([page, count]) => count >= FEWEST_BAD && !isOpen.has(page));
  if (suspects.length + open.length === 0) return;

  const around = await surroundingsAt(db, workspace.id, until);
  const judge = async (page: Page): Promise<Found> => {
    const history = await historyOfPage(db, workspace.id, { page, until });
    const count = bad.get(page) ?? 0;
    return { page, bad: count, verdict: judgeHour(count, history, around) };
  };
  for (const { id, page } of open) {
    if ((await judge(page)).verdict.isCalm) await endSpike(db, id, until);
  }
  const channel = await feedbackChannel(deps);
  if (channel === null) return;
  for (const [page] of suspects) {
    const found = await judge(page);
    if (found.verdict.isSpike) await callOut(deps, found, { until, channel });
  }
}

async function callOut(
  { db, jobs, workspace }: SpikeDeps,
  { page, bad, verdict }: Found,
  { until, channel }: { readonly until: Date; readonly channel: ChannelId },
): Promise<void> {
  const { expected, chance } = verdict;
  await db.transaction().execute(async (trx) => {
    await lockSpikes(trx, workspace.id);
    const open = await openSpikes(trx, workspace.id);
    if (open.some((each) => each.page === page)) return;
    const id = newSpikeId();
    const view = { view: spikeView, payload: { spikeId: id } };
    const postId = await post(trx, jobs, { workspaceId: workspace.id, ...view, to: { channel } });
    await insertSpike(trx, workspace.id, { id, page, foundAt: until, bad, expected, chance, postId });
  });
}
