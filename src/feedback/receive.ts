import { type EnrolDeps, enrolmentOf } from '../members/index.ts';
import type { Database } from '../platform/database.ts';
import { isDatabaseTrouble } from '../platform/errors.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import type { FeedbackId } from './feedback.ts';
import { insertFeedback, type Known, knownFeedback, storedAmong } from './intake-store.ts';
import type { Prepared } from './prepare.ts';
import { promiseJob } from './promise-job.ts';

export type ReceiveDeps = Pick<EnrolDeps, 'vault'> & {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly workspace: { readonly id: WorkspaceId };
};

export type Received =
  | { readonly kind: 'stored' | 'repeated'; readonly id: FeedbackId; readonly receivedAt: Date }
  /** Something else is stored under its name. */
  | { readonly kind: 'conflict' };

/** Each statement leaves out only whom another one enrols at that moment, or whose drawn token is taken. */
const MOST_ROUNDS = 20;

/** Stores comments, with the promise of the job that posts them. Each gets its own answer, in their order. */
export async function receiveFeedback(
  deps: ReceiveDeps,
  comments: readonly Prepared[],
): Promise<readonly Received[]> {
  const answers = new Map<FeedbackId, Received>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const left = comments.filter(({ id }) => !answers.has(id));
    if (left.length === 0) return comments.map(({ id }) => answers.get(id) ?? { kind: 'conflict' });
    for (const [id, answer] of await receiveSome(deps, left)) answers.set(id, answer);
  }
  throw new Error('Some comments could be neither stored nor found');
}

async function receiveSome(
  deps: ReceiveDeps,
  comments: readonly Prepared[],
): Promise<readonly (readonly [FeedbackId, Received])[]> {
  const ids = await storeSurely(deps, comments);
  const stored = comments.filter(({ id }) => ids.has(id));
  const others = comments.filter(({ id }) => !ids.has(id));
  const known = others.length === 0 ? [] : await knownFeedback(deps.db, deps.workspace.id, others);
  const byName = new Map(known.map((each) => [nameOf(each), each]));
  return [
    ...stored.map((comment) => [comment.id, answerOf('stored', comment)] as const),
    ...others.flatMap((comment) => {
      const found = byName.get(nameOf(comment));
      return found ? [[comment.id, compare(comment, found)] as const] : [];
    }),
  ];
}

/**
 * When the answer to the commit was lost, looks whether it took place. While nobody can say, the sender is told to send
 * it again, which is a repeat if it did.
 */
async function storeSurely(
  deps: ReceiveDeps,
  comments: readonly Prepared[],
): Promise<ReadonlySet<FeedbackId>> {
  try {
    return await store(deps, comments);
  } catch (error) {
    if (!isDatabaseTrouble(error)) throw error;
    const ids = comments.map(({ id }) => id);
    const found = await storedAmong(deps.db, ids).catch(() => new Set<FeedbackId>());
    if (found.size === 0) throw error;
    return found;
  }
}

/** One statement while a job is promised, which under load it is; else the promise and the job come with it. */
async function store(deps: ReceiveDeps, comments: readonly Prepared[]): Promise<ReadonlySet<FeedbackId>> {
  const { db, workspace } = deps;
  const enrolment = enrolmentOf(
    deps,
    comments.map(({ memberId }) => memberId),
  );
  let stored = await insertFeedback(db, workspace.id, comments, enrolment);
  while (stored.kind === 'unpromised') {
    stored = await db.transaction().execute(async (trx) => {
      await promiseJob(trx, deps);
      return await insertFeedback(trx, workspace.id, comments, enrolment);
    });
  }
  enrolment.remember(stored.members);
  return stored.ids;
}

const nameOf = ({ sender, senderId }: Pick<Known, 'sender' | 'senderId'>): string => `${sender} ${senderId}`;

const answerOf = (
  kind: 'stored' | 'repeated',
  { id, receivedAt }: Pick<Known, 'id' | 'receivedAt'>,
): Received => ({ kind, id, receivedAt });

function compare(comment: Prepared, known: Known): Received {
  if (!known.fingerprint.equals(comment.fingerprint)) return { kind: 'conflict' };
  // Our own row, when an answer was lost and the look-up found others of the same commit.
  return answerOf(known.id === comment.id ? 'stored' : 'repeated', known);
}
