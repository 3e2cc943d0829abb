import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { connectWorkspace } from '../practice/client.ts';
import { pictureOf } from '../src/announcements/picture.ts';
import { progressOf } from '../src/announcements/progress.ts';
import { firstLook } from '../src/announcements/report-look.ts';
import { type FullReport, fullReport } from '../src/announcements/report-of.ts';
import { reportView } from '../src/announcements/report-views.ts';
import { tableOf } from '../src/announcements/table.ts';
import { createDirectoryReader } from '../src/directory/index.ts';
import { connect } from '../src/platform/database.ts';
import { connectJobs } from '../src/platform/jobs.ts';
import { createLog, createLogger } from '../src/platform/log.ts';
import { csvFile } from '../src/shared/csv.ts';
import { startAppProcess } from '../test/support/app-process.ts';
import { trueReceipts } from '../test/support/receipt-model.ts';
import { type Announced, announceTo, keepSigns, workspaceId } from './announced.ts';
import { percentile, sendAll } from './load.ts';
import { eventBodies, reactionsOf, type Staff, staffOf, teamOf } from './reactions.ts';
import { openBench } from './surroundings.ts';

/** Receipts of thousands on two instances: how fast they are worked on, how late the summary is, and whether the report is exact. */
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '5000' },
    teams: { type: 'string', default: '60' },
    events: { type: 'string', default: '20000' },
    /** For the report of a large company. */
    many: { type: 'string', default: '50000' },
  },
});
const LONGEST_WAIT_MS = 5 * 60_000;

await using stack = new AsyncDisposableStack();
const bench = stack.use(await openBench());
const other = stack.use(await startAppProcess(bench, { LOG_LEVEL: 'warn' }));
const db = connect(bench.databaseUrl, { max: 4 });
stack.defer(async () => await db.destroy());
const jobs = await connectJobs(bench.databaseUrl, createLog(createLogger('silent')));
stack.defer(async () => await jobs.stop(1_000));
const slack = connectWorkspace(bench.workspace.url);
const deps = {
  db,
  now: () => new Date(),
  directory: createDirectoryReader(db),
  workspace: { id: workspaceId },
};

const staff = staffOf(Number(values.people), Number(values.teams));
const announced = await announceTo({ db, jobs, workspace: bench.workspace }, staff);
const from = announced.announcement.createdAt.getTime() + 60_000;
const happenings = reactionsOf(staff, Number(values.events), from);
const bodies = eventBodies(happenings, { channel: 'C0OHHTIMESROOM', ts: announced.ts }, 0.1);
const truth = truthOf(staff, happenings);

const started = performance.now();
const half = Math.ceil(bodies.length / 2);
const sent = await Promise.all(
  [
    { url: bench.app.url, bodies: bodies.slice(0, half) },
    { url: other.url, bodies: bodies.slice(half) },
  ].map(async ({ url, bodies: own }) => {
    const secret = bench.workspace.signingSecret;
    return await sendAll({
      url: `${url}/slack/events`,
      secret,
      bodies: own,
      concurrency: 8,
      contentType: 'application/json',
    });
  }),
);
const acknowledgedAfter = performance.now() - started;
await until('all events are in the ledger', async () => (await kept(announced)) === happenings.length);
const keptAfter = performance.now() - started;
const summary = new RegExp(`\\*${truth.filter(({ at }) => at !== null).length} of ${staff.users.length}\\*`);
await until('the summary is right', async () =>
  (await slack.thread('C0OHHTIMESROOM', announced.ts)).some((message) =>
    summary.test(JSON.stringify(message.blocks)),
  ),
);
const shownAfter = performance.now() - started;

const times = sent.flatMap((each) => each.times);
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
console.log(
  `${staff.users.length} people in ${staff.teams.length} teams, ${bodies.length} events on two instances.`,
);
console.log(`acknowledged, p50         ${Math.round(percentile(times, 0.5))} ms`);
console.log(`acknowledged, p99         ${Math.round(percentile(times, 0.99))} ms`);
console.log(
  `acknowledged              ${Math.round(bodies.length / (acknowledgedAfter / 1_000))} events a second`,
);
console.log(`worked on                 ${Math.round(bodies.length / (keptAfter / 1_000))} events a second`);
console.log(
  `the summary is right      ${seconds(shownAfter - keptAfter)} after the last event was worked on`,
);
const wrong = await wrongPeople(announced);
console.log(`wrong in the report       ${wrong} of ${staff.users.length} people`);

const many = staffOf(Number(values.many), Number(values.teams));
const large = await announceTo({ db, jobs, workspace: bench.workspace }, many);
await keepSigns(db, large.announcement, reactionsOf(many, many.users.length * 2, from));
console.log(`\n${many.users.length} people, ${many.users.length * 2} events:`);
await timed('the report', async () =>
  reportView(viewFacts(await report(large)), firstLook(large.announcement.id)),
);
const full = await report(large);
await timed('the table', async () => await Promise.resolve(csvFile(tableOf(full.report, new Map()))));
await timed('the picture', async () => {
  const progress = progressOf(full.receipts, { from: full.publishedAt, until: new Date() });
  return await pictureOf(progress, { title: 'Something new', timeZone: 'UTC', deadline: null });
});
if (wrong > 0) process.exitCode = 1;

async function kept({ announcement }: Announced): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from announcement_events where announcement_id = ${announcement.id}`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

function truthOf({ users }: Staff, history: typeof happenings) {
  const roster = new Map(users.map((user, index) => [user, new Set([teamOf(staff, index)])]));
  return trueReceipts({ happenings: history, roster, emoji: staff.teams, askedAgainAt: null });
}

async function report({ announcement }: Announced): Promise<FullReport> {
  const found = await fullReport(deps, announcement, 'all');
  if (!found) throw new Error('There is no report');
  return found;
}

/** Whom the report has otherwise than the true history: missing, too many, or at another moment. */
async function wrongPeople(which: Announced): Promise<number> {
  const found = new Map((await report(which)).report.people.map((person) => [person.user as string, person]));
  return truth.filter(({ user, at }) => {
    const moment = found.get(user)?.receipt?.at ?? null;
    return (moment === null ? null : Math.round(Number(moment) * 1_000)) !== at;
  }).length;
}

function viewFacts(facts: FullReport) {
  return { ...facts, mayPost: true, reach: null, isOld: false };
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const begun = performance.now();
  await work();
  console.log(`${what.padEnd(25)} ${seconds(performance.now() - begun)}`);
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + LONGEST_WAIT_MS;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`Waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
