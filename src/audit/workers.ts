import { type Schedule, type Worker, worker } from '../platform/jobs.ts';
import type { Log } from '../platform/log.ts';
import { unreachable } from '../shared/unreachable.ts';
import { noteHeadsJob, verifyJob } from './jobs.ts';
import { heads } from './store.ts';
import { type Verdict, type VerifyDeps, verifyAll } from './verify.ts';

type Deps = VerifyDeps & { readonly log: Log };

export function workers(deps: Deps): readonly Worker[] {
  return [
    worker(noteHeadsJob, async () => await noteHeads(deps), { concurrency: 1 }),
    worker(verifyJob, async () => await verifyAndSay(deps), { concurrency: 1 }),
  ];
}

export const schedules: readonly Schedule[] = [
  { name: noteHeadsJob.name, cron: '7,22,37,52 * * * *' },
  { name: verifyJob.name, cron: '23 3 * * *' },
];

async function noteHeads({ db, log }: Deps): Promise<void> {
  for (const { workspaceId, seq, hash } of await heads(db))
    log.info('audit.head', { workspaceId, seq, hash });
}

async function verifyAndSay(deps: Deps): Promise<void> {
  for (const verdict of await verifyAll(deps)) say(deps.log, verdict);
}

function say(log: Log, verdict: Verdict): void {
  const { workspaceId } = verdict;
  switch (verdict.kind) {
    case 'whole':
      return log.info('audit.whole', { workspaceId, rows: verdict.rows });
    case 'broken':
      return log.warn('audit.broken', { workspaceId, seq: verdict.seq, flaw: verdict.flaw });
    default:
      return unreachable(verdict);
  }
}
