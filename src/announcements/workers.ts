import { rosterJob, rostersReadJob } from '../directory/index.ts';
import { NotYet, type Schedule, type Worker, worker } from '../platform/jobs.ts';
import { waitForTurn } from '../slack/outbox/pace.ts';
import { addTeamEmoji, type EmojiDeps } from './add-emoji.ts';
import { type AudienceDeps, compareAudiences, followRoster } from './follow-audience.ts';
import {
  aliasesJob,
  audienceSweepJob,
  catchUpJob,
  emojiJob,
  publishJob,
  readJob,
  settleJob,
  sweepJob,
} from './jobs.ts';
import { type PublishDeps, publishAnnouncement } from './publish.ts';
import { catchUp, type ReadDeps, readAgain } from './read.ts';
import { reportSchedules, reportWorkers } from './report-workers.ts';
import { type SettleDeps, settle } from './settle.ts';
import { refreshAliases, sweep } from './sweep.ts';

type Deps = Parameters<typeof reportWorkers>[0] &
  PublishDeps &
  EmojiDeps &
  ReadDeps &
  SettleDeps &
  AudienceDeps;

/** All instances together: Slack takes 50 calls of each kind a minute, and something must be left for reports. */
const READING = { scope: 'read reactions', everyMs: 1_500, burst: 10 };
const ADDING = { scope: 'add reactions', everyMs: 1_500, burst: 10 };

export function workers(deps: Deps): readonly Worker[] {
  return [
    worker(publishJob, async ({ announcementId }) => await publishAnnouncement(deps, announcementId)),
    worker(
      emojiJob,
      async (post, { signal }) => {
        if (!(await waitForTurn(deps.db, deps.workspace.id, ADDING, signal))) throw new NotYet();
        await addTeamEmoji(deps, post);
      },
      { concurrency: 1 },
    ),
    worker(settleJob, async ({ announcementId }) => await settle(deps, announcementId)),
    worker(
      readJob,
      async ({ announcementId }, { signal }) => {
        if (!(await waitForTurn(deps.db, deps.workspace.id, READING, signal))) throw new NotYet();
        await readAgain(deps, announcementId);
      },
      { concurrency: 1 },
    ),
    worker(catchUpJob, async () => await catchUp(deps), { concurrency: 1 }),
    worker(sweepJob, async () => await sweep(deps), { concurrency: 1 }),
    worker(aliasesJob, async () => await refreshAliases(deps), { concurrency: 1 }),
    worker(audienceSweepJob, async () => await compareAudiences(deps, { source: null }), { concurrency: 1 }),
    worker(rosterJob, async (change) => await followRoster(deps, change)),
    ...reportWorkers(deps),
    worker(rostersReadJob, async (read) => await compareAudiences(deps, read), { concurrency: 1 }),
  ];
}

/** Each minute for what is due; each hour for people, and each night for emoji, that no event told of. */
export const schedules: readonly Schedule[] = [
  { name: sweepJob.name, cron: '* * * * *' },
  { name: audienceSweepJob.name, cron: '29 * * * *' },
  { name: aliasesJob.name, cron: '11 9 * * *' },
  ...reportSchedules,
];
