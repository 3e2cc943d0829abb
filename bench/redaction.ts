/**
 * How fast redaction is: chat messages of 200 characters, documents of 100 KB and hostile input, beside packages from
 * npm in the same run. The peers are installed with `npm install --prefix bench/peers`; those that aren't are left out.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createScan, DEFAULT_POLICY, Row } from '../src/redaction/index.ts';

type Contender = { readonly name: string; readonly run: (text: string) => unknown };

const requirePeer = createRequire(new URL('./peers/package.json', import.meta.url));
const scan = createScan(DEFAULT_POLICY);
const startedAt = performance.now();
scan('the first scan reads the lists');
console.log(`Reading the lists took ${(performance.now() - startedAt).toFixed(0)} ms.\n`);

const texts = ['chat-with-phi', 'chat-without-phi'].flatMap(readTexts);
const chat = messagesOf(texts, 200);
const documents = messagesOf(Array.from({ length: 6 }, () => texts).flat(), 100_000);
const contenders: readonly Contender[] = [{ name: 'this project', run: scan }, ...peers()];

for (const contender of contenders) spin(contender, chat, 3_000);
report('Chat of 200 characters', chat, 1_500);
report('Documents of 100 KB', documents, 1_500);
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

function peers(): Contender[] {
  return [
    peer('redact-pii', ({ SyncRedactor }) => {
      const redactor = new SyncRedactor();
      return (text) => redactor.redact(text);
    }),
    peer('@redactpii/node', ({ Redactor }) => {
      const redactor = new Redactor();
      return (text) => redactor.redact(text);
    }),
  ].flatMap((found) => found ?? []);
}

// oxlint-disable-next-line typescript/no-explicit-any -- peers have no types that are worth having here
function peer(name: string, open: (library: any) => (text: string) => unknown): Contender | undefined {
  try {
    return { name, run: open(requirePeer(name)) };
  } catch {
    console.log(`${name} isn't installed; npm install --prefix bench/peers`);
    return undefined;
  }
}

/** Runs over the texts for about so many milliseconds; returns megabytes a second of processor time. */
function spin({ run }: Contender, over: readonly string[], milliseconds: number): number {
  const from = process.cpuUsage();
  const until = performance.now() + milliseconds;
  let letters = 0;
  while (performance.now() < until) {
    for (const text of over) {
      run(text);
      letters += text.length;
    }
  }
  const { user, system } = process.cpuUsage(from);
  return letters / (user + system);
}

/** Rounds in turn, so that a busy machine slows all alike; the best round of each counts. */
function report(title: string, over: readonly string[], milliseconds: number): void {
  const best = contenders.map(() => 0);
  for (let round = 0; round < 3; round += 1) {
    for (const [at, contender] of contenders.entries())
      best[at] = Math.max(best[at] ?? 0, spin(contender, over, milliseconds));
  }
  console.log(title);
  for (const [at, { name }] of contenders.entries()) {
    const speed = best[at] ?? 0;
    const ratio = (best[0] ?? 0) / speed;
    console.log(
      `  ${name.padEnd(18)} ${speed.toFixed(2).padStart(7)} MB/s${at === 0 ? '' : `   we are ${ratio.toFixed(2)} times as fast`}`,
    );
  }
  console.log();
}

function hostile(): void {
  const pieces = [
    '7',
    'a-',
    ' ',
    '-',
    '@',
    'a@',
    'a.',
    '1 ',
    '1-',
    '(',
    'A ',
    'Aa ',
    '0:',
    'http://',
    'words ',
    'a',
    '\n',
    '1.',
    'John Smith ',
  ];
  console.log('Hostile input, this project: ms for 50, 100 and 200 KB, and the growth of the last doubling');
  for (const piece of pieces) {
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
