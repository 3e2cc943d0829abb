import { sql } from 'kysely';
import { connect, type Database } from '../src/platform/database.ts';

async function using<Result>(url: string, work: (db: Database) => Promise<Result>): Promise<Result> {
  const db = connect(url, { max: 1 });
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

export async function feedbackRows(url: string): Promise<number> {
  return await using(url, async (db) => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from feedback`.execute(db);
    return rows[0]?.count ?? 0;
  });
}

const BATCH = 50_000;

/** Comments of earlier months, already posted: copies of those that are there, under ids of their own. */
export async function fillFeedback(url: string, rows: number): Promise<void> {
  await using(url, async (db) => {
    for (let done = 0; done < rows; done += BATCH) await copyRows(db, done);
    await sql`vacuum analyze feedback`.execute(db);
  });
}

async function copyRows(db: Database, from: number): Promise<void> {
  await sql`
    with posted as (select min(digest_id::text)::uuid as id from feedback where digest_id is not null),
    sample as (select *, row_number() over (order by id) as number from
      (select * from feedback where comment is not null limit 5000) as known)
    insert into feedback (id, workspace_id, sender, sender_id, fingerprint, member_ref, state, response_id, rating,
      page, comment, submitted_at, received_at, counted, digest_id)
    select uuidv7(make_interval(days => -120, secs => step)), workspace_id, sender,
      'old-' || (${from}::int + step), fingerprint, member_ref, state, response_id, rating, page, comment,
      submitted_at, now() - make_interval(days => 120, secs => -step), false, posted.id
    from posted, generate_series(1, ${BATCH}::int) as step join sample on sample.number = step % 5000 + 1`.execute(
    db,
  );
}
