import { connect, type Database } from '../platform/database.ts';
import { connectJobs, type Jobs } from '../platform/jobs.ts';
import { createLog, createLogger } from '../platform/log.ts';
import { rejectedMessages, retryRejected } from '../platform/outbox.ts';
import { OutboxId, type WorkspaceId } from '../shared/ids.ts';
import { runCommand, Usage } from './command.ts';
import { connectionFrom } from './connection.ts';

/** `npm run outbox -- list` shows what Slack refused; `npm run outbox -- retry ID … | all` tries it again. */
const MOST = 200;
const USE = 'Use: npm run outbox -- list | retry ID … | retry all';

process.exitCode = await runCommand(async () => {
  const [command = 'list', ...ids] = process.argv.slice(2);
  if (command !== 'list' && command !== 'retry') throw new Usage(USE);
  const { databaseUrl } = connectionFrom(process.env);
  const db = connect(databaseUrl, { max: 2 });
  const jobs = await connectJobs(databaseUrl, createLog(createLogger('warn')));
  try {
    const workspaces = await db.selectFrom('outbox').select('workspaceId').distinct().execute();
    for (const { workspaceId } of workspaces) {
      const rejected = await rejectedMessages(db, workspaceId, MOST);
      if (command === 'list') list(rejected);
      else {
        const messages = ids.includes('all') ? rejected.map(({ id }) => id) : chosen(ids);
        await retry({ db, jobs, workspaceId }, messages);
      }
    }
    return 0;
  } finally {
    await jobs.stop(1_000);
    await db.destroy();
  }
});

function list(rejected: Awaited<ReturnType<typeof rejectedMessages>>): void {
  if (rejected.length === 0) console.log('Nothing was refused.');
  for (const { id, view, channelId, userId, code, at } of rejected) {
    console.log(`${at.toISOString()}  ${id}  ${view} to ${channelId ?? userId}: ${code}`);
  }
}

function chosen(ids: readonly string[]): readonly OutboxId[] {
  return ids.map((id) => {
    const parsed = OutboxId.safeParse(id);
    if (!parsed.success) throw new Usage(`No message has the id ${id}.\n${USE}`);
    return parsed.data;
  });
}

type Place = { readonly db: Database; readonly jobs: Jobs; readonly workspaceId: WorkspaceId };

async function retry({ db, jobs, workspaceId }: Place, messages: readonly OutboxId[]): Promise<void> {
  for (const id of messages) {
    const again = await db
      .transaction()
      .execute(async (trx) => await retryRejected(trx, jobs, workspaceId, id));
    console.log(again ? `${id} is tried again` : `${id} is not among the refused messages`);
  }
}
