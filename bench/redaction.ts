/**
 * How fast redaction is: chat messages of 200 characters, documents of 100 KB and hostile input, beside packages from
 * npm in the same run. The peers are installed with `npm install --prefix bench/peers`; those that aren't are left out.
 */
import { readFileSync } from 'node:fs';
import { createScan, DEFAULT_POLICY, Row } from '../src/redaction/index.ts';
import { HOSTILE_PIECES } from '../test/support/hostile-pieces.ts';
import { type Contender, installedPeers } from './redaction-peers.ts';

const scan = createScan(DEFAULT_POLICY);
const startedAt = performance.now();
scan('the first scan reads the lists');
console.log(`Reading the lists took ${(performance.now() - startedAt).toFixed(0)} ms.\n`);

const texts = ['chat-with-phi', 'chat-without-phi'].flatMap(readTexts);
const chat = messagesOf(texts, 200);
const documents = messagesOf(Array.from({ length: 6 }, () => texts).flat(), 100_000);
const contenders: readonly Contender[] = [{ name: 'this project', run: scan }, ...(await installedPeers())];

for (const contender of contenders) await spin(contender, chat, 1_000);
await report('Chat of 200 characters', chat, 1_500);
await report('Documents of 100 KB', documents, 500);
await hostileBesidePeers();
hostile();

function readTexts(file: string): string[] {
  return readFileSync(new URL(`../test/phi/${file}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Row.parse(JSON.parse(line)).text);
}

/** Rows joined to texts of one length. */
function messagesOf(rows: readonly string[], length: number): string[] {
  const joined = rows.join(' ');
  return Array.from({ length: Math.floor(joined.length / length) }, (_, at) =>
    joined.slice(at * length, (at + 1) * length),
  );
}

/** Runs over the texts for about so many milliseconds; returns megabytes a second of processor time. */
async function spin({ run }: Contender, over: readonly string[], milliseconds: number): Promise<number> {
  const from = process.cpuUsage();
  const until = performance.now() + milliseconds;
  let letters = 0;
  for (let at = 0; performance.now() < until; at = (at + 1) % over.length) {
    const text = over[at] ?? '';
    const result = run(text);
    if (result instanceof Promise) await result;
    letters += text.length;
  }
  const { user, system } = process.cpuUsage(from);
  return letters / (user + system);
}

/** Rounds in turn, so that a busy machine slows all alike; the best round of each counts. */
async function report(title: string, over: readonly string[], milliseconds: number): Promise<void> {
  const best = contenders.map(() => 0);
  for (let round = 0; round < 3; round += 1) {
    for (const [at, contender] of contenders.entries())
      best[at] = Math.max(best[at] ?? 0, await spin(contender, over, milliseconds));
  }
  console.log(title);
  for (const [at, { name }] of contenders.entries()) {
    const speed = best[at] ?? 0;
    const ratio = (best[0] ?? 0) / speed;
    console.log(
      `  ${name.padEnd(28)} ${speed.toFixed(2).padStart(7)} MB/s${at === 0 ? '' : `   we are ${ratio.toFixed(2)} times as fast`}`,
    );
  }
  console.log();
}

/** Peers may need minutes for 100 KB: a twentieth shows who is quadratic. */
async function hostileBesidePeers(): Promise<void> {
  console.log('The worst of the hostile inputs below, 5 KB of each');
  const worst = [];
  for (const contender of contenders) worst.push(await slowest(contender));
  for (const [at, { name }] of contenders.entries()) {
    const time = worst[at] ?? 0;
    const ratio = at === 0 ? '' : `   ${(time / (worst[0] ?? 1)).toFixed(1)} times ours`;
    console.log(`  ${name.padEnd(28)} ${time.toFixed(1).padStart(8)} ms${ratio}`);
  }
  console.log();
}

async function slowest({ run }: Contender): Promise<number> {
  let most = 0;
  for (const piece of HOSTILE_PIECES) {
    const text = piece.repeat(Math.ceil(5_000 / piece.length)).slice(0, 5_000);
    const from = performance.now();
    await run(text);
    most = Math.max(most, performance.now() - from);
  }
  return most;
}

function hostile(): void {
  console.log('Hostile input, this project: ms for 50, 100 and 200 KB, and the growth of the last doubling');
  for (const piece of HOSTILE_PIECES) {
    const times = [50_000, 100_000, 200_000].map((length) =>
      quickest(piece.repeat(Math.ceil(length / piece.length)).slice(0, length)),
    );
    const [, middle = 0, last = 0] = times;
    const row = times.map((time) => time.toFixed(1).padStart(8)).join('');
    console.log(`  ${JSON.stringify(piece).padEnd(16)}${row}   × ${(last / middle).toFixed(1)}`);
  }
}

function quickest(text: string): number {
  const times = Array.from({ length: 4 }, () => {
    const from = performance.now();
    scan(text);
    return performance.now() - from;
  });
  return Math.min(...times);
}
