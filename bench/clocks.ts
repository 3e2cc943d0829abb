import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { connect } from '../src/platform/database.ts';
import { applyExampleDirectory, startAppProcess } from '../test/support/app-process.ts';
import { openDirectory } from '../test/support/passing-time.ts';
import { startClocks, whatFired } from '../test/support/running-clocks.ts';
import { percentile } from './load.ts';
import { openBench } from './surroundings.ts';

/** Running clocks on two instances: how late each fires, and whether any fires twice or never. */
const { values } = parseArgs({
  options: {
    clocks: { type: 'string', default: '10000' },
    /** Over how many seconds they are due. */
    seconds: { type: 'string', default: '240' },
    /** Before the first is due: long enough to start them all. */
    lead: { type: 'string', default: '240' },
  },
});
const count = Math.min(50_000, Number(values.clocks));
const seconds = Number(values.seconds);
const CLAIM_SECONDS = 50;
const LONGEST_WAIT_MS = 10 * 60_000;

await using stack = new AsyncDisposableStack();
const bench = stack.use(await openBench());
const folder = await mkdtemp(path.join(tmpdir(), 'concierge-clocks-'));
stack.defer(async () => await rm(folder, { recursive: true, force: true }));
const file = path.join(folder, 'directory.yaml');
await writeFile(file, await openDirectory({ 'claim: 20m': `claim: ${CLAIM_SECONDS}s` }));
await applyExampleDirectory(bench, file);
stack.use(await startAppProcess(bench, { LOG_LEVEL: 'warn' }));

const first = Date.now() + Number(values.lead) * 1_000;
await startClocks(bench.databaseUrl, {
  count,
  first,
  everyMs: (seconds * 1_000) / count,
  claimSeconds: CLAIM_SECONDS,
});
const ready = Math.round((first - Date.now()) / 1_000);
console.log(
  `${count} clocks run, ${ready} s before the first is due; due within ${seconds} s, on two instances.`,
);

if (ready < 0) throw new Error('They were due before all of them ran: give more --lead.');

const db = connect(bench.databaseUrl, { max: 1 });
stack.defer(async () => await db.destroy());
const deadline = first + seconds * 1_000 + LONGEST_WAIT_MS;
let fired = await whatFired(db);
while (fired.pinged < count && Date.now() < deadline) {
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  fired = await whatFired(db);
}

const { breached, twice, lateness } = fired;
const late = (share: number): string => `${Math.round(percentile(lateness, share))} ms`;
console.log(`late, p50                 ${late(0.5)}`);
console.log(`late, p99                 ${late(0.99)}`);
console.log(`late, at most             ${late(1)}`);
console.log(`fired ${breached}, twice ${twice}, never ${count - breached}.`);
if (twice > 0 || breached !== count) process.exitCode = 1;
