import type { Trx } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import { refresh } from '../platform/outbox.ts';
import type { SlackUserId } from '../shared/ids.ts';
import type { Announcement } from './announcement.ts';
import { remindersTo } from './reminder-store.ts';

type Changed = { readonly fresh: readonly SlackUserId[]; readonly gone: readonly SlackUserId[] };

/** An edit takes everybody's receipt away: their old reminders aren't worth an hour of Slack's 50 updates a minute. */
const FEW = 50;

/** Reminders say thank you once they are answered, and ask again when somebody takes a receipt back. */
export async function redrawReminders(
  trx: Trx,
  { jobs }: { readonly jobs: Jobs },
  { id, workspaceId }: Pick<Announcement, 'id' | 'workspaceId'>,
  { fresh, gone }: Changed,
): Promise<void> {
  const users = gone.length <= FEW ? [...fresh, ...gone] : fresh;
  for (const message of await remindersTo(trx, id, users)) {
    await refresh(trx, jobs, { workspaceId, message });
  }
}
