import { readFileSync } from 'node:fs';
import type { ListName } from './gather.ts';

/** A list of `lists/`: lower-case ASCII, one entry a line. */
export function readList(name: ListName): string[] {
  const text = readFileSync(new URL(`../lists/${name}.txt`, import.meta.url), 'utf8');
  return text.split('\n').filter((entry) => entry !== '');
}
