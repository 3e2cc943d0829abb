import { v7 as uuidv7 } from 'uuid';
import { createDirectoryReader } from '../../src/directory/index.ts';
import { connect, type Database } from '../../src/platform/database.ts';
import { connectJobs } from '../../src/platform/jobs.ts';
import { createLog, createLogger } from '../../src/platform/log.ts';
import { insertQuestion } from '../../src/questions/store.ts';
import { windClocks } from '../../src/questions/wind-clocks.ts';
import { QuestionId } from '../../src/shared/ids.ts';
import { sampleQuestion } from './view-samples.ts';

export type Wanted = {
  readonly count: number;
  /** When the first is due to be claimed, in milliseconds. */
  readonly first: number;
  /** Between one and the next. */
  readonly everyMs: number;
  /** As the directory in force has it for the experts. */
  readonly claimSeconds: number;
};

const TOGETHER = 50;
const AT_ONCE = 4;

/** Questions that nobody has claimed, without cards, each with clocks that run, as asking them would have started them. */
export async function startClocks(databaseUrl: string, wanted: Wanted): Promise<void> {
  const db = connect(databaseUrl, { max: AT_ONCE });
  const jobs = await connectJobs(databaseUrl, createLog(createLogger('warn')));
  const deps = { jobs, directory: createDirectoryReader(db) };
  const due = Array.from({ length: wanted.count }, (_, index) => wanted.first + index * wanted.everyMs);
  const starts = due.map((ms) => new Date(ms - wanted.claimSeconds * 1_000));
  const starter = async (): Promise<void> => {
    while (starts.length > 0) {
      const some = starts.splice(0, TOGETHER);
      await db.transaction().execute(async (trx) => {
        for (const since of some) {
          const { placement } = sampleQuestion();
          const question = sampleQuestion({
            id: QuestionId.parse(uuidv7()),
            member: null,
            askedAt: since,
            placement: { ...placement, since },
          });
          await insertQuestion(trx, question, null);
          await windClocks(trx, deps, question, since);
        }
      });
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, starter));
  } finally {
    await jobs.stop(1_000);
    await db.destroy();
  }
}

export type Fired = {
  /** Clocks whose time to be claimed has run out, and what was done about each. */
  readonly breached: number;
  readonly pinged: number;
  readonly twice: number;
  /** Milliseconds between the moment at which each was due and the one at which it fired. */
  readonly lateness: readonly number[];
};

export async function whatFired(db: Database): Promise<Fired> {
  const events = await db
    .selectFrom('questionEvents')
    .select(['questionId', 'kind'])
    .where('kind', 'in', ['breached', 'pinged'])
    .execute();
  const seen = new Set(events.map(({ questionId, kind }) => `${kind} ${questionId}`));
  const clocks = await db
    .selectFrom('questionClocks')
    .select(['dueAt', 'breachedAt'])
    .where('breachedAt', 'is not', null)
    .execute();
  return {
    breached: new Set(events.filter(({ kind }) => kind === 'breached').map(({ questionId }) => questionId))
      .size,
    pinged: new Set(events.filter(({ kind }) => kind === 'pinged').map(({ questionId }) => questionId)).size,
    twice: events.length - seen.size,
    lateness: clocks.flatMap(({ dueAt, breachedAt }) =>
      breachedAt ? [breachedAt.getTime() - dueAt.getTime()] : [],
    ),
  };
}
