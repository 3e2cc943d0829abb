/**
 * `npm run redact:evaluate -- FILE… [--json] [--show] [--worst N]`: how well redaction does on labelled rows.
 * Misses are printed as offsets; `--show` prints their text too, for synthetic rows.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createScan, DEFAULT_POLICY, evaluate, type Figures, type Miss, Row } from '../redaction/index.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    show: { type: 'boolean', default: false },
    worst: { type: 'string', default: '20' },
  },
});
if (positionals.length === 0) {
  console.error('Say which files of labelled rows to measure: npm run redact:evaluate -- FILE…');
  process.exit(2);
}
const rows = positionals.flatMap(readRows);
const texts = new Map(rows.map(({ id, text }) => [id, text]));
const figures = evaluate(rows, createScan(DEFAULT_POLICY));
console.log(values.json ? JSON.stringify(withShown(figures), null, 2) : report(figures));

function readRows(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [readRow(line, `${file}:${at + 1}`)]));
}

function readRow(line: string, where: string): Row {
  try {
    return Row.parse(JSON.parse(line));
  } catch {
    console.error(`${where} is not a labelled row.`);
    return process.exit(2);
  }
}

function withShown(all: Figures): object {
  return {
    ...all,
    misses: all.misses.map((miss) => (values.show ? { ...miss, text: wordsOf(miss) } : miss)),
  };
}

function wordsOf({ id, start, end }: Miss): string {
  return texts.get(id)?.slice(start, end) ?? '';
}

function report({ byType, misses, ...all }: Figures): string {
  const types = Object.entries(byType).toSorted(([a], [b]) => a.localeCompare(b));
  const worst = [
    ...misses.filter(({ kind }) => kind !== 'leaked'),
    ...misses.filter(({ kind }) => kind === 'leaked'),
  ];
  return [
    `${all.rows} rows: precision ${percent(all.precision)}, recall ${percent(all.recall)}, F1 ${percent(all.f1)}, leak ${percent(all.leak)}`,
    `Rows without PHI wrongly touched: ${all.touchedRows} of ${all.cleanRows} (${percent(all.cleanRows === 0 ? 0 : all.touchedRows / all.cleanRows)})`,
    '',
    `${'type'.padEnd(16)}${'spans'.padStart(7)}${'found'.padStart(9)}${'leak'.padStart(9)}`,
    ...types.map(([type, { spans, found, leaked }]) =>
      [
        type.padEnd(16),
        String(spans).padStart(7),
        percent(found / spans).padStart(9),
        percent(leaked / spans).padStart(9),
      ].join(''),
    ),
    ...(worst.length === 0 ? [] : ['', 'Worst misses:']),
    ...worst.slice(0, Number(values.worst)).map(describe),
  ].join('\n');
}

function describe(miss: Miss): string {
  const words = values.show ? `  ${JSON.stringify(wordsOf(miss))}` : '';
  return `  ${miss.kind.padEnd(7)} ${miss.type.padEnd(15)} ${miss.id} [${miss.start}, ${miss.end})${words}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
