import { changedJob as announcementChangedJob } from '../announcements/index.ts';
import { changedJob as feedbackChangedJob } from '../feedback/index.ts';
import { type Worker, worker } from '../platform/jobs.ts';
import { changedJob } from '../questions/index.ts';
import { feedbackChanged, type LaterDeps, newsChanged, questionChanged } from './draw-later.ts';
import { drawJob } from './jobs.ts';
import { type HomeDeps, publishHome } from './publish.ts';

export function workers(deps: HomeDeps & LaterDeps): readonly Worker[] {
  return [
    worker(drawJob, async ({ user }, run) => await publishHome(deps, user, run), { concurrency: 3 }),
    worker(announcementChangedJob, async () => await newsChanged(deps)),
    worker(changedJob, async ({ questionId }) => await questionChanged(deps, questionId)),
    worker(feedbackChangedJob, async () => await feedbackChanged(deps)),
  ];
}
