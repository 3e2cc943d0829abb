import { isAway } from '../directory/index.ts';
import type { Database } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { SlackUserId, WorkspaceId } from '../shared/ids.ts';
import { absenceOf, releaseAbsent } from './absent.ts';
import type { Absence } from './event.ts';
import { actorFor, type MembershipDeps } from './people.ts';
import type { Question } from './question.ts';
import { type RecordDeps, record } from './record.ts';
import { claimers, lockQuestion, questionsHeldBy } from './store.ts';

export type AbsenceDeps = MembershipDeps &
  RecordDeps & {
    readonly db: Database;
    readonly jobs: Jobs;
    readonly workspace: { readonly id: WorkspaceId };
  };

/** Somebody left a channel, was deactivated or went out of office: what they can't go on with is open again. */
export async function releaseAbsentee(deps: AbsenceDeps, user: SlackUserId): Promise<void> {
  const away = await isAway(deps.db, deps.workspace.id, user);
  for (const question of await questionsHeldBy(deps.db, deps.workspace.id, user)) {
    const actor = await actorFor(deps, question, { user, isExternal: false });
    const absent = absenceOf(actor) ?? (away ? 'away' : undefined);
    if (absent) await release(deps, question, user, absent);
  }
}

async function release(
  deps: AbsenceDeps,
  { id, workspaceId, placement }: Question,
  user: SlackUserId,
  absent: Absence,
): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const before = await lockQuestion(trx, workspaceId, id);
    if (before?.status.name !== 'claimed' || before.status.by !== user) return;
    if (before.placement.channel !== placement.channel) return;
    const outcome = releaseAbsent(before, absent);
    if (outcome.kind !== 'done' || !outcome.event) return;
    const { question: after, event } = outcome;
    await record(trx, deps, { before, after, event, by: null, at: deps.now() });
  });
}

/** Looks at everybody who has a question in hand, for those of whom no event told that they are gone. */
export async function releaseAbsentees(deps: AbsenceDeps): Promise<void> {
  for (const user of await claimers(deps.db, deps.workspace.id)) {
    for (const question of await questionsHeldBy(deps.db, deps.workspace.id, user)) {
      const absent = absenceOf(await actorFor(deps, question, { user, isExternal: false }));
      if (absent) await release(deps, question, user, absent);
    }
  }
}
