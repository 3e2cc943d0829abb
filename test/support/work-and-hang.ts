import { z } from 'zod';
import { connect } from '../../src/platform/database.ts';
import { defineJob, startJobs, worker } from '../../src/platform/jobs.ts';
import { createLog, createLogger } from '../../src/platform/log.ts';

/** Run as a process of its own: takes one job, says so, and never ends it. Argument: the database. */
export const slowJob = defineJob('test.slow', z.object({ number: z.int() }));

if (process.argv[1] === import.meta.filename) {
  const [, , url = ''] = process.argv;
  const db = connect(url);
  await startJobs({
    url,
    log: createLog(createLogger('silent')),
    workers: [
      worker(slowJob, async () => {
        process.stdout.write('working\n');
        await new Promise(() => {});
      }),
    ],
  });
  await db.destroy();
}
