import { rolesOf } from '../directory/index.ts';
import type { Database } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import { retryRejected } from '../platform/outbox.ts';
import type { OutboxId, WorkspaceId } from '../shared/ids.ts';
import type { Person } from '../slack/person.ts';

type Deps = {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly workspace: { readonly id: WorkspaceId };
};

export type RetryOutcome = { readonly kind: 'retried' | 'notAdministrator' | 'nothingToRetry' };

export async function retryMessage(
  { db, jobs, workspace }: Deps,
  { id, by }: { readonly id: OutboxId; readonly by: Person },
): Promise<RetryOutcome> {
  const roles = by.isExternal ? new Set() : await rolesOf(db, workspace.id, by.user);
  if (!roles.has('admin')) return { kind: 'notAdministrator' };
  const isRetried = await db
    .transaction()
    .execute(async (trx) => await retryRejected(trx, jobs, workspace.id, id));
  return { kind: isRetried ? 'retried' : 'nothingToRetry' };
}
