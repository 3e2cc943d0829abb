import { parseArgs } from 'node:util';
import { connectWorkspace } from '../practice/client.ts';
import { type Acknowledged, percentile, sendAll } from './load.ts';
import { cardsPosted, cardsStanding, questionsStored } from './records.ts';
import { submission } from './submission.ts';
import { openBareListener, openBench } from './surroundings.ts';

const { values } = parseArgs({
  options: {
    questions: { type: 'string', default: '2000' },
    concurrency: { type: 'string', default: '16' },
  },
});
const questions = Math.min(20_000, Number(values.questions));
const concurrency = Math.min(256, Number(values.concurrency));
/** Code that has just been loaded is slow; both are warmed up alike. */
const WARM_UP = 200;

const bodies = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => submission(from + index));
const ms = (value: number): string => `${value.toFixed(1)} ms`;
const rate = (value: number): string => `${Math.round(value)}/s`;

function line(what: string, app: string, bare: string, ratio: number | undefined): string {
  const cells = [what.padEnd(34), app.padStart(12), bare.padStart(12)];
  return [...cells, (ratio === undefined ? '' : `× ${ratio.toFixed(2)}`).padStart(10)].join('');
}

function compare(app: Acknowledged, bare: Acknowledged, posted: number): string[] {
  const row = (share: number): string => {
    const [ours, theirs] = [percentile(app.times, share), percentile(bare.times, share)];
    return line(`acknowledged, p${share * 100}`, ms(ours), ms(theirs), ours / theirs);
  };
  const [stored, answered] = [questions / app.seconds, questions / bare.seconds];
  return [
    line('', 'the app', 'bare Bolt', undefined),
    row(0.5),
    row(0.99),
    line('acknowledged and stored', rate(stored), rate(answered), stored / answered),
    line('posted, to the last card', rate(posted), '–', posted / answered),
  ];
}

await using bench = await openBench();
await using bare = await openBareListener(bench);
const { signingSecret: secret } = bench.workspace;
const to = (url: string) => ({ url: `${url}/slack/events`, secret, concurrency });

await sendAll({ ...to(bare.url), bodies: bodies(0, WARM_UP) });
const bareFigures = await sendAll({ ...to(bare.url), bodies: bodies(WARM_UP, questions) });
await sendAll({ ...to(bench.app.url), bodies: bodies(0, WARM_UP) });
await cardsPosted(bench.databaseUrl, WARM_UP);

const started = performance.now();
const appFigures = await sendAll({ ...to(bench.app.url), bodies: bodies(WARM_UP, questions) });
const all = questions + WARM_UP;
const posted = await cardsPosted(bench.databaseUrl, all);
const postedRate = questions / ((performance.now() - started) / 1000);

console.log(`${questions} questions, ${concurrency} at a time, one instance, after ${WARM_UP} to warm up:\n`);
console.log(compare(appFigures, bareFigures, postedRate).join('\n'));

const stored = await questionsStored(bench.databaseUrl);
const standing = await cardsStanding(connectWorkspace(bench.workspace.url));
console.log(
  `\n${stored} questions in the database, ${posted} cards posted, ${standing} in the workspace (of ${all}).`,
);
if (stored !== all || posted !== all || standing !== all) {
  console.error('Something was lost or doubled.');
  process.exitCode = 1;
}
