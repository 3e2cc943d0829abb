import { readFileSync } from 'node:fs';
import { Row } from '../../../src/redaction/index.ts';

export function readRows(file: string): Row[] {
  const lines = readFileSync(new URL(`../../phi/${file}.jsonl`, import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => Row.parse(JSON.parse(line)));
}
