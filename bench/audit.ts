import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { recordAudit, verifyChain } from '../src/audit/index.ts';
import { createChain } from '../src/platform/chain.ts';
import { connect, type Database } from '../src/platform/database.ts';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.ts';
import { migrate } from '../src/platform/migrate.ts';
import { MemberToken, SlackUserId, WorkspaceId } from '../src/shared/ids.ts';

const { values } = parseArgs({
  options: {
    writers: { type: 'string', default: '8' },
    appends: { type: 'string', default: '8000' },
    rows: { type: 'string', default: '1000000' },
  },
});
const writers = Math.min(64, Number(values.writers));
const appends = Math.min(1_000_000, Number(values.appends));
const rows = Math.min(10_000_000, Number(values.rows));
/** Rows of one call, where the record is only filled up to be verified. */
const AT_ONCE = 1_000;

const workspaceId = WorkspaceId.parse('T0BENCH');
const chain = createChain(randomBytes(32));
const entry = (number: number) => ({
  workspaceId,
  action: 'members.revealed' as const,
  by: SlackUserId.parse('U0ROSA'),
  member: MemberToken.parse('M-7F3K2Q'),
  facts: { reason: 'helping_now' as const, number },
});

await using stack = new AsyncDisposableStack();
const folder = await mkdtemp(path.join(tmpdir(), 'concierge-bench-'));
await chmod(folder, 0o755);
stack.defer(async () => await rm(folder, { recursive: true, force: true }));
const postgres = await startEmbeddedPostgres({ folder, database: 'concierge' });
stack.defer(postgres.stop);
await migrate(postgres.url);
const db = connect(postgres.url, { max: writers + 2 });
stack.defer(async () => await db.destroy());
const deps = { db, chain, now: () => new Date() };

await appendOneByOne(200);
const bare = await timed(async () => await commitOneByOne(appends));
const appended = await timed(async () => await appendOneByOne(appends));
await fillUp(rows - appends - 200);
let most = 0;
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss());
}, 50);
const started = process.memoryUsage.rss();
const verified = await timed(async () => await verifyChain(deps, workspaceId));
clearInterval(watch);

const rate = (count: number, seconds: number): string => `${Math.round(count / seconds)} a second`;
console.log(`append, one a transaction, ${writers} at once: ${rate(appends, appended.seconds)}`);
console.log(`  counting in one row instead, ${writers} at once: ${rate(appends, bare.seconds)}`);
console.log(`verify ${rows} rows: ${rate(rows, verified.seconds)}`);
console.log(`  memory before: ${megabytes(started)}, at most: ${megabytes(most)}`);
if (verified.result.kind !== 'whole' || verified.result.rows !== rows) {
  console.error('The record is not whole.');
  process.exitCode = 1;
}

/** As the app does: each entry in a transaction of its own. */
async function appendOneByOne(count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, number) => number).values();
  await Promise.all(
    Array.from({ length: writers }, async () => {
      for (const number of numbers) {
        await db.transaction().execute(async (trx) => await recordAudit(trx, deps, entry(number)));
      }
    }),
  );
}

/** What the machine does at best when transactions have to wait for each other: one counter, and nothing else. */
async function commitOneByOne(count: number): Promise<void> {
  await sql`create table counter (value bigint)`.execute(db);
  await sql`insert into counter values (0)`.execute(db);
  const left = Array.from({ length: count }, (_, number) => number).values();
  await Promise.all(
    Array.from({ length: writers }, async () => {
      for (const _ of left) {
        await db
          .transaction()
          .execute(async (trx: Database) => await sql`update counter set value = value + 1`.execute(trx));
      }
    }),
  );
}

async function fillUp(count: number): Promise<void> {
  for (let done = 0; done < count; done += AT_ONCE) {
    const [first, ...others] = Array.from({ length: Math.min(AT_ONCE, count - done) }, (_, number) =>
      entry(number),
    );
    if (!first) return;
    await db.transaction().execute(async (trx) => await recordAudit(trx, deps, first, ...others));
  }
}

async function timed<Result>(work: () => Promise<Result>) {
  const start = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - start) / 1000 };
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`;
}
