import { parseArgs } from 'node:util';
import { workspacesWithDirectory } from '../directory/index.ts';
import { replay } from '../feedback/index.ts';
import { connect } from '../platform/database.ts';
import { connectJobs } from '../platform/jobs.ts';
import { createLog, createLogger } from '../platform/log.ts';
import { runCommand, Usage } from './command.ts';
import { connectionFrom } from './connection.ts';
import { EXPORT_USE, exportFeedback } from './feedback-export.ts';

/**
 * `npm run feedback -- replay --from 2026-11-23T09:00Z --to 2026-11-23T12:00Z`: posts what was received in that time
 * and never reached the channel. `npm run feedback --silent -- export > comments.csv`: comments as a CSV file.
 */
const USE = `Use: npm run feedback -- replay --from 2026-11-23T09:00Z --to 2026-11-23T12:00Z\n${EXPORT_USE}`;

if (process.argv[2] === 'export') process.exitCode = await exportFeedback(process.argv.slice(3));
else process.exitCode = await runCommand(replayFeedback);

async function replayFeedback(): Promise<0 | 1> {
  const { values, positionals } = parseArgs({
    options: { from: { type: 'string' }, to: { type: 'string' } },
    allowPositionals: true,
  });
  const from = new Date(values.from ?? '');
  const to = values.to === undefined ? new Date() : new Date(values.to);
  if (positionals[0] !== 'replay' || !(from.getTime() < to.getTime())) throw new Usage(USE);

  const { databaseUrl } = connectionFrom(process.env);
  const db = connect(databaseUrl, { max: 2 });
  const jobs = await connectJobs(databaseUrl, createLog(createLogger('warn')));
  try {
    for (const id of await workspacesWithDirectory(db)) {
      const done = await replay({ db, jobs, workspace: { id } }, { from, to });
      console.log(
        [
          `${done.received} comments were received from ${from.toISOString()} until before ${to.toISOString()}.`,
          `${done.retried} messages that Slack had refused are tried again.`,
          `${done.takenBack} messages that were not sent are put together anew.`,
          `${done.waiting} comments wait, and a job posts them.`,
        ].join('\n'),
      );
    }
    return 0;
  } finally {
    await jobs.stop(1_000);
    await db.destroy();
  }
}
