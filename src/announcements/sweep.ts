import { peopleWith } from '../directory/index.ts';
import type { Database } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import { patiently } from './add-emoji.ts';
import { replaceAliases } from './emoji-store.ts';
import { publishJob, settleJob } from './jobs.ts';
import { askForApproval } from './record.ts';
import { type ReactionsReader, readAliases } from './slack-reactions.ts';
import { awaitingApproval, overdueAnnouncements } from './store.ts';

type Deps = {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly now: () => Date;
  readonly workspace: { readonly id: WorkspaceId };
};

/** Queues jobs for what is due, should its own have been lost. */
export async function sweep(deps: Deps): Promise<void> {
  const { db, jobs, now, workspace } = deps;
  await askNewcomers(deps);
  const { toPublish, toSettle } = await overdueAnnouncements(db, workspace.id, now());
  if (toPublish.length + toSettle.length === 0) return;
  await db.transaction().execute(async (trx) => {
    for (const announcementId of toPublish) await jobs.enqueue(trx, publishJob, { announcementId });
    for (const announcementId of toSettle) await jobs.enqueue(trx, settleJob, { announcementId });
  });
}

/** Whoever has come to the comms team since could approve, too. */
async function askNewcomers(deps: Deps): Promise<void> {
  const { db, workspace } = deps;
  const waiting = await awaitingApproval(db, workspace.id);
  if (waiting.length === 0) return;
  const approvers = await peopleWith(db, workspace.id, 'comms');
  await db.transaction().execute(async (trx) => {
    for (const announcement of waiting) await askForApproval(trx, deps, announcement, approvers);
  });
}

/** A custom emoji may have got another name. */
export async function refreshAliases({
  db,
  workspace,
  slack,
}: Pick<Deps, 'db' | 'workspace'> & { readonly slack: { readonly reads: ReactionsReader } }): Promise<void> {
  const aliases = await patiently(readAliases(slack.reads));
  await db.transaction().execute(async (trx) => await replaceAliases(trx, workspace.id, aliases));
}
