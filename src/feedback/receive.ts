import { type EnrolDeps, membersFor } from '../members/index.ts';
import type { Database, Trx } from '../platform/database.ts';
import { isDatabaseTrouble } from '../platform/errors.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import type { FeedbackId } from './feedback.ts';
import { insertFeedback, type Known, knownFeedback, storedAmong } from './intake-store.ts';
import { postJob } from './jobs.ts';
import type { Prepared } from './prepare.ts';

export type ReceiveDeps = Pick<EnrolDeps, 'vault'> & {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly workspace: { readonly id: WorkspaceId };
};

export type Received =
  | { readonly kind: 'stored' | 'repeated'; readonly id: FeedbackId; readonly receivedAt: Date }
  /** Something else is stored under its name. */
  | { readonly kind: 'conflict' };

/** Stores comments in one transaction, with the job that posts them. Each gets its own answer, in their order. */
export async function receiveFeedback(
  deps: ReceiveDeps,
  comments: readonly Prepared[],
): Promise<readonly Received[]> {
  try {
    return await deps.db.transaction().execute(async (trx) => await receive(trx, deps, comments));
  } catch (error) {
    if (isDatabaseTrouble(error) && (await isStored(deps, comments))) {
      return await deps.db.transaction().execute(async (trx) => await receive(trx, deps, comments));
    }
    throw error;
  }
}

async function receive(
  trx: Trx,
  deps: ReceiveDeps,
  comments: readonly Prepared[],
): Promise<readonly Received[]> {
  const { jobs, workspace } = deps;
  const members = await membersFor(
    trx,
    deps,
    comments.map(({ memberId }) => memberId),
  );
  const rows = comments.flatMap(({ memberId: _, ...row }, index) => {
    const memberRef = members[index];
    return memberRef === undefined ? [] : [{ ...row, memberRef }];
  });
  const { ids, needsJob } = await insertFeedback(trx, workspace.id, rows);
  if (needsJob) await jobs.enqueue(trx, postJob, {}, { key: workspace.id });
  const others = comments.filter(({ id }) => !ids.has(id));
  const known = others.length === 0 ? [] : await knownFeedback(trx, workspace.id, others);
  const byName = new Map(known.map((each) => [nameOf(each), each]));
  return comments.map((comment) =>
    ids.has(comment.id) ? answerOf('stored', comment) : compare(comment, byName.get(nameOf(comment))),
  );
}

const nameOf = ({ sender, senderId }: Pick<Known, 'sender' | 'senderId'>): string => `${sender} ${senderId}`;

const answerOf = (
  kind: 'stored' | 'repeated',
  { id, receivedAt }: Pick<Known, 'id' | 'receivedAt'>,
): Received => ({ kind, id, receivedAt });

function compare(comment: Prepared, known: Known | undefined): Received {
  if (!known) throw new Error('A comment was neither stored nor known');
  if (!known.fingerprint.equals(comment.fingerprint)) return { kind: 'conflict' };
  // Our own row, when the answer to the first commit was lost.
  return answerOf(known.id === comment.id ? 'stored' : 'repeated', known);
}

/**
 * Whether a commit whose answer was lost took place after all. While nobody can say, the sender is told to send it
 * again, which is a repeat if it did.
 */
async function isStored({ db }: ReceiveDeps, comments: readonly Prepared[]): Promise<boolean> {
  const ids = comments.map(({ id }) => id);
  return await storedAmong(db, ids).then(
    (stored) => stored.size > 0,
    () => false,
  );
}
