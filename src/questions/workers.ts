import { type Worker, worker } from '../platform/jobs.ts';
import { cardRejected } from './card-rejected.ts';
import { catchUp, catchUpThread } from './catch-up.ts';
import { cardRejectedJob, catchUpJob, catchUpThreadJob, linkCardsJob } from './jobs.ts';
import { linkCards } from './link-cards.ts';

type Deps = Parameters<typeof cardRejected>[0] &
  Parameters<typeof linkCards>[0] &
  Parameters<typeof catchUp>[0] &
  Parameters<typeof catchUpThread>[0];

export function workers(deps: Deps): readonly Worker[] {
  return [
    worker(cardRejectedJob, async (rejected) => await cardRejected(deps, rejected)),
    worker(linkCardsJob, async (link) => await linkCards(deps, link)),
    worker(catchUpJob, async () => await catchUp(deps), { concurrency: 1 }),
    worker(catchUpThreadJob, async (thread) => await catchUpThread(deps, thread), { concurrency: 1 }),
  ];
}
