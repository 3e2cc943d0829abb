import { sql } from 'kysely';
import type { Database } from '../../src/platform/database.ts';
import type { EnqueueOptions, Job, Jobs } from '../../src/platform/jobs.ts';

export type RecordedJob = { readonly name: string; readonly payload: unknown; readonly key: string | null };

export type RecordedJobs = Jobs & {
  /** What committed transactions have queued, in order. */
  readonly recorded: (name?: string) => Promise<readonly RecordedJob[]>;
};

/** Keeps what is queued in a table of the test's own database, so that it goes when the transaction does. */
export async function recordJobs(db: Database): Promise<RecordedJobs> {
  await sql`create table recorded_jobs (
    position bigint generated always as identity, name text, payload jsonb, key text)`.execute(db);
  return {
    enqueue: async <Payload extends object>(
      trx: Database,
      { name, payload: shape }: Job<Payload>,
      payload: Payload,
      { key }: EnqueueOptions = {},
    ) => {
      const body = JSON.stringify(shape.parse(payload));
      await sql`insert into recorded_jobs (name, payload, key)
        values (${name}, ${body}, ${key ?? null})`.execute(trx);
    },
    recorded: async (name) => {
      const { rows } = await sql<RecordedJob>`
        select name, payload, key from recorded_jobs
        where ${name ?? null}::text is null or name = ${name ?? null} order by position`.execute(db);
      return rows;
    },
  };
}
