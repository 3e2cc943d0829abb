import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type RunningProcess, run, runToEnd } from '../test/support/processes.ts';
import { feedbackRows, fillFeedback } from './feedback-rows.ts';
import { openBench } from './surroundings.ts';

/**
 * How many comments one instance takes in a second, beside what the machine can do with less: a bare server that only
 * checks the signature, and one that also stores each body with an insert of its own. Each is a process of its own, as
 * is whoever sends.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
    rows: { type: 'string', default: '1000000' },
  },
});
const rounds = Number(values.rounds);
const rows = Number(values.rows);
const key = randomBytes(32).toString('base64');

const Figures = z.object({
  perSecond: z.number(),
  p50: z.number(),
  p99: z.number(),
  statuses: z.record(z.string(), z.number()),
  ranOut: z.boolean(),
});
type Figures = z.infer<typeof Figures>;

await using stack = new AsyncDisposableStack();
const bench = stack.use(
  await openBench({
    FEEDBACK_WEBHOOK_SECRETS: `whsec_${key}`,
    FEEDBACK_PER_SECOND: '100000',
    SLACK_POSTS_PER_SECOND: '1',
  }),
);
const bare = await open({});
const inserting = await open({ DATABASE_URL: bench.databaseUrl });
const app = `${bench.app.url}/webhooks/feedback`;
let runs = 0;

async function open(environment: Record<string, string>): Promise<string> {
  const server: RunningProcess = stack.use(
    run('bench/bare-webhook.ts', [], { WEBHOOK_KEY: key, ...environment }),
  );
  const line = await server.line(/listens on port (\d+)/);
  return `http://127.0.0.1:${/port (\d+)/.exec(line)?.[1]}/`;
}

async function measure(url: string, connections: number, seconds = values.seconds): Promise<Figures> {
  runs += 1;
  const settings = { url, key, connections: String(connections), seconds, run: `run${runs}` };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const figures = Figures.parse(JSON.parse(await runToEnd('bench/feedback-load.ts', args, {})));
  const refused = Object.entries(figures.statuses).filter(([status]) => status !== '202');
  if (refused.length > 0) throw new Error(`Some were answered otherwise: ${JSON.stringify(refused)}`);
  return figures;
}

/** The best of some rounds, taken in turns, so that a busy moment doesn't count against one of them alone. */
async function compare(urls: readonly string[], connections: number): Promise<readonly Figures[]> {
  const best: Figures[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, url] of urls.entries()) {
      const figures = await measure(url, connections);
      if (figures.perSecond > (best[index]?.perSecond ?? 0)) best[index] = figures;
    }
  }
  return best;
}

function line(what: string, figures: Figures | undefined, ceiling?: Figures): string {
  if (!figures) return what;
  const { perSecond, p50, p99, ranOut } = figures;
  const ratio = ceiling === undefined ? '' : `× ${(perSecond / ceiling.perSecond).toFixed(2)}`;
  const cells = [`${Math.round(perSecond)}/s`, `${p50.toFixed(1)} ms`, `${p99.toFixed(1)} ms`, ratio];
  return `${what.padEnd(44)}${cells.map((cell) => cell.padStart(12)).join('')}${ranOut ? ' (ran out)' : ''}`;
}

/** Of the app, in MB: what the system says it holds. */
function memory(): string {
  const kilobytes = Number(
    execFileSync('ps', ['-o', 'rss=', '-p', String(bench.app.pid)], { encoding: 'utf8' }),
  );
  return `${Math.round(kilobytes / 1_024)} MB`;
}

/** Until code is compiled and members are known. */
for (const url of [bare, inserting, app, app]) await measure(url, 32, '4');
const memories = [memory()];
for (const connections of [32, 256]) {
  const [signature, insert, ours] = await compare([bare, inserting, app], connections);
  console.log(`\n${connections} connections${' '.repeat(46)}accepted/s         p50         p99    × insert`);
  console.log(line('node:http, signature only', signature, insert));
  console.log(line('node:http, and one insert a request', insert));
  console.log(line('the app, redaction included', ours, insert));
  memories.push(memory());
}

if (rows > 0) {
  const [few] = await compare([app], 32);
  const before = await feedbackRows(bench.databaseUrl);
  await fillFeedback(bench.databaseUrl, rows);
  const [many] = await compare([app], 32);
  console.log(`\n32 connections, with ${before} rows, then ${await feedbackRows(bench.databaseUrl)}`);
  console.log(line('the app, few rows', few));
  console.log(line('the app, many rows', many, few));
  memories.push(memory());
}
console.log(`\nMemory of the app: ${memories.join(', ')}`);
