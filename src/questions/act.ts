import type { Place } from '../directory/directory.ts';
import type { Database } from '../platform/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { QuestionId, WorkspaceId } from '../shared/ids.ts';
import type { Actor } from './actor.ts';
import type { SeenMove } from './moves.ts';
import type { ActOutcome, Outcome } from './outcome.ts';
import { actorFor, type MembershipDeps, type Person } from './people.ts';
import type { Question } from './question.ts';
import { type NoteDeps, readNote } from './reading.ts';
import { type RecordDeps, record } from './record.ts';
import { saveRedactions } from './redaction-store.ts';
import { findQuestion, lockQuestions } from './store.ts';
import { tellOfUnpostable } from './unpostable.ts';

export type ActDeps = MembershipDeps &
  NoteDeps &
  RecordDeps & {
    readonly db: Database;
    readonly jobs: Jobs;
    readonly now: () => Date;
    readonly workspace: { readonly id: WorkspaceId };
  };

export type Act = {
  readonly questionId: QuestionId;
  readonly by: Person;
  /** Which card was clicked; `null` from the asker's message or the App Home. */
  readonly seen: SeenMove;
  /** Why, as typed. Kept redacted. */
  readonly note?: string | null;
  /** Another question that the move depends on. It is locked too, so that it is decided on as it really is. */
  readonly beside?: QuestionId;
};

/** What was decided, and which channels administrators should be told of. */
export type Decision = { readonly outcome: Outcome; readonly unpostable?: readonly Place[] };

type Decide = (question: Question, actor: Actor, at: Date, beside: Question | undefined) => Decision;

/**
 * Fetch, decide, save, queue: what every move by a person has in common. Who the person is to the question is found
 * out before the row is locked; should the question have moved to another channel meanwhile, it is found out again.
 */
export async function act(deps: ActDeps, input: Act, decide: Decide): Promise<ActOutcome> {
  for (;;) {
    const seen = await findQuestion(deps.db, deps.workspace.id, input.questionId);
    if (!seen) return { kind: 'gone' };
    const actor = await actorFor(deps, seen, input.by);
    const outcome = await decideLocked(deps, input, { seen, actor }, decide);
    if (outcome) return outcome;
  }
}

type Look = { readonly seen: Question; readonly actor: Actor };

async function decideLocked(
  deps: ActDeps,
  { by, note, beside }: Act,
  { seen, actor }: Look,
  decide: Decide,
): Promise<ActOutcome | undefined> {
  const { db, jobs, now } = deps;
  const why = note ? await readNote(deps, seen, note) : undefined;
  return await db.transaction().execute(async (trx) => {
    const locked = await lockQuestions(trx, seen.workspaceId, [seen.id, ...(beside ? [beside] : [])]);
    const before = locked.find(({ id }) => id === seen.id);
    if (!before) return { kind: 'gone' };
    if (before.placement.channel !== seen.placement.channel) return undefined;

    const at = now();
    const { outcome, unpostable = [] } = decide(
      before,
      actor,
      at,
      locked.find(({ id }) => id === beside),
    );
    if (outcome.kind === 'done' && outcome.event) {
      const { question: after, event } = outcome;
      const change = { before, after, event, by: by.user, at, note: why?.text ?? null, unpostable };
      await saveRedactions(trx, after, 'note', why?.findings ?? []);
      await record(trx, deps, change);
    }
    if (outcome.kind === 'refused' && outcome.refusal.reason === 'nowhere') {
      const { workspaceId, id: questionId } = before;
      await tellOfUnpostable(trx, { jobs }, { workspaceId, questionId, unpostable, at });
    }
    return outcome;
  });
}
