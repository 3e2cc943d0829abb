import { absenceJob, channelMovedJob } from '../directory/index.ts';
import { NotYet, type Schedule, type Worker, worker } from '../platform/jobs.ts';
import { waitForTurn } from '../slack/outbox/pace.ts';
import { releaseAbsentee, releaseAbsentees } from './absence.ts';
import { cardRejected } from './card-rejected.ts';
import { catchUp, catchUpThread, READ_EVERY_MS } from './catch-up.ts';
import { fireClock, sweepClocks } from './fire-clock.ts';
import { followChannel } from './follow-channel.ts';
import {
  absenceSweepJob,
  cardRejectedJob,
  catchUpJob,
  catchUpThreadJob,
  clockJob,
  clockSweepJob,
  completeStepJob,
  declinedJob,
  duplicatesJob,
  linkCardsJob,
  siblingsJob,
} from './jobs.ts';
import { linkCards } from './link-cards.ts';
import { linkSiblings } from './link-siblings.ts';
import { widenIfAllDeclined } from './live.ts';
import { closeDuplicates } from './mark-duplicate.ts';
import { completeAskStep } from './step-workers.ts';

type Deps = Parameters<typeof cardRejected>[0] &
  Parameters<typeof fireClock>[0] &
  Parameters<typeof closeDuplicates>[0] &
  Parameters<typeof releaseAbsentee>[0] &
  Parameters<typeof linkCards>[0] &
  Parameters<typeof completeAskStep>[0] &
  Parameters<typeof catchUp>[0] &
  Parameters<typeof catchUpThread>[0];

/** All instances together: several may start at once, and each has all threads read. */
const READING = { scope: 'read threads', everyMs: READ_EVERY_MS, burst: 20 };

export function workers(deps: Deps): readonly Worker[] {
  return [
    worker(cardRejectedJob, async (rejected) => await cardRejected(deps, rejected)),
    worker(clockJob, async (firing) => await fireClock(deps, firing), { concurrency: 6 }),
    worker(clockSweepJob, async () => await sweepClocks(deps), { concurrency: 1 }),
    worker(declinedJob, async ({ questionId }) => await widenIfAllDeclined(deps, questionId)),
    worker(duplicatesJob, async ({ questionId }) => await closeDuplicates(deps, questionId)),
    worker(absenceJob, async ({ user }) => await releaseAbsentee(deps, user)),
    worker(channelMovedJob, async (ids) => await followChannel(deps, ids), { concurrency: 1 }),
    worker(absenceSweepJob, async () => await releaseAbsentees(deps), { concurrency: 1 }),
    worker(linkCardsJob, async (link) => await linkCards(deps, link)),
    worker(siblingsJob, async ({ questionId }) => await linkSiblings(deps, questionId)),
    worker(completeStepJob, async (step) => await completeAskStep(deps, step)),
    worker(catchUpJob, async () => await catchUp(deps), { concurrency: 1 }),
    worker(
      catchUpThreadJob,
      async (thread, { signal }) => {
        if (!(await waitForTurn(deps.db, deps.workspace.id, READING, signal))) throw new NotYet();
        await catchUpThread(deps, thread);
      },
      { concurrency: 1 },
    ),
  ];
}

/** Each minute for clocks, each hour for people who are gone: for what no job and no event came. */
export const schedules: readonly Schedule[] = [
  { name: clockSweepJob.name, cron: '* * * * *' },
  { name: absenceSweepJob.name, cron: '17 * * * *' },
];
