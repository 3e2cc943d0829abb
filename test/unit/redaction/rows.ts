import { readFileSync } from 'node:fs';
import { Row } from '../../../src/redaction/index.ts';

export function readRows(file: string): Row[] {
  const lines = readFileSync(new URL(`../../phi/${file}.jsonl`, import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => Row.parse(JSON.parse(line)));
}

/** Rows the rules were developed with, and rows that were written blind and measured before anything was learned from them. */
export const SETS = [
  'chat',
  'variants',
  'blind-chat-a',
  'blind-chat-b',
  'blind-queries-1',
  'blind-queries-2',
  'blind-queries-3',
  'blind-chat-c',
  'blind-chat-d',
  'blind-chat-f',
  'blind-chat-e',
  'blind-chat-g',
  'blind-chat-h',
  'blind-chat-j',
  'blind-queries-4',
] as const;

export function filesOf(set: string): string[] {
  return [`${set}-with-phi`, `${set}-without-phi`];
}
