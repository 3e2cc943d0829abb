import { connect } from '../platform/database.ts';
import { connectJobs } from '../platform/jobs.ts';
import { createLog, createLogger } from '../platform/log.ts';
import { rejectedMessages, retryRejected } from '../platform/outbox.ts';
import { OutboxId } from '../shared/ids.ts';
import { connectionFrom } from './connection.ts';

/** `npm run outbox -- list` shows what Slack refused; `npm run outbox -- retry ID … | all` tries it again. */
const MOST = 200;

const [command = 'list', ...ids] = process.argv.slice(2);
const { databaseUrl } = connectionFrom(process.env);
const db = connect(databaseUrl, { max: 2 });
const jobs = await connectJobs(databaseUrl, createLog(createLogger('warn')));
try {
  const workspaces = await db.selectFrom('outbox').select('workspaceId').distinct().execute();
  for (const { workspaceId } of workspaces) {
    const rejected = await rejectedMessages(db, workspaceId, MOST);
    if (command === 'list') list(rejected);
    else if (command === 'retry')
      await retry(workspaceId, ids.includes('all') ? rejected.map(({ id }) => id) : chosen());
    else throw new Error('Use: npm run outbox -- list | retry ID … | retry all');
  }
} finally {
  await jobs.stop(1_000);
  await db.destroy();
}

function list(rejected: Awaited<ReturnType<typeof rejectedMessages>>): void {
  if (rejected.length === 0) console.log('Nothing was refused.');
  for (const { id, view, channelId, userId, code, at } of rejected) {
    console.log(`${at.toISOString()}  ${id}  ${view} to ${channelId ?? userId}: ${code}`);
  }
}

function chosen(): OutboxId[] {
  return ids.map((id) => OutboxId.parse(id));
}

async function retry(
  workspaceId: Parameters<typeof retryRejected>[2],
  messages: readonly OutboxId[],
): Promise<void> {
  for (const id of messages) {
    const again = await db
      .transaction()
      .execute(async (trx) => await retryRejected(trx, jobs, workspaceId, id));
    console.log(again ? `${id} is tried again` : `${id} is not among the refused messages`);
  }
}
